import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dotPlaces } from '../../../../src-renderer/screens/targets/dot-places.ts'
import { lineAt, linesInSight, lineTops, scrollTo } from '../../../../src-renderer/screens/targets/line-places.ts'
import { facetCounts, filterRows, noFilters } from '../../../../src-renderer/screens/targets/target-filter.ts'
import { alone, dotsOf, groupRows, linesOf } from '../../../../src-renderer/screens/targets/target-groups.ts'
import { moveInTable, placeIn } from '../../../../src-renderer/screens/targets/target-keys.ts'
import { sortRows } from '../../../../src-renderer/screens/targets/target-sort.ts'
import { targetRow } from './invented-rows.ts'

// 虚构样例

const themes = new Map([['elderly_care', 0], ['funeral', 1]])

describe('filters of targets', () => {
  const rows = [
    targetRow({ report: 'a', province: '330000', year: '2031' }),
    targetRow({ report: 'b', province: '420000', year: '2032', unitKey: '张', text: '新增床位３００张' }),
    targetRow({ report: 'c', province: '', year: '', theme: null })
  ]

  it('narrow by several values at once, and by what is not known', () => {
    expect(filterRows(rows, { ...noFilters, province: ['330000', '420000'], unit: ['张'] }).map(({ report }) => report)).toEqual(['b'])
    expect(filterRows(rows, { ...noFilters, year: [''] }).map(({ report }) => report)).toEqual(['c'])
  })

  it('find words whatever their width and spaces', () => {
    expect(filterRows(rows, { ...noFilters, find: '床位 300 张' }).map(({ report }) => report)).toEqual(['b'])
  })

  it('count each value by what the other filters leave', () => {
    const counts = facetCounts(rows, { ...noFilters, unit: ['%'], province: ['330000'] }, 'province')
    expect([...counts]).toEqual([['330000', 1], ['', 1]])
  })
})

describe('sorting of targets', () => {
  it('orders numbers within their unit, the commonest unit first, either way', () => {
    const rows = [
      targetRow({ report: 'beds', value: 30, unitKey: '张' }),
      targetRow({ report: 'high', value: 90 }),
      targetRow({ report: 'low', value: 40 }),
      targetRow({ report: 'none', value: null, unitKey: '' })
    ]
    const order = (descending: boolean) => sortRows(rows, { key: 'value', descending }, themes).map(({ report }) => report)
    expect(order(false)).toEqual(['low', 'high', 'beds', 'none'])
    expect(order(true)).toEqual(['high', 'low', 'beds', 'none'])
  })

  it('puts what is not known last, whichever way, and keeps equals in their order', () => {
    const rows = [
      targetRow({ report: 'unknown', deadline: null, deadlineYear: null }),
      targetRow({ report: 'words', deadline: '年底前', deadlineYear: null }),
      targetRow({ report: 'one', deadlineYear: 2031 }),
      targetRow({ report: 'two', deadlineYear: 2031 })
    ]
    expect(sortRows(rows, { key: 'deadline', descending: false }, themes).map(({ report }) => report)).toEqual(['one', 'two', 'words', 'unknown'])
    expect(sortRows(rows, { key: 'deadline', descending: true }, themes).at(-1)?.report).toBe('unknown')
  })

  it('never loses or doubles a row', () => {
    const anyRow = fc.record({ value: fc.option(fc.integer()), unitKey: fc.constantFrom('', '%', '张'), iso: fc.constantFrom('', '2030-01-01', '2031-01-01') }).map((change) => targetRow(change))
    fc.assert(
      fc.property(fc.array(anyRow), fc.constantFrom('value', 'unit', 'date', 'metric', 'theme'), fc.boolean(), (rows, key, descending) => {
        const sorted = sortRows(rows, { key, descending }, themes)
        expect(new Set(sorted)).toEqual(new Set(rows))
        expect(sorted).toHaveLength(rows.length)
      })
    )
  })
})

