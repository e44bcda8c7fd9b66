import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportSummary } from '#core/contract/calls.ts'
import { columnIds, movedColumn, wholeOrder } from '../../../../src-renderer/screens/reports/column-ids.ts'
import { noFilters } from '../../../../src-renderer/screens/reports/filter-reports.ts'
import { groupLines, type TableGrouping } from '../../../../src-renderer/screens/reports/group-reports.ts'
import { sortKeys } from '../../../../src-renderer/screens/reports/sort-keys.ts'
import { firstView, restoreView, toggledSort, withSaved } from '../../../../src-renderer/screens/reports/table-view.ts'
import { hangzhou, hubei, invented, national, zhejiang } from './invented-summaries.ts'

describe('sorting', () => {
  const reports = [
    invented({ id: 'a', at: hubei, on: '2023-02', title: '第10次会议' }),
    invented({ id: 'b', at: hangzhou, on: '2023-02-01', title: '第9次会议' }),
    invented({ id: 'c', at: null, on: null, title: null }),
    invented({ id: 'd', at: national, on: '2022', title: '安徽' })
  ]
  const order = (column: (typeof columnIds)[number]): string[] => {
    const key = sortKeys(reports, new Map())[column]
    return reports
      .toSorted((a, b) => (key(a) ?? Infinity) - (key(b) ?? Infinity))
      .map(({ id }) => id)
  }

  it('is by division code, and by level from the whole country down', () => {
    expect(order('province')).toEqual(['d', 'b', 'a', 'c'])
    expect(order('level')).toEqual(['d', 'a', 'b', 'c'])
  })

  it('is by day, a month before its days; what has no date has no key', () => {
    expect(order('date')).toEqual(['d', 'a', 'b', 'c'])
    expect(sortKeys(reports, new Map()).date(reports[2]!)).toBeUndefined()
  })

  it('of texts is by pinyin and counts as a reader counts', () => {
    expect(order('title')).toEqual(['d', 'b', 'a', 'c'])
  })

  it('by a click goes up, down, and back to the order of the library', () => {
    const once = toggledSort([], 'date', false)
    expect(once).toEqual([{ id: 'date', desc: false }])
    const twice = toggledSort(once, 'date', false)
    expect(twice).toEqual([{ id: 'date', desc: true }])
    expect(toggledSort(twice, 'date', false)).toEqual([])
    expect(toggledSort(once, 'title', false)).toEqual([{ id: 'title', desc: false }])
  })

  it('with Shift adds a column behind the others, and keeps its place when it turns', () => {
    const both = toggledSort(toggledSort([], 'province', false), 'date', true)
    expect(both.map(({ id }) => id)).toEqual(['province', 'date'])
    expect(toggledSort(both, 'province', true)).toEqual([{ id: 'province', desc: true }, { id: 'date', desc: false }])
  })
})

describe('grouping', () => {
  const reports = [
    invented({ id: 'a', at: hubei, on: '2022' }),
    invented({ id: 'b', at: zhejiang, on: '2023' }),
    invented({ id: 'c', at: hangzhou, on: '2022' }),
    invented({ id: 'd', at: null, on: null })
  ]
  const lines = (by: TableGrouping, folded: readonly string[] = []): string[] =>
    groupLines(reports, (report: ReportSummary) => report, { by, folded }).map((line) =>
      line.kind === 'group' ? `[${line.key}:${line.reports.length}]` : line.report.id
    )

  it('by province comes in the order of the codes, what names none last', () => {
    expect(lines('province')).toEqual(['[330000:2]', 'b', 'c', '[420000:1]', 'a', '[:1]', 'd'])
  })

  it('by year comes newest first', () => {
    expect(lines('year')).toEqual(['[2023:1]', 'b', '[2022:2]', 'a', 'c', '[:1]', 'd'])
  })

  it('by region puts provinces of one part of the country together', () => {
    expect(lines('region')).toEqual(['[east:2]', 'b', 'c', '[central:1]', 'a', '[:1]', 'd'])
  })

  it('a folded group shows its head alone, with the count of all', () => {
    expect(lines('province', ['330000'])).toEqual(['[330000:2]', '[420000:1]', 'a', '[:1]', 'd'])
  })

  it('shows each report once', () => {
    for (const by of ['none', 'province', 'year', 'region'] as const) {
      expect(lines(by).filter((line) => !line.startsWith('[')).sort()).toEqual(['a', 'b', 'c', 'd'])
    }
  })
})

describe('columns', () => {
  it('move one place, and stay at the edge', () => {
    expect(movedColumn(columnIds, 'level', -1).slice(0, 3)).toEqual(['level', 'province', 'date'])
    expect(movedColumn(columnIds, 'province', -1)).toEqual(columnIds)
    expect(movedColumn(columnIds, 'source', 1)).toEqual(columnIds)
  })

  it('of an older or damaged order are all there, once', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom<unknown>(...columnIds), fc.string(), fc.integer())), (saved) => {
        expect([...wholeOrder(saved)].sort()).toEqual([...columnIds].sort())
      })
    )
  })
})

describe('the view that was kept', () => {
  it('of a time before a column has it as a new view has it, and what the person shows or hides stays so', () => {
    const older = columnIds.filter((id) => id !== 'review')
    expect(restoreView({ order: older, hidden: ['issuer'] }).hidden).toEqual(['issuer', 'review'])
    expect(restoreView({ order: older, hidden: [] }).hidden).toEqual(['review'])
    expect(restoreView({ order: columnIds, hidden: [] }).hidden).toEqual([])
  })

  it('comes back as it was', () => {
    const view = withSaved({ ...firstView, tab: 'coverage', filters: { ...noFilters, years: ['2023'], text: '养老' }, sorting: [{ id: 'date', desc: true }], widths: { title: 420 }, hidden: [], scroll: 1200 }, '今年')
    expect(restoreView(JSON.parse(JSON.stringify(view)))).toEqual(view)
  })

  it('is the first one where nothing, or anything else, was kept', () => {
    expect(restoreView(undefined)).toEqual(firstView)
    fc.assert(
      fc.property(fc.jsonValue(), (saved) => {
        const view = restoreView(saved)
        expect(restoreView(JSON.parse(JSON.stringify(view)))).toEqual(view)
        expect(view.order).toHaveLength(columnIds.length)
      })
    )
  })

  it('has each saved filter once under its name', () => {
    const twice = withSaved(withSaved(firstView, '东部'), '东部')
    expect(twice.saved).toHaveLength(1)
  })
})
