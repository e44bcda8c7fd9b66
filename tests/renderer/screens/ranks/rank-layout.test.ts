import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted, textWidth } from '../../../../src-renderer/parts/text-width.ts'
import { columnsThatFit, rankLayout, rankSizes } from '../../../../src-renderer/screens/ranks/rank-layout.ts'
import { themeLines, type RankMeasure } from '../../../../src-renderer/screens/ranks/theme-lines.ts'
import { cell, column, comparison, passage, row } from '../matrix/comparisons.ts'

// 虚构样例
const at = (report: string, start: number, rank: number) => cell([passage(report, '虚构', { start, end: start + 2 })], { rank, share: 0.2 / rank })
const none = cell([], { share: 0 })
const two = comparison([column('a'), column('b')], [
  row('care', [at('a', 50, 1), at('b', 90, 3)]),
  row('aid', [at('a', 10, 2), at('b', 30, 1)]),
  row('party', [at('a', 10, 2), at('b', 60, 1)]),
  row('marriage', [at('a', 80, 4), none]),
  row('ghost', [none, none])
])
const lines = (measure: RankMeasure, of = two, columns = [0, 1]) => themeLines(of, of.rows, { measure, columns })
const drawing = (of = two, columns = [0, 1], width = 900) => {
  const drawn = lines('length', of, columns)
  return {
    lines: drawn,
    heads: columns.map((index) => ({ name: `省${index}`, notes: ['2024-03-01'] })),
    labels: drawn.map(({ row: index }) => ({ name: of.rows[index]!.theme, left: ['1', '10.0 %'], right: ['1', '10.0 %', '↑2'] })),
    width
  }
}

describe('the places of themes (虚构样例)', () => {
  it('are their ranks by length, equals sharing one, with what has changed from column to column', () => {
    const [care, aid, party, marriage] = lines('length')
    expect(care!.marks.map(({ rank, change }) => [rank, change])).toEqual([[1, null], [3, -2]])
    expect(aid!.marks.map(({ rank, isTied }) => [rank, isTied])).toEqual([[2, true], [1, true]])
    expect(party!.marks[1]!.change).toBe(1)
    expect(marriage!.marks[1]).toMatchObject({ rank: null, change: null, share: 0 })
  })

  it('stand in no more columns than find room beside each other', () => {
    const wide = [...Array(12).keys()]
    const of = comparison(wide.map((index) => column(`c${index}`)), [row('养老服务与养老产业发展', wide.map((index) => at(`c${index}`, 10, 16)))])
    for (const width of [700, 1000, 1600]) {
      const fit = columnsThatFit(of.rows.map(({ theme }) => theme), width)
      expect(fit).toBeLessThan(12 + (width > 1500 ? 12 : 0))
      expect(rankLayout(drawing(of, wide.slice(0, fit), width)).width).toBeLessThanOrEqual(width)
    }
    expect(columnsThatFit(['养老'], 100)).toBe(2)
  })

  it('or their order of first mention: what begins at the same place shares a rank', () => {
    expect(lines('mention').map(({ marks }) => marks.map(({ rank }) => rank))).toEqual([[3, 3], [1, 1], [1, 2], [4, null]])
  })

  it('leave out what no column mentions', () => {
    expect(lines('length').map(({ row: index }) => two.rows[index]!.theme)).not.toContain('ghost')
  })

  it('give equals slots of their own, in the order of the column before', () => {
    expect(lines('length').map(({ marks }) => marks.map(({ slot }) => slot))).toEqual([[0, 2], [1, 0], [2, 1], [3, 0]])
  })

  it('count all themes, also where only some are shown', () => {
    const shown = themeLines(two, [two.rows[0]!], { measure: 'mention', columns: [0, 1] })
    expect(shown[0]!.marks.map(({ rank }) => rank)).toEqual([3, 3])
  })

  it('take the mean of the places in a column of several reports', () => {
    const province = { ...column('p'), reports: ['r1', 'r2'] }
    const both = (...starts: readonly (readonly [string, number])[]) =>
      cell(starts.map(([report, start]) => passage(report, '虚构', { start, end: start + 2 })))
    const of = comparison([province], [
      row('x', [both(['r1', 0], ['r2', 50])]),
      row('y', [both(['r1', 10], ['r2', 0], ['r2', 90])]),
      row('z', [both(['r1', 20])])
    ])
    // x 1 and 2, y 2 and 1: equal means; z comes third in the only report that has it
    expect(lines('mention', of, [0]).map(({ marks }) => marks[0]!.rank)).toEqual([1, 1, 3])
  })
})

