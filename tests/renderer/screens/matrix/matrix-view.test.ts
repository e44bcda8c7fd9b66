import { describe, expect, it } from 'vitest'
import { foldOf, matrixView, type MatrixFilter } from '../../../../src-renderer/screens/matrix/matrix-view.ts'
import { cell, column, comparison, passage, row } from './comparisons.ts'

const everything: MatrixFilter = { themes: [], kinds: [], find: '', onlyMentioning: false }
const naming = { columns: ['甲', '乙', '丙'], sharedWith: (others: string) => `${others}也有`, separator: '、' }

// 虚构样例
const invented = comparison(
  [column('a'), column('b'), column('c')],
  [
    row('x', [cell([passage('a', '建成甲乙中心三个，推进丙事。')]), cell([passage('b', '推进丙事，办好丁事。', { kinds: ['review'] })]), cell([])], {
      shared: [{ phrase: '推进丙事', columns: [0, 1] }]
    }),
    row('y', [cell([]), cell([passage('b', '只有一句。')]), cell([])]),
    row('z', [cell([]), cell([]), cell([])])
  ]
)

describe('the table as shown (虚构样例)', () => {
  it('draws the themes that some column mentions, and names the others', () => {
    const view = matrixView(invented, everything, naming)
    expect(view.rows.map(({ row: { theme } }) => theme)).toEqual(['x', 'y'])
    expect(view.absent.map(({ theme }) => theme)).toEqual(['z'])
    expect(view.columns).toEqual([0, 1, 2])
  })

  it('marks the phrases a column shares, and says with whom', () => {
    const first = matrixView(invented, everything, naming).rows[0]?.cells[0]?.passages[0]
    expect(first?.marks).toEqual([{ start: 9, end: 13, kind: 'shared', note: '乙也有' }])
  })

  it('narrows to words and kinds, counts the hits, and drops the rows left empty', () => {
    const found = matrixView(invented, { ...everything, find: '推进' }, naming)
    expect(found.rows.map(({ row: { theme } }) => theme)).toEqual(['x'])
    expect(found.rows[0]?.cells.map(({ hits }) => hits)).toEqual([1, 1, 0])
    const reviews = matrixView(invented, { ...everything, kinds: ['review'] }, naming)
    expect(reviews.rows[0]?.cells.map(({ passages }) => passages.length)).toEqual([0, 1, 0])
  })

  it('leaves out the columns without text when asked, and keeps cells and columns together', () => {
    const view = matrixView(invented, { ...everything, themes: ['y'], onlyMentioning: true }, naming)
    expect(view.columns).toEqual([1])
    expect(view.rows[0]?.cells.map(({ passages }) => passages[0]?.passage.text)).toEqual(['只有一句。'])
  })

  it('marks a target inside its quotation, at the quotation’s own positions', () => {
    const at = passage('a', '到明年建成甲乙中心三个。', { start: 100, end: 112 })
    const target = {
      start: 103, end: 111, value: 3, upper: null, unit: '个', operator: '=' as const, deadlineYear: null, deadline: null,
      theme: 'x', report: 'a', text: '建成甲乙中心三个', passage: 0, outline: [], paragraph: 2, lastParagraph: 2,
      source: { line: 3, lastLine: 3, unit: 'line' as const, page: null, lastPage: null, recognised: null }
    }
    const one = comparison([column('a')], [row('x', [cell([at], { targets: [target] })])])
    const shown = matrixView(one, everything, naming).rows[0]?.cells[0]
    expect(shown?.passages[0]?.marks).toEqual([{ start: 3, end: 11, kind: 'target' }])
    expect(shown?.targets).toEqual([target])
  })
})

describe('a folded cell', () => {
  const views = (...lengths: number[]) => lengths.map((length) => ({ passage: passage('a', '文'.repeat(length)), marks: [] }))

  it('shows what fits in about twelve lines whole', () => {
    expect(foldOf(views(100, 60), 20)).toEqual({ clamps: [null, null], hiddenPassages: 0, hiddenCharacters: 0 })
  })

  it('cuts the quotation that crosses the fold and counts all that is hidden', () => {
    const fold = foldOf(views(100, 300, 50), 20)
    expect(fold.clamps).toEqual([null, 7])
    expect(fold.hiddenPassages).toBe(1)
    expect(fold.hiddenCharacters).toBe(300 - 140 + 50)
  })
})
