import { describe, expect, it } from 'vitest'
import { countsGrid, formOf, heatScale, quotationsBehind, type CountsForm } from '../../../../src-renderer/screens/counts/measures.ts'
import { shownTable } from '../../../../src-renderer/screens/counts/shown-table.ts'
import { zh } from '../../../../src-renderer/language/zh.ts'
import { cell, column, comparison, passage, row } from '../matrix/comparisons.ts'

// 虚构样例: 甲 has 1,000 characters, 乙 4,000
const rows = [
  row('x', [cell([passage('a', '甲'), passage('a', '乙')], { characters: 100, share: 0.1, rank: 1 }), cell([], { characters: 0, share: 0 })]),
  row('y', [cell([passage('a', '丙')], { characters: 50, share: 0.05, rank: 2 }), cell([passage('b', '丁')], { characters: 400, share: 0.1, rank: 1 })])
]
const pair = comparison([column('a', 1000), column('b', 4000)], rows)
const three = comparison([...pair.columns, column('c', 5000)], rows.map((r) => ({ ...r, cells: [...r.cells, cell([])] })))

const plain: CountsForm = { measure: 'passages', base: 'none', isTransposed: false, hidesEmpty: false, sorting: { key: 'order', descending: false } }
const grid = (form: Partial<CountsForm>, of = pair) => countsGrid(of, of.rows, { ...plain, ...form })
const keys = (lines: readonly { readonly key: string }[]) => lines.map(({ key }) => key)