describe('groups of targets', () => {
  const rows = [
    targetRow({ report: 'a', value: 60 }),
    targetRow({ report: 'b', value: 50 }),
    targetRow({ report: 'b', value: 3, operator: '+', start: 40 }),
    targetRow({ report: 'c', value: 100, operator: 'coverage' }),
    targetRow({ report: 'd', metricWords: '火化率', metricKey: '火化率' }),
    targetRow({ report: 'e', metricWords: '', metricKey: '' }),
    targetRow({ report: 'f', metricWords: '', metricKey: '' })
  ]

  it('put values of one metric, unit and way on one axis, least first, and nothing else', () => {
    const groups = groupRows(rows, 'metric')
    expect(groups.map(({ key, rows: own }) => [key, own.length])).toEqual([['护理床位占比', 4], [alone, 1], ['', 2]])
    expect(groups[0]?.plots.map((plot) => dotsOf(plot).flatMap(({ rows: own }) => own).map(({ report, value }) => [report, value]))).toEqual([[['b', 50], ['a', 60]]])
    expect(groups[1]?.plots).toEqual([])
    expect(groups[2]?.plots, 'what is not known is not comparable').toEqual([])
  })

  it('stand on one point where they are equal, and close to it where they are too many to be told apart', () => {
    const dots = (values: readonly number[]) => dotsOf(groupRows(values.map((value, index) => targetRow({ report: String(index), value })), 'metric')[0]!.plots[0]!)
    expect(dots([60, 50, 60]).map(({ value, rows: own }) => [value, own.length])).toEqual([[50, 1], [60, 2]])
    const many = dots(Array.from({ length: 900 }, (_, index) => 400 + index))
    expect(many.length).toBeLessThanOrEqual(101)
    expect(many.reduce((sum, { rows: own }) => sum + own.length, 0)).toBe(900)
  })

  it('by unit compare whatever has that unit', () => {
    const beds = [targetRow({ report: 'a', metricKey: '甲' }), targetRow({ report: 'b', metricKey: '乙' })]
    expect(groupRows(beds, 'unit')[0]?.plots).toHaveLength(1)
    expect(groupRows(beds, 'theme')[0]?.plots).toHaveLength(0)
  })

  it('folded keep their head and their dots', () => {
    const lines = linesOf(groupRows(rows, 'metric'), ['护理床位占比'])
    expect(lines.map(({ kind }) => kind)).toEqual(['group', 'plot', 'group', 'row', 'group', 'row', 'row'])
  })
})

describe('the places of lines', () => {
  it('finds the line at any height, and shows those in sight with the one that has the focus', () => {
    const lines = Array.from({ length: 200 }, (_, index) => targetRow({ report: String(index) }))
    const tops = lineTops(lines)
    fc.assert(
      fc.property(fc.nat(Math.floor(tops.at(-1)!) - 1), fc.nat(199), (top, active) => {
        const at = lineAt(tops, top)
        expect(tops[at]).toBeLessThanOrEqual(top)
        expect(tops[at + 1]).toBeGreaterThan(top)
        const shown = linesInSight(tops, { top, height: 600, active })
        expect(shown).toContain(at)
        expect(shown).toContain(active)
        expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => a - b))
        const to = scrollTo(tops, active, { top, height: 600 }) ?? top
        expect(tops[active]).toBeGreaterThanOrEqual(to)
      })
    )
  })

  it('keys never lead out of the table', () => {
    const lines = linesOf(groupRows([targetRow({ report: 'a' }), targetRow({ report: 'b' })], 'metric'), [])
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End')
    fc.assert(
      fc.property(fc.array(fc.tuple(keys, fc.boolean())), (pressed) => {
        const end = pressed.reduce((at, [key, jump]) => moveInTable(at, { key, jump, page: 5 }, lines)!, { line: 0, column: 0 })
        expect(placeIn(lines, end)).toEqual(end)
      })
    )
  })
})

describe('the dots of a plot', () => {
  it('stand on the axis, and their names never overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -1000, max: 100_000 }), fc.integer({ min: 20, max: 90 })), { minLength: 2, maxLength: 60 }), (given) => {
        const width = 800
        const { dots, ticks } = dotPlaces({ values: given.map(([value]) => value), widths: given.map(([, size]) => size), width, lanes: 3 })
        for (const { at } of [...dots, ...ticks]) {
          expect(at).toBeGreaterThanOrEqual(0)
          expect(at).toBeLessThanOrEqual(1)
        }
        const named = dots.flatMap(({ at, lane }, index) => {
          const size = given[index]![1]
          return lane === null ? [] : [{ lane, from: Math.min(Math.max(0, at * width - size / 2), width - size), size }]
        })
        for (const one of named) {
          const others = named.filter((other) => other !== one && other.lane === one.lane)
          expect(others.every(({ from, size }) => from >= one.from + one.size || from + size <= one.from)).toBe(true)
        }
      })
    )
  })

  it('name the least and the greatest before all others', () => {
    const { dots } = dotPlaces({ values: [5, 5.1, 1, 9, 5.2], widths: [400, 400, 300, 300, 400], width: 800, lanes: 1 })
    expect(dots.map(({ lane }) => lane)).toEqual([null, null, 0, 0, null])
  })
})
