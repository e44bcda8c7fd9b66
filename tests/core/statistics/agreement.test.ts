import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cohenKappa } from '#core/statistics/cohen-kappa.ts'
import { holsti } from '#core/statistics/holsti.ts'
import { krippendorffAlpha } from '#core/statistics/krippendorff-alpha.ts'
import { percentAgreement } from '#core/statistics/percent-agreement.ts'
import { codedPairs } from '#core/statistics/ratings.ts'

const row = (values: string): (string | null)[] => [...values.replaceAll(' ', '')].map((value) => (value === '.' ? null : value))

/** Krippendorff (2011), Computing Krippendorff's Alpha-Reliability, the data of its sections A, B and C. */
const meg = row('0 1 0 0 0 0 0 0 1 0')
const owen = row('1 1 1 0 0 1 0 0 0 0')
const ben = row('a a b b d c c c e d d a')
const gerry = row('b a b b b c c c e d d d')
const fourObservers = [
  row('1 2 3 3 2 1 4 1 2 . . .'),
  row('1 2 3 3 2 2 4 1 2 5 . 3'),
  row('. 3 3 3 2 3 4 2 2 5 1 .'),
  row('1 2 3 3 2 4 4 1 2 5 1 .')
]

/** The pairs of a table of counts: rows of the first coder, columns of the second. */
const pairsOf = (table: readonly (readonly number[])[]): [string, string][] =>
  table.flatMap((counts, one) => counts.flatMap((count, other) => Array.from({ length: count }, (): [string, string] => [String(one), String(other)])))

describe('agreement of coders', () => {
  it('percent: the two coders of ten segments in the manual of ATLAS.ti agree on 60 %', () => {
    // ATLAS.ti manual, Methods for testing inter-coder agreement, example of percent agreement
    expect(percentAgreement(codedPairs(row('1 1 0 0 0 0 0 0 0 0'), row('0 1 1 0 0 1 0 1 0 0')))).toBe(0.6)
  })

  it("kappa: .492 in the classic table of two judges and 200 subjects (Cohen 1960, its three categories)", () => {
    const pairs = pairsOf([[88, 10, 2], [14, 40, 6], [18, 10, 12]])
    expect(percentAgreement(pairs)).toBeCloseTo(0.7, 12)
    expect(cohenKappa(pairs)).toBeCloseTo(0.492, 3) // (.70 − .41) / (1 − .41)
  })

  it('Holsti: 50 units each, 35 of them alike, is .70 (Wimmer and Dominick, Mass Media Research, chapter on content analysis)', () => {
    expect(holsti({ shared: 35, first: 50, second: 50 })).toBe(0.7)
  })

  it('alpha: binary .095, nominal .692, four observers with gaps .743 (Krippendorff 2011, sections A, B, C)', () => {
    expect(krippendorffAlpha([meg, owen])).toBeCloseTo(0.095, 3)
    expect(krippendorffAlpha([ben, gerry])).toBeCloseTo(0.692, 3)
    expect(krippendorffAlpha(fourObservers)).toBeCloseTo(0.743, 3)
  })

  it('says nothing where nothing was coded twice, or where nothing varies', () => {
    expect([percentAgreement([]), cohenKappa([]), krippendorffAlpha([]), holsti({ shared: 0, first: 0, second: 0 })]).toEqual([null, null, null, null])
    expect(krippendorffAlpha([row('a.'), row('.a')])).toBeNull()
    expect([cohenKappa(codedPairs(row('aaa'), row('aaa'))), krippendorffAlpha([row('aaa'), row('aaa')])]).toEqual([null, null])
  })

  it('refuses coders with different numbers of units', () => {
    expect(() => codedPairs(row('ab'), row('a'))).toThrow(RangeError)
  })

  it('is 1 for coders who agree throughout, the same whoever is named first, and never above 1', () => {
    const value = fc.constantFrom('a', 'b', 'c')
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 40 }), (pairs) => {
        const swapped = pairs.map(([one, other]): [string, string] => [other, one])
        const rows = (of: readonly [string, string][]) => [of.map(([one]) => one), of.map(([, other]) => other)]
        expect(cohenKappa(swapped)).toBe(cohenKappa(pairs))
        expect(krippendorffAlpha(rows(swapped))).toBe(krippendorffAlpha(rows(pairs)))
        for (const measure of [percentAgreement(pairs), cohenKappa(pairs), krippendorffAlpha(rows(pairs))]) {
          if (measure !== null) expect(measure).toBeLessThanOrEqual(1)
        }
        const alike = pairs.map(([one]): [string, string] => [one, one])
        if (new Set(alike.map(([one]) => one)).size > 1) {
          expect([percentAgreement(alike), cohenKappa(alike), krippendorffAlpha(rows(alike))]).toEqual([1, 1, 1])
        }
      })
    )
  })
})