describe('the table of counts (虚构样例)', () => {
  it('gives each cell in the measure asked for, with totals, the difference of two, n and the base', () => {
    const shown = grid({})
    expect(keys(shown.columns)).toEqual(['column:a', 'column:b', 'total', 'difference'])
    expect(keys(shown.rows)).toEqual(['theme:x', 'theme:y', 'total', 'reports', 'base'])
    expect(shown.values).toEqual([
      [2, 0, 2, 2],
      [1, 1, 2, 0],
      [3, 1, 4, 2],
      [1, 1, 2, null],
      [1000, 4000, 5000, null]
    ])
  })

  it('counts characters', () => {
    expect(grid({ measure: 'characters' }).values.slice(0, 3)).toEqual([[100, 0, 100, 100], [50, 400, 450, -350], [150, 400, 550, -250]])
  })

  it('takes shares and rates of several columns of all their characters together', () => {
    expect(grid({ measure: 'share' }).values.slice(0, 2)).toEqual([[0.1, 0, 100 / 5000, 0.1], [0.05, 0.1, 450 / 5000, -0.05]])
    expect(grid({ measure: 'perThousand' }).values.slice(0, 2)).toEqual([[2, 0, 0.4, 2], [1, 0.25, 0.4, 0.75]])
  })

  it('adds no ranks, and has no difference where a theme is absent', () => {
    const shown = grid({ measure: 'rank' })
    expect(keys(shown.columns)).toEqual(['column:a', 'column:b', 'difference'])
    expect(keys(shown.rows)).toEqual(['theme:x', 'theme:y', 'reports', 'base'])
    expect(shown.values.slice(0, 2)).toEqual([[1, null, null], [2, 1, 1]])
  })

  it('says in 0 and 1 who mentions what, and in how many columns', () => {
    expect(grid({ measure: 'presence' }).values.slice(0, 3)).toEqual([[1, 0, 1, 1], [1, 1, 2, 0], [2, 1, 3, 1]])
  })

  it('says 0 only of what a person has read through; a mention in passing is no 1, and the total counts the 1s', () => {
    const judged = comparison(pair.columns, [
      row('x', [cell([passage('a', '甲')], { verdict: 'in-passing' }), cell([], { verdict: 'absent' })]),
      row('y', [cell([passage('a', '丙')]), cell([], { verdict: 'not-applicable' })]),
      row('z', [cell([], { verdict: 'in-passing' }), cell([])])
    ])
    const shown = grid({ measure: 'presence' }, judged)
    expect(shown.states?.map((line) => line.slice(0, 3))).toEqual([['in-passing', 'absent', null], ['present', 'not-applicable', null], ['in-passing', 'unread', null], [null, null, null], [null, null, null], [null, null, null]])
    expect(shown.values.slice(0, 4).map((line) => line[2])).toEqual([0, 1, 0, 1])
    expect(grid({ measure: 'passages' }, judged).states).toBeNull()
    const texts = { comparison: judged, rows: judged.rows, names: ['甲', '乙'], words: zh, language: 'zh' as const }
    expect(shownTable(shown, texts).rows.slice(0, 3).map(({ cells }) => cells.slice(1, 3))).toEqual([['顺带提及', 0], [1, '不适用'], ['顺带提及', '待读']])
  })

  it('parts a row: of the quotations on y, half are of each', () => {
    expect(grid({ base: 'row' }).values.slice(0, 3)).toEqual([[1, 0, 1, 1], [0.5, 0.5, 1, 0], [0.75, 0.25, 1, 0.5]])
  })

  it('parts a column: of the quotations of a, two thirds are on x', () => {
    const values = grid({ base: 'column' }).values.slice(0, 3)
    expect(values[0]).toEqual([2 / 3, 0, 0.5, 2 / 3])
    expect(values[2]).toEqual([1, 1, 1, 0])
  })

  it('takes no base for what is parted already', () => {
    for (const measure of ['share', 'perThousand', 'rank', 'presence'] as const) {
      expect(grid({ measure, base: 'row' })).toEqual(grid({ measure }))
    }
  })

  it('turns round: rows are the columns then, and a part of a row is a part of what is shown as a row', () => {
    const shown = grid({ isTransposed: true })
    expect(keys(shown.rows)).toEqual(['column:a', 'column:b', 'total', 'difference'])
    expect(keys(shown.columns)).toEqual(['theme:x', 'theme:y', 'total', 'reports', 'base'])
    const straight = grid({})
    expect(shown.values).toEqual(straight.columns.map((_, c) => straight.rows.map((__, r) => straight.values[r]![c]!)))
    expect(grid({ isTransposed: true, base: 'row' }).values[0]!.slice(0, 3)).toEqual([2 / 3, 1 / 3, 1])
  })

  it('has a difference for exactly two columns', () => {
    expect(keys(grid({}, three).columns)).toEqual(['column:a', 'column:b', 'column:c', 'total'])
  })

  it('leaves out what is empty, and says how much', () => {
    const shown = grid({ hidesEmpty: true }, three)
    expect(keys(shown.columns)).toEqual(['column:a', 'column:b', 'total'])
    expect(shown.hidden).toEqual({ themes: 0, columns: 1 })
    const only = countsGrid(three, [row('z', [cell([]), cell([]), cell([])]), ...three.rows], { ...plain, hidesEmpty: true })
    expect(keys(only.rows).slice(0, 2)).toEqual(['theme:x', 'theme:y'])
    expect(only.values[0]).toEqual([2, 0, 2])
  })

  it('sorts by any column either way, with what has no value last', () => {
    const order = (form: Partial<CountsForm>) => keys(grid(form).rows).slice(0, 2)
    const by = (key: string, descending: boolean) => ({ sorting: { key, descending } })
    expect(order(by('column:b', true))).toEqual(['theme:y', 'theme:x'])
    expect(order(by('difference', false))).toEqual(['theme:y', 'theme:x'])
    expect(order({ measure: 'rank', ...by('column:b', false) })).toEqual(['theme:y', 'theme:x'])
    expect(order({ measure: 'rank', ...by('column:b', true) })).toEqual(['theme:y', 'theme:x'])
    expect(order(by('order', true))).toEqual(['theme:y', 'theme:x'])
  })

  it('keeps the given order where the column it was sorted by is gone', () => {
    expect(keys(grid({ sorting: { key: 'column:gone', descending: false } }).rows).slice(0, 2)).toEqual(['theme:x', 'theme:y'])
  })

  it('says how each number is written: differences of shares are points, n and base are counts', () => {
    const shown = grid({ measure: 'share' })
    const units = (of: typeof shown, row: number) => of.columns.map((column) => formOf(of, of.rows[row]!, column).unit)
    expect(units(shown, 0)).toEqual(['percent', 'percent', 'percent', 'points'])
    expect(units(shown, shown.rows.length - 1)).toEqual(['count', 'count', 'count', 'count'])
    expect(units(grid({ base: 'row' }), 0)).toEqual(['percent', 'percent', 'percent', 'points'])
    expect(formOf(grid({}), shown.rows[0]!, shown.columns[3]!)).toEqual({ unit: 'count', isSigned: true })
    expect(formOf(grid({ measure: 'perThousand' }), shown.rows[0]!, shown.columns[0]!)).toEqual({ unit: 'decimal', isSigned: false })
  })
})

describe('shading', () => {
  it('runs in five steps from nothing to the greatest, and leaves totals out', () => {
    const scale = heatScale(grid({ measure: 'characters' }))
    expect([0, 50, 100, 400].map(scale.of)).toEqual([0, 1, 2, 5])
    expect(scale.of(null)).toBe(0)
    expect(scale.darkest).toBe(400)
  })

  it('draws the first rank darkest', () => {
    const scale = heatScale(grid({ measure: 'rank' }))
    expect([1, 2, null].map(scale.of)).toEqual([5, 3, 0])
  })

  it('shades nothing where there is nothing', () => {
    expect(heatScale(countsGrid({ columns: [] }, [], plain)).darkest).toBeNull()
  })
})

describe('the quotations behind a number', () => {
  const count = (theme: number | null, of: number | null) =>
    quotationsBehind(pair.rows, pair.columns, { theme, column: of }).reduce((sum, { passages }) => sum + passages.length, 0)

  it('are as many as the number says: of a cell, of a theme, of a column, of all', () => {
    expect([count(0, 0), count(0, 1), count(1, null), count(null, 0), count(null, null)]).toEqual([2, 0, 2, 3, 4])
  })
})
