import { describe, expect, it } from 'vitest'
import type { Note } from '#core/contract/edit-calls.ts'
import { gridOf, moved } from '../../../../src-renderer/screens/matrix/grid.ts'
import { matrixView, type MatrixFilter, type PersonalWork } from '../../../../src-renderer/screens/matrix/matrix-view.ts'
import { notesByReport } from '../../../../src-renderer/notes.ts'
import { passageMarks, sharedInColumn } from '../../../../src-renderer/screens/matrix/passage-marks.ts'
import { cell, column, comparison, passage, row } from './comparisons.ts'

const everything: MatrixFilter = { themes: [], kinds: [], find: '', onlyMentioning: false, withTarget: false, withNote: false, emptyThemes: false }
const naming = { names: ['甲', '乙', '丙'], sharedWith: (others: string) => `${others}也有`, separator: '、' }
const nothing: PersonalWork = { notes: new Map(), columnOrder: [], themeOrder: [] }
const noteOf = (id: string, more: Partial<Note>): Note => ({ id, report: 'a', theme: 'x', place: { start: 0, end: 13 }, anchoring: { state: 'anchored', basis: 'same-text', place: { start: 0, end: 13 } }, around: { prefix: '', suffix: '' }, firstQuote: null, author: '', color: null, tags: [], quote: '文字', body: `批注${id}`, writtenAt: '2031-01-01T00:00:00Z', editedAt: '2031-01-01T00:00:00Z', ...more })

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
    const view = matrixView(invented, everything, nothing)
    expect(view.rows.map(({ row: { theme } }) => theme)).toEqual(['x', 'y'])
    expect(view.absent.map(({ theme }) => theme)).toEqual(['z'])
    expect(view.columns).toEqual([0, 1, 2])
  })

  it('marks the phrases a column shares, and says with whom', () => {
    const row = invented.rows[0]!
    const shared = sharedInColumn(row.shared, 0, naming)
    expect(passageMarks(row.cells[0]!.passages[0]!, { targets: [], notes: [] }, { find: '', shared })).toEqual([{ start: 9, end: 13, kind: 'shared', note: '乙也有' }])
    expect(sharedInColumn(row.shared, 2, naming).size).toBe(0)
  })

  it('narrows to words and kinds, counts the hits, and drops the rows left empty', () => {
    const found = matrixView(invented, { ...everything, find: '推进' }, nothing)
    expect(found.rows.map(({ row: { theme } }) => theme)).toEqual(['x'])
    expect(found.rows[0]?.cells.map(({ hits }) => hits)).toEqual([1, 1, 0])
    const reviews = matrixView(invented, { ...everything, kinds: ['review'] }, nothing)
    expect(reviews.rows[0]?.cells.map(({ passages }) => passages.length)).toEqual([0, 1, 0])
  })

  it('leaves out the columns without text when asked, and keeps cells and columns together', () => {
    const view = matrixView(invented, { ...everything, themes: ['y'], onlyMentioning: true }, nothing)
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
    const shown = matrixView(one, everything, nothing).rows[0]?.cells[0]
    expect(passageMarks(at, { targets: [target], notes: [] }, { find: '', shared: new Map() })).toEqual([{ start: 3, end: 11, kind: 'target' }])
    expect(shown?.targets).toEqual([target])
    const targeted = matrixView(one, { ...everything, withTarget: true }, nothing)
    expect(targeted.rows[0]?.cells[0]?.passages).toHaveLength(1)
    expect(matrixView(invented, { ...everything, withTarget: true }, nothing).rows).toEqual([])
  })
})

