import type { ColumnReport, Place } from '../compare/comparison.ts'
import type { Span } from '../text/span.ts'
import type { Labels } from './labels.ts'
import { columnsOf, placeCells, reportCells, type ColumnPlan } from './list-tables.ts'
import type { Table, TableCell, TableRow } from './table.ts'

/** A line of a concordance with all that is needed to find it again. */
export interface CitedLine extends Span {
  readonly part: 'text' | 'title' | 'note'
  readonly report: ColumnReport
  /** Of a place in the reading text; null for a title or a note. */
  readonly place: Place | null
  readonly left: string
  readonly hit: string
  readonly right: string
}

const columns: readonly ColumnPlan[] = [
  ['number', 'count', 6], ['part', 'text', 4], ['jurisdiction', 'text', 12], ['report', 'text', 24], ['date', 'text', 10],
  ['left', 'text', 30], ['keyword', 'text', 10], ['right', 'text', 30],
  ['outline', 'text', 24], ['paragraph', 'text', 6], ['lines', 'text', 10], ['start', 'code', 6], ['end', 'code', 6], ['source', 'code', 20], ['sha256', 'code', 20]
]

/** One row for each place of the word, in the order of the lines. */
export function concordanceTable(lines: readonly CitedLine[], labels: Labels, about: { readonly query: string; readonly total: number }): Table {
  const { words: w } = labels
  return {
    id: 'concordance',
    name: w.tables.concordance,
    columns: columnsOf(labels, columns),
    rows: concordanceRows(lines, labels, 1),
    notes: [`${w.headers.keyword}: ${about.query}`, `n = ${about.total}`, w.concordanceNote]
  }
}

/** @param first number of the first line */
export const concordanceRows = (lines: readonly CitedLine[], labels: Labels, first: number): TableRow[] =>
  lines.map((line, index) => ({ cells: cellsOf(line, labels, first + index), color: null, isTotal: false }))

function cellsOf({ part, report, place, left, hit, right, start, end }: CitedLine, labels: Labels, number: number): TableCell[] {
  return [
    number,
    labels.words.parts[part],
    ...reportCells(report, labels),
    onOneLine(left),
    hit,
    onOneLine(right),
    ...(place === null ? [null, null, null] : placeCells(place, labels)),
    start,
    end,
    report.source,
    report.sha256
  ]
}

/** …对【养老服务】质量…（报告，地区，日期，文件，第3段，原文80行） */
export function citedText({ part, report, place, left, hit, right }: CitedLine, labels: Labels): string {
  const [open, close, comma] = labels.language === 'zh' ? ['（', '）', '，'] : [' (', ')', ', ']
  const about = [
    report.title,
    labels.jurisdiction(report),
    labels.date(report.date),
    report.source,
    place === null ? labels.words.parts[part] : labels.place(place)
  ]
  return `…${onOneLine(left)}【${onOneLine(hit)}】${onOneLine(right)}…${open}${about.filter((words) => words !== '').join(comma)}${close}`
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ')