describe('the slope chart', () => {
  it('draws what is not mentioned below a rule, and its line as open', () => {
    const layout = rankLayout(drawing())
    const marriage = layout.lines[3]!
    expect(marriage.marks[0]!.y).toBeLessThan(layout.absentFrom!)
    expect(marriage.marks[1]!.y).toBeGreaterThan(layout.absentFrom!)
    expect(layout.lines.map(({ paths }) => paths.map(({ isOpen }) => isOpen))).toEqual([[false], [false], [false], [true]])
  })

  it('draws the area of a mark in proportion to its share', () => {
    const [care, aid] = rankLayout(drawing()).lines
    expect((care!.marks[0]!.radius / aid!.marks[0]!.radius) ** 2).toBeCloseTo(0.2 / 0.1, 6)
  })

  it('clips a long name, never its figures', () => {
    const long = '一个非常之长的虚构主题名称，用来看它会不会越过自己的位置'
    const base = drawing()
    const layout = rankLayout({ ...base, labels: base.labels.map((label) => ({ ...label, name: long })) })
    expect(textWidth(layout.lines[0]!.right.name, rankSizes.text)).toBeLessThanOrEqual(rankSizes.longestName)
    expect(layout.lines[0]!.right.figures.map(({ text }) => text)).toEqual(['1', '10.0 %', '↑2'])
    expect(layout.lines[0]!.right.nameX + textWidth(layout.lines[0]!.right.name, rankSizes.text)).toBeLessThanOrEqual(layout.width)
  })

  it('has no two marks or labels upon one another, and nothing outside, for any ranks', () => {
    const charts = fc
      .record({ columns: fc.integer({ min: 1, max: 12 }), themes: fc.integer({ min: 1, max: 16 }), width: fc.integer({ min: 300, max: 1900 }) })
      .chain(({ columns, themes, width }) =>
        fc.tuple(fc.constant({ columns, width }), fc.array(fc.array(fc.option(fc.integer({ min: 1, max: 9 })), { minLength: columns, maxLength: columns }), { minLength: themes, maxLength: themes }))
      )
    fc.assert(
      fc.property(charts, ([{ columns, width }, ranks]) => {
        const of = comparison(
          Array.from({ length: columns }, (_, i) => column(String(i))),
          ranks.map((places, t) => row(`t${t}`, places.map((rank, c) => (rank === null ? none : at(String(c), t, rank)))))
        )
        const layout = rankLayout(drawing(of, [...Array(columns).keys()], width))
        for (let c = 0; c < columns; c++) {
          const ys = layout.lines.map(({ marks }) => marks[c]!.y).sort((a, b) => a - b)
          for (let i = 1; i < ys.length; i++) expect(ys[i]! - ys[i - 1]!).toBeGreaterThanOrEqual(rankSizes.row - 1e-9)
          if (c > 0) expect(layout.x[c]! - layout.x[c - 1]!).toBeGreaterThanOrEqual(rankSizes.leastStep - 1e-6)
        }
        for (const { marks, left, right } of layout.lines) {
          for (const mark of marks) expect(mark.y > rankSizes.head && mark.y < layout.height - mark.radius).toBe(true)
          expect(left.nameX - textWidth(left.name, rankSizes.text)).toBeGreaterThanOrEqual(0)
          expect(right.nameX + textWidth(right.name, rankSizes.text)).toBeLessThanOrEqual(layout.width)
          for (const [side, edge] of [[left, marks[0]!.x], [right, marks.at(-1)!.x]] as const) {
            const boxes = [
              ...side.figures.map(({ x, text, anchor }) => [x - (anchor === 'end' ? textWidth(text, rankSizes.figures) : 0), textWidth(text, rankSizes.figures)] as const),
              [side === left ? side.nameX - textWidth(side.name, rankSizes.text) : side.nameX, textWidth(side.name, rankSizes.text)] as const,
              [edge - rankSizes.mark.most, 2 * rankSizes.mark.most] as const
            ].sort((a, b) => a[0] - b[0])
            boxes.slice(1).forEach(([start], index) => expect(start).toBeGreaterThanOrEqual(boxes[index]![0] + boxes[index]![1] - 1e-6))
          }
        }
      }),
      { numRuns: 60 }
    )
  })
})

describe('texts that must fit', () => {
  it('are cut with … and never wider than their room', () => {
    expect(fitted('养老服务', 13, 52)).toBe('养老服务')
    expect(fitted('养老服务', 13, 45)).toBe('养老…')
    expect(fitted('养老服务', 13, 5)).toBe('')
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 300 }), (text, room) => textWidth(fitted(text, 13, room), 13) <= room))
  })
})
