import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countBy, countThemes, filterReports, foldForFinding, isFiltered, noFilters, type Filters } from '../../../../src-renderer/screens/reports/filter-reports.ts'
import { provinceCode } from '../../../../src-renderer/report-facts.ts'
import { hangzhou, hubei, invented, national, zhejiang } from './invented-summaries.ts'

const reports = [
  invented({ id: '1', at: zhejiang, on: '2023-02-10', themes: ['elderly_care', 'charity'] }),
  invented({ id: '2', at: hangzhou, on: '2022', themes: ['elderly_care'], notes: 2 }),
  invented({ id: '3', at: hubei, on: '2023-03', recognised: 0.9 }),
  invented({ id: '4', at: national, on: null, machine: { title: null } }),
  invented({ id: '5', at: null, on: null, title: '第１０次会议 ABC' })
]
const shown = (filters: Partial<Filters>): string[] =>
  filterReports(reports, { ...noFilters, ...filters }, ({ title }) => foldForFinding(title ?? '')).map(({ id }) => id)

describe('filters', () => {
  it('show everything while none is set', () => {
    expect(shown({})).toEqual(['1', '2', '3', '4', '5'])
    expect(isFiltered(noFilters)).toBe(false)
    expect(isFiltered({ ...noFilters, text: ' ' })).toBe(false)
  })

  it('count a city to its province', () => {
    expect(shown({ provinces: ['330000'] })).toEqual(['1', '2'])
    expect(shown({ provinces: ['330000'], levels: ['prefecture'] })).toEqual(['2'])
  })

  it('take any of the values of one, and all filters together', () => {
    expect(shown({ provinces: ['330000', '420000'] })).toEqual(['1', '2', '3'])
    expect(shown({ provinces: ['330000', '420000'], years: ['2023'] })).toEqual(['1', '3'])
  })

  it('want every theme that is chosen', () => {
    expect(shown({ themes: ['elderly_care'] })).toEqual(['1', '2'])
    expect(shown({ themes: ['elderly_care', 'charity'] })).toEqual(['1'])
  })

  it('find what does not tell its province or year', () => {
    expect(shown({ provinces: [''] })).toEqual(['5'])
    expect(shown({ years: [''] })).toEqual(['4', '5'])
  })

  it('know notes, corrections and recognised text', () => {
    expect(shown({ hasNotes: true })).toEqual(['2'])
    expect(shown({ isCorrected: true })).toEqual(['4'])
    expect(shown({ isRecognised: true })).toEqual(['3'])
  })

  it('find words whatever their width and case, all of them', () => {
    expect(shown({ text: '第10次' })).toEqual(['5'])
    expect(shown({ text: 'ＡＢＣ 会议' })).toEqual(['5'])
    expect(shown({ text: '会议 没有' })).toEqual([])
  })

  it('never show more when one more is set', () => {
    const some = fc.record({
      provinces: fc.subarray(['330000', '420000', '000000', '']),
      years: fc.subarray(['2022', '2023', '']),
      hasNotes: fc.boolean(),
      isRecognised: fc.boolean()
    })
    fc.assert(
      fc.property(some, fc.subarray(['elderly_care', 'charity']), (filters, themes) => {
        const before = new Set(shown(filters))
        expect(shown({ ...filters, themes }).every((id) => before.has(id))).toBe(true)
      })
    )
  })
})

describe('the lists to choose from', () => {
  it('say how many reports each value has', () => {
    expect(Object.fromEntries(countBy(reports, provinceCode))).toEqual({ '330000': 2, '420000': 1, '000000': 1, '': 1 })
    expect(Object.fromEntries(countThemes(reports))).toEqual({ elderly_care: 2, charity: 1 })
  })
})
