import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildMatcher, findWords, foldWord } from '#core/codebook/matcher.ts'

function found(words: readonly string[], text: string): string[] {
  const { starts, ends } = findWords(buildMatcher(words), text)
  return starts.map((start, i) => `${start}:${text.slice(start, ends[i])}`)
}

describe('the matcher', () => {
  it('reports every word at every place, sorted by start and then by end', () => {
    expect(found(['养老', '养老服务', '服务'], '养老服务和养老')).toEqual(['0:养老', '0:养老服务', '2:服务', '5:养老'])
  })

  it('goes on after a word that broke off', () => {
    expect(found(['社区工作者', '工作站'], '社区工作站')).toEqual(['2:工作站'])
  })

  it('takes both widths of brackets, digits and letters for the same', () => {
    expect(found(['村(居)委会'], '村（居）委会和村(居)委会')).toEqual(['0:村（居）委会', '7:村(居)委会'])
    expect(foldWord('１２３４５热线（Ａ）')).toBe('12345热线(A)')
  })

  it('refuses an empty word and a repeated one', () => {
    expect(() => buildMatcher([''])).toThrow(RangeError)
    expect(() => buildMatcher(['低保', '低保'])).toThrow(RangeError)
  })

  it('finds what a plain search for each word finds, on any text', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，'), maxLength: 40 })
    const words = fc.uniqueArray(fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 4 }), { maxLength: 8 })
    fc.assert(
      fc.property(words, letters, (list, text) => {
        const plain: string[] = []
        for (let start = 0; start < text.length; start++) {
          const here = list.filter((word) => text.startsWith(word, start)).sort((a, b) => a.length - b.length)
          plain.push(...here.map((word) => `${start}:${word}`))
        }
        expect(found(list, text)).toEqual(plain)
      })
    )
  })
})
