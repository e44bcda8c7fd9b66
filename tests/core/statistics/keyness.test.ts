import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '#core/statistics/benjamini-hochberg.ts'
import { bonferroni } from '#core/statistics/bonferroni.ts'
import { chiSquareTail } from '#core/statistics/chi-square-tail.ts'
import { logLikelihood } from '#core/statistics/log-likelihood.ts'
import { logRatio } from '#core/statistics/log-ratio.ts'

/** Benjamini and Hochberg (1995), section 4: the fifteen p values of the study of thrombolysis in myocardial infarction. */
const thrombolysis = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]

describe('keyness', () => {
  it('G²: 30 of 1,000 against 10 of 1,000 by hand: E = 20 and 20, 2 (30 ln 1.5 + 10 ln .5) = 10.465', () => {
    expect(logLikelihood({ target: 30, targetTotal: 1000, reference: 10, referenceTotal: 1000 })).toBeCloseTo(60 * Math.log(1.5) + 20 * Math.log(0.5), 10)
    expect(logLikelihood({ target: 30, targetTotal: 1000, reference: 10, referenceTotal: 1000 })).toBeCloseTo(10.465, 3)
  })

  it('G² of corpora of unlike size, by hand: 12 of 1,000 against 6 of 2,000, E = 6 and 12, 2 (12 ln 2 + 6 ln .5) = 12 ln 2', () => {
    expect(logLikelihood({ target: 12, targetTotal: 1000, reference: 6, referenceTotal: 2000 })).toBeCloseTo(12 * Math.log(2), 10)
  })

  it('G²: a word that the reference has not adds nothing there: 5 of 100 against 0 of 100 is 10 ln 2', () => {
    expect(logLikelihood({ target: 5, targetTotal: 100, reference: 0, referenceTotal: 100 })).toBeCloseTo(10 * Math.log(2), 10)
  })

  it('is 0 for equal shares, never below, and the same whichever corpus is the target', () => {
    expect(logLikelihood({ target: 3, targetTotal: 300, reference: 7, referenceTotal: 700 })).toBeCloseTo(0, 12)
    const corpus = fc.tuple(fc.nat({ max: 500 }), fc.integer({ min: 500, max: 9000 }))
    fc.assert(
      fc.property(corpus, corpus, ([a, n], [b, m]) => {
        const there = logLikelihood({ target: a, targetTotal: n, reference: b, referenceTotal: m })!
        const back = logLikelihood({ target: b, targetTotal: m, reference: a, referenceTotal: n })!
        expect(there).toBeGreaterThanOrEqual(0)
        expect(there).toBeCloseTo(back, 9)
      })
    )
  })

  it('says nothing of an empty corpus', () => {
    const empty = { target: 0, targetTotal: 0, reference: 1, referenceTotal: 10 }
    expect([logLikelihood(empty), logRatio(empty)]).toEqual([null, null])
  })

  it('log ratio: each doubling of the relative frequency is one point (Hardie 2014), 0 for equal shares, −1 for half', () => {
    const of = (target: number) => logRatio({ target, targetTotal: 1000, reference: 20, referenceTotal: 2000 })
    expect([10, 20, 40, 80, 5].map(of)).toEqual([0, 1, 2, 3, -1])
  })

  it('log ratio: an absence counts as half an occurrence: 8 of 1,000 against 0 of 1,000 is log₂ (8 / .5) = 4', () => {
    expect(logRatio({ target: 8, targetTotal: 1000, reference: 0, referenceTotal: 1000 })).toBe(4)
    expect(logRatio({ target: 0, targetTotal: 1000, reference: 8, referenceTotal: 1000 })).toBe(-4)
    expect(logRatio({ target: 0, targetTotal: 1000, reference: 0, referenceTotal: 1000 })).toBeNull()
  })

  it('p: the critical values of Rayson’s log-likelihood calculator: 3.84, 6.63, 10.83, 15.13 are p < .05, .01, .001, .0001', () => {
    expect([3.84, 6.63, 10.83, 15.13].map((g) => Number(chiSquareTail(g).toPrecision(2)))).toEqual([0.05, 0.01, 0.001, 0.0001])
    // the same quantiles with the digits of the table of χ², one degree of freedom (Abramowitz and Stegun, table 26.8)
    expect(chiSquareTail(3.84146)).toBeCloseTo(0.05, 6)
    expect(chiSquareTail(6.6349)).toBeCloseTo(0.01, 6)
    expect(chiSquareTail(10.8276)).toBeCloseTo(0.001, 7)
  })

  it('p falls from 1 without a step, also where one way of reckoning hands over to the other, and is not lost in great values', () => {
    expect(chiSquareTail(0)).toBe(1)
    expect(chiSquareTail(8 - 1e-9) - chiSquareTail(8)).toBeCloseTo(0, 10)
    expect(chiSquareTail(100)).toBeCloseTo(1.5239706048320995e-23, 32) // erfc(√50), as in double-precision libraries
    fc.assert(fc.property(fc.double({ min: 0, max: 600, noNaN: true }), fc.double({ min: 0.01, max: 5, noNaN: true }), (g, more) => chiSquareTail(g) >= chiSquareTail(g + more)))
  })

  it('Bonferroni finds three of the fifteen, Benjamini–Hochberg four (Benjamini and Hochberg 1995, section 4)', () => {
    expect(bonferroni(thrombolysis).filter((p) => p <= 0.05)).toHaveLength(3)
    expect(benjaminiHochberg(thrombolysis).filter((p) => p <= 0.05)).toHaveLength(4)
    expect(bonferroni([0.02], 100)).toEqual([1])
  })

  it('Benjamini–Hochberg by hand, in the order given: .04 .01 .03 become .04 .03 .04', () => {
    const [first, second, third] = benjaminiHochberg([0.04, 0.01, 0.03]) as [number, number, number]
    expect(first).toBeCloseTo(0.04, 12)
    expect(second).toBeCloseTo(0.03, 12)
    expect(third).toBeCloseTo(0.04, 12) // .03 × 3 / 2 = .045, but the one above it is .04
  })
})
