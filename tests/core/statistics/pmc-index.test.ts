import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pmcBand, pmcIndex } from '#core/statistics/pmc-index.ts'

/** Cut-offs as many papers after Ruiz Estrada have them for ten variables, lowest first. */
const bands = [{ from: 0, name: '不良' }, { from: 5, name: '可接受' }, { from: 7, name: '优秀' }, { from: 9, name: '完美' }]

describe('PMC index', () => {
  it('by hand: 1 of 2, 3 of 4 and 1 of 1 are .5 + .75 + 1 = 2.25 of 3, depression .75', () => {
    expect(pmcIndex([[1, 0], [1, 1, 0, 1], [1]])).toEqual({ variables: [0.5, 0.75, 1], index: 2.25, depression: 0.75 })
  })

  it('is between 0 and the number of variables, and with the depression index gives the full score', () => {
    const variable = fc.array(fc.constantFrom<0 | 1>(0, 1), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.array(variable, { minLength: 1, maxLength: 10 }), (judgements) => {
        const { index, depression } = pmcIndex(judgements)
        expect(index + depression).toBeCloseTo(judgements.length, 12)
        expect(index).toBeGreaterThanOrEqual(0)
        expect(index).toBeLessThanOrEqual(judgements.length)
      })
    )
  })

  it('refuses a variable with nothing under it', () => {
    expect(() => pmcIndex([[1], []])).toThrow(RangeError)
  })

  it('grades by bands that are given, a cut-off belonging to the band above it, in whatever order they come', () => {
    expect([4.99, 5, 6.999, 7, 9.2].map((index) => pmcBand(index, bands)?.name)).toEqual(['不良', '可接受', '可接受', '优秀', '完美'])
    expect(pmcBand(7, bands.toReversed())?.name).toBe('优秀')
    expect(pmcBand(0.1 + 0.2, [{ from: 0.3, name: '及格' }])?.name).toBe('及格')
    expect(pmcBand(1, [{ from: 5, name: '可接受' }])).toBeNull()
  })
})
