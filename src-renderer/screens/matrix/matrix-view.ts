import type { Cell, CellTarget, Comparison, Passage, Row } from '#core/compare/comparison.ts'
import type { StatementKind } from '#core/report/report.ts'
import { phraseSpans, type Mark } from '../../text-view/marks.ts'

/** What the person narrowed the table to. */
export interface MatrixFilter {
  readonly themes: readonly string[]
  readonly kinds: readonly StatementKind[]
  readonly find: string
  readonly onlyMentioning: boolean
}

export interface PassageView {
  readonly passage: Passage
  /** Positions are of the passage's own text. */
  readonly marks: readonly Mark[]
}

export interface CellView {
  /** Theme and column: the same cell keeps it when the table changes around it. */
  readonly key: string
  readonly cell: Cell
  readonly passages: readonly PassageView[]
  readonly targets: readonly CellTarget[]
  /** Occurrences of the words looked for. */
  readonly hits: number
}

export interface RowView {
  readonly row: Row
  /** One for each of the columns shown. */
  readonly cells: readonly CellView[]
}

export interface MatrixView {
  /** Indices of the comparison's columns that are shown, in order. */
  readonly columns: readonly number[]
  readonly rows: readonly RowView[]
  /** Rows that no column mentions; named below the table instead of drawn. */
  readonly absent: readonly Row[]
}

interface Naming {
  /** Names of the columns, in order. */
  readonly columns: readonly string[]
  /** The sentence on a shared phrase, from the names of the other columns. */
  readonly sharedWith: (others: string) => string
  readonly separator: string
}

/** The comparison as the table shows it: filtered, with the marks of every quotation. */
export function matrixView(comparison: Comparison, filter: MatrixFilter, naming: Naming): MatrixView {
  const themed = comparison.rows.filter((row) => filter.themes.length === 0 || filter.themes.includes(row.theme))
  const narrows = filter.kinds.length > 0 || filter.find !== ''
  const mentioned = themed.filter((row) => row.cells.some((cell) => cell.state === 'present'))
  const all = mentioned.map((row): RowView => ({
    row,
    cells: row.cells.map((cell, column) => cellView({ row, cell, column, key: `${row.theme}:${comparison.columns[column]?.id}`, filter, naming }))
  }))
  const rows = narrows ? all.filter((view) => view.cells.some((cell) => cell.passages.length > 0)) : all
  const columns = comparison.columns
    .map((_, index) => index)
    .filter((index) => !filter.onlyMentioning || rows.some(({ cells }) => (cells[index]?.passages.length ?? 0) > 0))
  return {
    columns,
    rows: rows.map(({ row, cells }) => ({ row, cells: cells.filter((_, index) => columns.includes(index)) })),
    absent: narrows ? [] : themed.filter((row) => !mentioned.includes(row))
  }
}

interface CellPlace {
  readonly row: Row
  readonly cell: Cell
  readonly column: number
  readonly key: string
  readonly filter: MatrixFilter
  readonly naming: Naming
}

function cellView({ row, cell, column, key, filter, naming }: CellPlace): CellView {
  const shared = row.shared.filter((phrase) => phrase.columns.includes(column))
  const notes = new Map(
    shared.map(({ phrase, columns }) => {
      const others = columns.filter((index) => index !== column).map((index) => naming.columns[index] ?? '')
      return [phrase, naming.sharedWith([...new Set(others)].join(naming.separator))]
    })
  )
  const kept = cell.passages.flatMap((passage, index) => (isKept(passage, filter) ? [{ passage, index }] : []))
  const views = kept.map(({ passage, index }): PassageView => {
    const phrases = shared.map(({ phrase }) => phrase).filter((phrase) => passage.text.includes(phrase))
    return {
      passage,
      marks: [
        ...phraseSpans(passage.text, phrases).map(({ start, end, phrase }): Mark => {
          const note = notes.get(phrase)
          return note === undefined ? { start, end, kind: 'shared' } : { start, end, kind: 'shared', note }
        }),
        ...cell.targets.filter((target) => target.passage === index).map((target) => targetMark(target, passage)),
        ...hitMarks(passage.text, filter.find)
      ]
    }
  })
  const visible = new Set(kept.map(({ index }) => index))
  return {
    key,
    cell,
    passages: views,
    targets: cell.targets.filter((target) => target.passage === null || visible.has(target.passage)),
    hits: views.reduce((sum, view) => sum + view.marks.filter((mark) => mark.kind === 'hit').length, 0)
  }
}

const isKept = (passage: Passage, { kinds, find }: MatrixFilter): boolean =>
  (kinds.length === 0 || passage.kinds.some((kind) => kinds.includes(kind))) && passage.text.includes(find)

const hitMarks = (text: string, find: string): Mark[] =>
  find === '' ? [] : phraseSpans(text, [find]).map(({ start, end }): Mark => ({ start, end, kind: 'hit' }))

const targetMark = (target: CellTarget, passage: Passage): Mark => ({
  start: Math.max(0, target.start - passage.start),
  end: Math.min(passage.text.length, target.end - passage.start),
  kind: 'target'
})

/** How much of a cell shows while it is folded. */
export interface Fold {
  /** For each passage shown: the lines it is cut to, or null where it shows whole. */
  readonly clamps: readonly (number | null)[]
  readonly hiddenPassages: number
  readonly hiddenCharacters: number
}

const foldedLines = 12
/** A few lines more are shown rather than hidden behind a button as tall as they are. */
const spareLines = 3

/** Lets about twelve lines of a cell show. Lines are reckoned from the width, so that nothing is measured. */
export function foldOf(passages: readonly PassageView[], charactersPerLine: number): Fold {
  const lines = passages.map(({ passage }) => Math.ceil(passage.text.length / charactersPerLine))
  const all = lines.reduce((sum, count) => sum + count, 0)
  if (all <= foldedLines + spareLines) return { clamps: lines.map(() => null), hiddenPassages: 0, hiddenCharacters: 0 }
  const clamps: (number | null)[] = []
  let room = foldedLines
  let hiddenCharacters = 0
  for (const [index, count] of lines.entries()) {
    const length = passages[index]?.passage.text.length ?? 0
    if (room <= 0) {
      hiddenCharacters += length
      continue
    }
    clamps.push(count <= room ? null : room)
    if (count > room) hiddenCharacters += Math.max(0, length - room * charactersPerLine)
    room -= count
  }
  return { clamps, hiddenPassages: passages.length - clamps.length, hiddenCharacters }
}
