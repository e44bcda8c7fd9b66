import { describe, expect, it } from 'vitest'
import { countRows, heatOf, sortRows, totalOfRow, type Measure } from '../../../../src-renderer/screens/counts/measures.ts'
import { cell, column, passage, row } from '../matrix/comparisons.ts'

// 虚构样例
const columns = [column('a', 1000), column('b', 4000)]
const rows = [
  row('x', [cell([passage('a', '甲'), passage('a', '乙')], { characters: 100, share: 0.1, rank: 1 }), cell([], { characters: 0, share: 0 })]),
  row('y', [cell([passage('a', '丙')], { characters: 50, share: 0.05, rank: 2 }), cell([passage('b', '丁')], { characters: 400, share: 0.1, rank: 1 })])
]

describe('counts (虚构样例)', () => {
  it('give each cell in the measure asked for', () => {
    const of = (measure: Measure) => countRows(rows, columns, measure).map(({ values }) => values)
    expect(of('passages')).toEqual([[2, 0], [1, 1]])
    expect(of('characters')).toEqual([[100, 0], [50, 400]])
    expect(of('share')).toEqual([[0.1, 0], [0.05, 0.1]])
    expect(of('perThousand')).toEqual([[2, 0], [1, 0.25]])
    expect(of('rank')).toEqual([[1, null], [2, 1]])
  })

  it('total counts by adding, shares and rates over all characters together, ranks not at all', () => {
    const [x] = rows
    if (x === undefined) throw new Error('no row')
    expect(totalOfRow(x, columns, 'characters')).toBe(100)
    expect(totalOfRow(x, columns, 'share')).toBe(100 / 5000)
    expect(totalOfRow(x, columns, 'perThousand')).toBe((2 / 5000) * 1000)
    expect(totalOfRow(x, columns, 'rank')).toBeNull()
  })

  it('give the difference of two columns, and none of three', () => {
    expect(countRows(rows, columns, 'characters').map(({ difference }) => difference)).toEqual([100, -350])
    const three = [...columns, column('c')]
    const wide = rows.map((r) => ({ ...r, cells: [...r.cells, cell([])] }))
    expect(countRows(wide, three, 'characters').every(({ difference }) => difference === null)).toBe(true)
  })

  it('sort by any column either way, with what has no value last', () => {
    const ranked = countRows(rows, columns, 'rank')
    const order = (descending: boolean) => sortRows(ranked, { key: 1, descending }).map(({ row: { theme } }) => theme)
    expect(order(false)).toEqual(['y', 'x'])
    expect(order(true)).toEqual(['y', 'x'])
    expect(sortRows(ranked, { key: 0, descending: true }).map(({ row: { theme } }) => theme)).toEqual(['y', 'x'])
  })

  it('shade from nothing to five, the first rank darkest', () => {
    expect(heatOf(0, [0, 10], 'passages')).toBe(0)
    expect(heatOf(1, [1, 10], 'passages')).toBe(1)
    expect(heatOf(10, [1, 10], 'passages')).toBe(5)
    expect(heatOf(1, [1, 5], 'rank')).toBe(5)
    expect(heatOf(5, [1, 5], 'rank')).toBe(1)
    expect(heatOf(null, [1, 5], 'rank')).toBe(0)
  })
})
