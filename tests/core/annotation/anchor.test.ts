import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchor } from '#core/annotation/anchor.ts'
import { quoteAt } from '#core/annotation/quote.ts'

// 虚构样例: every sentence here is invented.

const text = '一是建设云杉驿站。二是新建山区食堂三百个。三是云杉驿站要办好。'
const spanOf = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return { start, end: start + words.length }
}

describe('the place of a note (虚构样例)', () => {
  it('is where it was while the text is the same', () => {
    const span = spanOf('山区食堂')
    expect(anchor(text, quoteAt(text, span), span)).toEqual({ state: 'anchored', place: span })
  })

  it('moves with its words where something before them is gone', () => {
    const span = spanOf('山区食堂')
    const shorter = text.slice(9)
    expect(anchor(shorter, quoteAt(text, span), span)).toEqual({ state: 'moved', place: { start: span.start - 9, end: span.end - 9 } })
  })

  it('of two places with the same words is the one whose surroundings stayed', () => {
    const second = spanOf('云杉驿站', 10)
    const changed = `导语。${text}`
    expect(anchor(changed, quoteAt(text, second), null)).toEqual({ state: 'moved', place: { start: second.start + 3, end: second.end + 3 } })
  })

  it('is for a person to look at where the words are gone', () => {
    const span = spanOf('山区食堂')
    expect(anchor(text.replace('食堂', '餐厅'), quoteAt(text, span), span)).toEqual({ state: 'lost', place: null })
  })

  it('is for a person to look at where two places are equally likely', () => {
    const span = spanOf('山区食堂')
    expect(anchor('甲山区食堂乙。甲山区食堂乙。', quoteAt(text, span), null).state).toBe('lost')
  })
})

describe('laws of every note (虚构样例)', () => {
  const words = fc.string({ unit: fc.constantFrom('山', '水', '食', '堂', '，', '𠮷'), minLength: 1, maxLength: 40 })
  const noted = fc
    .tuple(words, fc.nat(), fc.nat())
    .map(([written, a, b]) => ({ written, span: { start: Math.min(a % written.length, b % written.length), end: 1 + Math.max(a % written.length, b % written.length) } }))

  it('a note that is found stands on exactly its words', () => {
    fc.assert(
      fc.property(noted, words, ({ written, span }, other) => {
        const quote = quoteAt(written, span)
        const { place } = anchor(other, quote, span)
        if (place !== null) expect(other.slice(place.start, place.end)).toBe(quote.exact)
      })
    )
  })

  it('an unchanged text keeps every note where it is', () => {
    fc.assert(
      fc.property(noted, ({ written, span }) => {
        expect(anchor(written, quoteAt(written, span), span)).toEqual({ state: 'anchored', place: span })
      })
    )
  })

  it('a note whose words stand nowhere is never placed', () => {
    fc.assert(
      fc.property(noted, words, ({ written, span }, other) => {
        const quote = quoteAt(written, span)
        fc.pre(!other.includes(quote.exact))
        expect(anchor(other, quote, span).state).toBe('lost')
      })
    )
  })
})
