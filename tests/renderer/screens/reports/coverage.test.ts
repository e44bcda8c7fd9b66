import { describe, expect, it } from 'vitest'
import { coverageOf, depthOf } from '../../../../src-renderer/screens/reports/coverage.ts'
import { corps, hangzhou, hubei, invented, national, zhejiang } from './invented-summaries.ts'

describe('the coverage of a library', () => {
  it('has a row for each of the 31 provincial units, also of those with nothing', () => {
    const { rows, years } = coverageOf([])
    expect(rows).toHaveLength(31)
    expect(rows.every(({ isExpected, sum }) => isExpected && sum === 0)).toBe(true)
    expect(years).toEqual([])
  })

  it('counts by province and year, a city to its province', () => {
    const coverage = coverageOf([
      invented({ at: zhejiang, on: '2021' }),
      invented({ at: hangzhou, on: '2021-05' }),
      invented({ at: hubei, on: '2023-02-10' })
    ])
    expect(coverage.years).toEqual(['2021', '2022', '2023'])
    const rowOf = (code: string) => coverage.rows.find(({ division }) => division.code === code)
    expect(rowOf('330000')).toMatchObject({ counts: [2, 0, 0], sum: 2 })
    expect(rowOf('420000')).toMatchObject({ counts: [0, 0, 1], sum: 1 })
    expect(rowOf('110000')).toMatchObject({ counts: [0, 0, 0], sum: 0 })
    expect(coverage.unitsPresent).toEqual([1, 0, 1])
    expect(coverage.sums).toEqual([2, 0, 1])
  })

  it('adds what is no provincial unit below, and what names nothing last', () => {
    const { rows, unitsPresent } = coverageOf([invented({ at: null, on: '2023' }), invented({ at: corps, on: '2023' }), invented({ at: national, on: '2023' })])
    expect(rows.slice(31).map(({ division }) => division.name)).toEqual(['全国', '新疆生产建设兵团', ''])
    expect(rows.slice(31).every(({ isExpected }) => !isExpected)).toBe(true)
    expect(unitsPresent).toEqual([0])
  })

  it('keeps reports without a year in a column of their own', () => {
    expect(coverageOf([invented({ on: null }), invented({ on: '2023' })]).years).toEqual(['2023', ''])
  })

  it('leaves out empty years where the years lie far apart', () => {
    expect(coverageOf([invented({ on: '1949' }), invented({ on: '2023' }), invented({ on: '2024' })]).years).toEqual(['1949', '2023', '2024'])
  })

  it('loses no report', () => {
    const reports = [zhejiang, hubei, national, corps, null].flatMap((at) => ['2020', '2024-01', null].map((on) => invented({ at, on })))
    const { sums, rows } = coverageOf(reports)
    expect(sums.reduce((a, b) => a + b, 0)).toBe(reports.length)
    expect(rows.reduce((sum, row) => sum + row.sum, 0)).toBe(reports.length)
  })

  it('draws the fullest cell darkest, one report at least lightly', () => {
    expect([0, 1, 25, 50, 100].map((count) => depthOf(count, 100))).toEqual([0, 1, 1, 2, 4])
    expect([0, 1, 2].map((count) => depthOf(count, 2))).toEqual([0, 1, 2])
  })
})
