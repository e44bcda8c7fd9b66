import type { Cell, Comparison, Row } from '../compare/comparison.ts'
import { cellWidth, padCells, printable, wrapCells } from './cell-width.ts'
import { columnNames, labelsIn, leastRecognised, type Labels } from './labels.ts'
import { numberText } from './table.ts'
import type { Language } from './words.ts'

export interface TerminalOptions {
  readonly language: Language
  /** Cells of a line. */
  readonly width: number
}

/** Narrower columns are not read: the others follow below in another band. */
const NARROWEST_COLUMN = 30
const GUTTER = ' │ '

/** A comparison for a terminal: one theme after the other, columns side by side, no line over the width. */
export function terminalText(comparison: Comparison, { language, width }: TerminalOptions): string {
  const labels = labelsIn(language)
  const page: Page = { labels, names: columnNames(comparison.columns, labels), width: Math.max(20, width) }
  return printable([...head(comparison, page), ...comparison.rows.flatMap((row) => theme(row, page))].join('\n')) + '\n'
}

interface Page {
  readonly labels: Labels
  readonly names: readonly string[]
  readonly width: number
}

/** The columns with their dates and sizes. */
function head({ columns, codebook }: Comparison, { labels, names, width }: Page): string[] {
  const { words: w } = labels
  const lines = columns.map((column, index) =>
    [names[index], column.by !== 'report' || column.title === names[index] ? null : column.title, column.date === null && column.members.length > 1 ? null : labels.date(column.date), w.characters(column.characters), labels.recognised(leastRecognised(column))]
      .filter((part) => part !== null)
      .join(' · ')
  )
  const stamp = `${w.items.codebook} ${codebook.id} ${codebook.version} ${codebook.sha256.slice(0, 12)}`
  const notes = columns.some((column) => leastRecognised(column).recognised !== null) ? [w.recognisedNote] : []
  return [w.title, ...lines, stamp, ...notes].flatMap((line) => wrapCells(printable(line), width))
}

function theme(row: Row, page: Page): string[] {
  const { labels, names, width } = page
  const title = `━━ ${row.label[labels.language]} `
  const lines = ['', title + '━'.repeat(Math.max(0, width - cellWidth(title)))]
  const perBand = Math.max(1, Math.floor((width + GUTTER.length) / (NARROWEST_COLUMN + GUTTER.length)))
  for (let from = 0; from < row.cells.length; from += perBand) {
    const cells = row.cells.slice(from, from + perBand)
    const columnWidth = Math.floor((width - GUTTER.length * (cells.length - 1)) / cells.length)
    if (from > 0) lines.push('┄'.repeat(width))
    lines.push(...sideBySide(cells.map((cell, index) => cellLines(cell, names[from + index]!, { labels, width: columnWidth })), columnWidth))
  }
  const shared = row.shared.map(({ phrase, columns }) => `${phrase}〔${labels.words.listed(columns.map((column) => names[column]!))}〕`)
  if (shared.length > 0) lines.push(...wrapCells(printable(`${labels.words.tables.sharedPhrases}: ${labels.words.clauses(shared)}`), width))
  return lines
}

function cellLines(cell: Cell, name: string, { labels, width }: { readonly labels: Labels; readonly width: number }): string[] {
  const { words: w } = labels
  if (cell.state === 'absent') return [...wrapCells(name, width), ...wrapCells(labels.verdict(cell.verdict), width)]
  const measures = [w.passages(cell.passages.length), w.characters(cell.characters), numberText(cell.share, 'percent'), w.rank(cell.rank ?? 0)]
  const parts = [
    `${name}  ${[...measures, ...(cell.verdict === null ? [] : [labels.verdict(cell.verdict)])].join(' · ')}`,
    ...cell.passages.flatMap((passage) => [passage.text, `  〔${labels.place(passage)}〕`]),
    ...cell.targets.map(({ text }) => `${w.tables.targets}: ${text}`),
    ...(cell.programmes.length > 0 ? [`${w.tables.programmes}: ${w.listed(cell.programmes.map((programme) => programme.name))}`] : [])
  ]
  return parts.flatMap((part) => wrapCells(printable(part), width))
}

function sideBySide(blocks: readonly (readonly string[])[], width: number): string[] {
  const height = Math.max(...blocks.map((block) => block.length))
  return Array.from({ length: height }, (_, line) =>
    blocks
      .map((block) => padCells(block[line] ?? '', width))
      .join(GUTTER)
      .trimEnd()
  )
}
