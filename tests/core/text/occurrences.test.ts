import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { condense, positionOf } from '#core/text/folding.ts'
import { findOccurrences } from '#core/text/occurrences.ts'

describe('condensing a text', () => {
  it('makes width, case and compatibility forms equal, and leaves out what nobody sees', () => {
    expect(condense('ＡＩ＋养老（２０２６）％').text).toBe('ai+养老(2026)%')
    expect(condense('⽼⼈ ⻅').text).toBe('老人⻅')
    expect(condense('养\u200b老\u00ad金\ufeff').text).toBe('养老金')
    expect(condense('养老\n服务 ＡＩ')).toEqual({ text: '养老服务ai', gaps: [2, 4] })
  })

  it('tells of every character where it stood', () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const { text: condensed, gaps } = condense(text)
        expect(condensed.length + gaps.length).toBe(text.length)
        for (let at = 0; at < condensed.length; at++) expect(condense(text.charAt(positionOf(gaps, at))).text).toBe(condensed.charAt(at))
      }),
      { seed: 31 }
    )
  })
})

describe('occurrences', () => {
  it('survive width, case, spaces and line breaks, on either side', () => {
    const text = '要发展ＡＩ 养老\n服务，Ai养老服务。'
    for (const query of ['ai养老服务', 'ＡＩ　养老服务', 'A I 养老 服务']) {
      expect(findOccurrences(text, query).map(({ start, end }) => text.slice(start, end)), query).toEqual(['ＡＩ 养老\n服务', 'Ai养老服务'])
    }
  })

  it('do not overlap, and white space alone has none', () => {
    expect(findOccurrences('一一一一', '一一')).toEqual([{ start: 0, end: 2 }, { start: 2, end: 4 }])
    expect(findOccurrences('养老 服务', ' \n')).toEqual([])
    expect(findOccurrences('', '养')).toEqual([])
  })

  it('are those of a naive search, and their spans slice back to the exact characters', () => {
    fc.assert(
      fc.property(awkwardText, fc.oneof(awkwardText, fc.constant(null)), fc.nat(), (text, other, seed) => {
        // a query that is in the text, written in another way, or any other
        const query = (other ?? text.slice(seed % (text.length + 1), (seed % (text.length + 1)) + 1 + (seed % 3))).toWellFormed()
        const found = findOccurrences(text, query)
        expect(found.length).toBe(naiveCount(text, query))
        let before = 0
        for (const { start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(condense(text.slice(start, end)).text).toBe(condense(query).text)
          // neither end is white space: exactly the characters of the word
          expect(condense(text.charAt(start)).text + condense(text.charAt(end - 1)).text).toHaveLength(2)
          before = end
        }
      }),
      { seed: 32, numRuns: 400 }
    )
  })
})

/** Compares character by character at every position, skipping what nobody sees; knows nothing of gaps. */
function naiveCount(text: string, query: string): number {
  const plain = (words: string): string[] => [...words].map((character) => condense(character).text).filter((form) => form !== '')
  const [all, wanted] = [plain(text), plain(query)]
  let count = 0
  for (let at = 0; wanted.length > 0 && at + wanted.length <= all.length; ) {
    if (wanted.every((form, index) => all[at + index] === form)) {
      count++
      at += wanted.length
    } else at++
  }
  return count
}

const awkwardText = fc.string({ unit: fc.constantFrom(...'养老服务，。（）() \n\tＡａA1１\u0000\u3000\u200be', '𠮷', '👪'), maxLength: 40 })
