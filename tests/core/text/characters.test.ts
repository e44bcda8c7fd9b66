import { describe, expect, it } from 'vitest'
import { CLOSING, DIGIT, HAN, INVISIBLE, LETTER, SPACE, WIDE_MARK, classAt, columnsOf, countHan, isSpaceAt, withoutSpaces } from '#core/text/characters.ts'

describe('classes of characters', () => {
  it.each([
    ['政', HAN], ['〇', HAN], ['𠮷', HAN], ['，', WIDE_MARK | CLOSING], ['“', WIDE_MARK], ['％', WIDE_MARK | CLOSING], ['℃', WIDE_MARK],
    ['7', DIGIT], ['７', DIGIT], ['a', LETTER], ['é', LETTER], ['\u3000', SPACE], ['\u00a0', SPACE], ['\u0085', SPACE], ['\u200b', INVISIBLE]
  ])('%s', (character, bits) => {
    expect(classAt(character, 0) & bits).toBe(bits)
  })

  it('has every white space of the language', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const character = String.fromCharCode(unit)
      expect(isSpaceAt(character, 0), unit.toString(16)).toBe(/[\s\u0085]/.test(character))
    }
  })

  it('past the end is nothing', () => {
    expect(classAt('政', 1)).toBe(0)
    expect(classAt('政', -1)).toBe(0)
  })
})

it('counts Chinese characters, and columns as they are printed', () => {
  expect(countHan('2月10日，a')).toBe(2)
  expect(columnsOf('2月10 日', 0, 6)).toBe(8)
  expect(withoutSpaces('全 省　民\u00a0政\n')).toBe('全省民政')
})