describe('what a person has made of the table (虚构样例)', () => {
  it('gives a theme that no column mentions a row once somebody has judged it, or when all are asked for', () => {
    const judged = comparison([column('a')], [row('z', [cell([], { verdict: 'absent' })]), row('w', [cell([])])])
    expect(matrixView(judged, everything, nothing).rows.map(({ row: { theme } }) => theme)).toEqual(['z'])
    expect(matrixView(judged, { ...everything, emptyThemes: true }, nothing).rows.map(({ row: { theme } }) => theme)).toEqual(['z', 'w'])
  })

  it('keeps the person’s order of columns and themes, others behind in their own', () => {
    const view = matrixView(invented, everything, { ...nothing, columnOrder: ['c', 'a'], themeOrder: ['y'] })
    expect(view.columns).toEqual([2, 0, 1])
    expect(view.rows.map(({ row: { theme } }) => theme)).toEqual(['y', 'x'])
    expect(view.rows[1]?.cells.map(({ key }) => key)).toEqual(['x c', 'x a', 'x b'])
  })

  it('puts a note on its quotation, one without words on the cell, and one that lost its words there too', () => {
    const notes = notesByReport([noteOf('1', { place: { start: 3, end: 5 } }), noteOf('2', { quote: '', place: { start: 0, end: 0 } }), noteOf('3', { place: null }), noteOf('4', { theme: 'y', place: null })])
    const view = matrixView(invented, everything, { ...nothing, notes })
    const shown = view.rows[0]?.cells[0]
    expect(shown?.passages[0]?.notes.map(({ id }) => id)).toEqual(['1'])
    expect(shown?.notes.map(({ id }) => id)).toEqual(['2', '3'])
    const noted = matrixView(invented, { ...everything, withNote: true }, { ...nothing, notes })
    expect(noted.rows.map(({ row: { theme } }) => theme)).toEqual(['x', 'y'])
    expect(noted.rows[0]?.cells.map(({ passages }) => passages.length)).toEqual([1, 0, 0])
  })

  it('leaves every cell and line but that of a new note as they were: only what changed is drawn again', () => {
    const before = gridOf(matrixView(invented, everything, nothing), invented, false)
    const notes = notesByReport([noteOf('1', { place: { start: 3, end: 5 } })])
    const after = gridOf(matrixView(invented, everything, { ...nothing, notes }), invented, false)
    const same = after.down.map(({ cells }, row) => cells.map((one, column) => one === before.down[row]?.cells[column]))
    expect(same).toEqual([[false, true, true], [true, true, true]])
    expect(after.down.map((line, index) => line === before.down[index])).toEqual([false, true])
    expect(after.across.map((line, index) => line === before.across[index])).toEqual([false, true, true])
    expect(after.down[0]?.cells[0]?.passages[0]?.notes.map(({ id }) => id)).toEqual(['1'])
  })

  it('marks the words of a note, unless they are the whole quotation', () => {
    const first = invented.rows[0]!.cells[0]!.passages[0]!
    const marksOf = (note: Note) => passageMarks(first, { targets: [], notes: [note] }, { find: '', shared: new Map() })
    expect(marksOf(noteOf('1', { place: { start: 3, end: 5 } }))).toEqual([{ start: 3, end: 5, kind: 'note', note: '批注1' }])
    expect(marksOf(noteOf('1', { place: { start: 0, end: first.end } }))).toEqual([])
  })
})

describe('the table transposed (虚构样例)', () => {
  it('has the same cells, rows and columns changed about', () => {
    const view = matrixView(invented, everything, nothing)
    const upright = gridOf(view, invented, false)
    const turned = gridOf(view, invented, true)
    expect(turned.down.map(({ id }) => id)).toEqual(upright.across.map(({ id }) => id))
    expect(turned.across.map(({ id }) => id)).toEqual(upright.down.map(({ id }) => id))
    upright.down.forEach(({ cells }, row) => cells.forEach((one, across) => expect(turned.down[across]?.cells[row]).toBe(one)))
  })

  it('moves a line into a gap, and nowhere beside itself', () => {
    expect(moved(['a', 'b', 'c'], 'c', { beside: 'a', side: 'before' })).toEqual(['c', 'a', 'b'])
    expect(moved(['a', 'b', 'c'], 'a', { beside: 'b', side: 'after' })).toEqual(['b', 'a', 'c'])
    expect(moved(['a', 'b', 'c'], 'b', { beside: 'b', side: 'after' })).toEqual(['a', 'b', 'c'])
    expect(moved(['a', 'b', 'c'], 'a', { beside: 'gone', side: 'after' })).toEqual(['a', 'b', 'c'])
  })
})
