import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CodePoints } from '#core/text/code-points.ts'

describe('positions in code points', () => {
  it('count a character outside the basic plane once', () => {
    const points = new CodePoints('甲𬭎乙😀')
    expect(points.length).toBe(4)
    expect([0, 1, 3, 4, 6].map((unit) => points.toPoints(unit))).toEqual([0, 1, 2, 3, 4])
    expect([0, 1, 2, 3, 4].map((point) => points.toUnits(point))).toEqual([0, 1, 3, 4, 6])
  })

  it('of the middle of such a character are those of its beginning', () => expect(new CodePoints('甲𬭎').toPoints(2)).toBe(1))

  it('that a text does not have are null', () => expect([-1, 3, 0.5].map((point) => new CodePoints('甲𬭎').toUnits(point))).toEqual([null, null, null]))

  it('go there and back in any text, lone halves included', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('甲', '𬭎', '\ud834', '\udc00', '\n', 'a', '\u0301') }), (text) => {
        const points = new CodePoints(text)
        const characters = [...text]
        expect(points.length).toBe(characters.length)
        let unit = 0
        for (const [n, character] of [...characters, ''].entries()) {
          expect(points.toUnits(n)).toBe(unit)
          expect(points.toPoints(unit)).toBe(n)
          unit += character.length
        }
      })
    )
  })
})
