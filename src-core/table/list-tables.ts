import type { Cell, ColumnReport, Passage, Place, Row, Verdict } from '../compare/comparison.ts'
import { recognisedNotes, type TableGround } from './ground.ts'
import { outlineText, range, type Labels } from './labels.ts'
import type { Table, TableCell, TableColumn, TableRow } from './table.ts'
import type { Header } from './words.ts'

/** One row for each target, with its numbers apart from its words. */
export function targetsTable(ground: TableGround): Table {
  const { labels, reports } = ground
  const byHand = isInSomeCell(ground, ({ targets }) => targets.some(({ by }) => by !== undefined))
  const rows = eachCell(ground, (row, column) =>
    row.cells[column]!.targets.map((target) => [
      row.label[labels.language],
      ...reportCells(reports.get(target.report)!, labels),
      target.text,
      labels.operator(target.operator),
      target.value,
      target.upper,
      target.unit,
      target.deadline,
      target.deadlineYear,
      ...placeCells(target, labels),
      ...(byHand ? [labels.words.readBy[target.by ?? 'program']] : [])
    ])
  )
  return {
    id: 'targets',
    name: labels.words.tables.targets,
    columns: columnsOf(labels, [
      ['theme', 'label', 10], ...REPORT, ['target', 'text', 40], ['operator', 'text', 8], ['value', 'count', 8], ['upper', 'count', 8],
      ['unit', 'text', 6], ['deadline', 'text', 10], ['deadlineYear', 'count', 8], ...PLACE, ...(byHand ? ([['readBy', 'text', 8]] as const) : [])
    ]),
    rows,
    notes: [labels.words.units.targets, ...recognisedNotes(ground)]
  }
}

/** One row for each coined name of a report. */
export function programmesTable(ground: TableGround): Table {
  const { labels, reports } = ground
  const byHand = isInSomeCell(ground, ({ programmes }) => programmes.some(({ by }) => by !== undefined))
  const rows = eachCell(ground, (row, column) =>
    row.cells[column]!.programmes.map((programme) => [
      row.label[labels.language],
      programme.name,
      ...reportCells(reports.get(programme.report)!, labels),
      programme.occurrences.length,
      outlineText({ outline: programme.places[0]?.outline ?? [] }),
      labels.words.listed(programme.places.map(({ paragraph }) => paragraph).filter(isFirst).map(String)),
      labels.words.listed(programme.places.map(labels.original).filter(isFirst)),
      ...(byHand ? [labels.words.readBy[programme.by ?? 'program']] : [])
    ])
  )
  return {
    id: 'programmes',
    name: labels.words.tables.programmes,
    columns: columnsOf(labels, [['theme', 'label', 10], ['programme', 'text', 16], ...REPORT, ['occurrences', 'count', 6], ...PLACE, ...(byHand ? ([['readBy', 'text', 8]] as const) : [])]),
    rows,
    notes: recognisedNotes(ground)
  }
}

/** One row for each phrase that passages of several columns share. */
export function sharedPhrasesTable({ comparison, labels, names }: TableGround): Table {
  return {
    id: 'shared-phrases',
    name: labels.words.tables.sharedPhrases,
    columns: columnsOf(labels, [
      ['theme', 'label', 10], ['phrase', 'text', 36], ['characters', 'count', 6], ['columnCount', 'count', 6], ['columns', 'text', 36]
    ]),
    rows: comparison.rows.flatMap((row) =>
      row.shared.map(({ phrase, columns }) => ({
        color: row.color,
        isTotal: false,
        cells: [row.label[labels.language], phrase, [...phrase].length, columns.length, labels.words.listed(columns.map((column) => names[column]!))]
      }))
    ),
    notes: [labels.words.units.shared]
  }
}

/** One row for each pair of like passages of two columns, the words of both side by side; most alike first. */
export function similarPassagesTable(ground: TableGround): Table {
  const { comparison, labels, reports } = ground
  const side = (row: Row, column: number, index: number): { report: ColumnReport; passage: Passage } => {
    const passage = row.cells[column]!.passages[index]!
    return { report: reports.get(passage.report)!, passage }
  }
  return {
    id: 'similar-passages',
    name: labels.words.tables.similarPassages,
    columns: columnsOf(labels, [
      ['theme', 'label', 10], ['similarity', 'ratio', 8],
      ['jurisdiction', 'text', 12], ['report', 'text', 24], ['lines', 'text', 10], ['quotation', 'text', 40],
      ['jurisdictionB', 'text', 12], ['reportB', 'text', 24], ['linesB', 'text', 10], ['quotationB', 'text', 40]
    ]),
    rows: comparison.rows.flatMap((row) =>
      [...row.pairs]
        .sort((a, b) => b.similarity - a.similarity)
        .map(({ columns, passages, similarity }) => ({
          color: row.color,
          isTotal: false,
          cells: [
            row.label[labels.language],
            similarity,
            ...[0, 1].flatMap((of): TableCell[] => {
              const { report, passage } = side(row, columns[of]!, passages[of]!)
              return [labels.jurisdiction(report), report.title, labels.original(passage), passage.text]
            })
          ]
        }))
    ),
    notes: [labels.words.units.similarity, ...recognisedNotes(ground)]
  }
}

/**
 * The long form: one row for each passage with everything that is known of its place, and one for each
 * theme that nothing was found of in a report, so that an absence is a row too.
 */
export function passagesTable(ground: TableGround): Table {
  const { labels, comparison } = ground
  const byHand = isInSomeCell(ground, ({ passages }) => passages.some(({ kindsByHand }) => kindsByHand !== undefined))
  const rows = eachCell(ground, (row, column) => {
    const theme = [row.theme, row.label[labels.language]]
    return comparison.columns[column]!.members.flatMap((report) => {
      const own = row.cells[column]!.passages.filter((passage) => passage.report === report.id)
      if (own.length === 0) return [[...theme, ...absentCells(report, verdictOf(row.cells[column]!, report), labels), ...(byHand ? [null] : [])]]
      const verdict = verdictOf(row.cells[column]!, report)
      return own.map((passage, index) => [...theme, ...passageCells(passage, index, { report, labels, verdict }), ...(byHand ? [labels.words.listed((passage.kindsByHand ?? []).map(labels.kind))] : [])])
    })
  })
  return {
    id: 'passages',
    name: labels.words.tables.passages,
    columns: columnsOf(labels, [
      ['themeId', 'code', 12], ['theme', 'label', 10], ['provinceCode', 'code', 8], ['province', 'text', 10], ['jurisdiction', 'text', 12],
      ['report', 'text', 24], ['date', 'text', 12], ['yearBasis', 'text', 8], ['meeting', 'text', 16], ['state', 'text', 8], ['number', 'count', 6], ['quotation', 'text', 48],
      ['kinds', 'text', 8], ['characters', 'count', 6], ['share', 'percent', 8], ['outline', 'text', 24], ['paragraph', 'count', 6],
      ['lastParagraph', 'count', 6], ['line', 'count', 8], ['lastLine', 'count', 8], ['page', 'count', 6], ['start', 'count', 6], ['end', 'count', 6],
      ['source', 'code', 20], ['sha256', 'code', 20], ['recognised', 'percent', 8], ...(byHand ? ([['kindsByHand', 'text', 8]] as const) : [])
    ]),
    rows,
    notes: [labels.words.units.passage, labels.words.units.characters, ...recognisedNotes(ground)]
  }
}

/** A column that says whose word something is stands only where a person said some of it. */
const isInSomeCell = ({ comparison }: TableGround, isSo: (cell: Cell) => boolean): boolean => comparison.rows.some(({ cells }) => cells.some(isSo))

/** Rows of a list: every cell of the comparison in the order of themes, then columns. */
function eachCell(ground: TableGround, cellsOf: (row: Row, column: number) => (readonly TableCell[])[]): TableRow[] {
  return ground.comparison.rows.flatMap((row) =>
    row.cells.flatMap((_, column) => cellsOf(row, column).map((cells) => ({ color: row.color, isTotal: false, cells })))
  )
}

/** A column before its header has a language: what it says, of what kind, how wide. */
export type ColumnPlan = readonly [Header, TableColumn['kind'], number]

const REPORT: readonly ColumnPlan[] = [['jurisdiction', 'text', 12], ['report', 'text', 24], ['date', 'text', 12]]
const PLACE: readonly ColumnPlan[] = [['outline', 'text', 24], ['paragraph', 'text', 6], ['lines', 'text', 10]]

export const columnsOf = ({ words: w }: Labels, plans: readonly ColumnPlan[]): TableColumn[] =>
  plans.map(([header, kind, width]) => ({ header: w.headers[header], kind, width }))

export const reportCells = (report: ColumnReport, labels: Labels): TableCell[] => [
  labels.jurisdiction(report),
  report.title,
  labels.date(report.date)
]

export const placeCells = (place: Place, labels: Labels): TableCell[] => [
  outlineText(place),
  range(place.paragraph, place.lastParagraph),
  labels.original(place)
]

const isFirst = <T>(value: T, index: number, all: readonly T[]): boolean => all.indexOf(value) === index

const longReportCells = (report: ColumnReport, labels: Labels): TableCell[] => [
  report.province?.code ?? null,
  report.province?.name ?? null,
  report.jurisdiction?.name ?? null,
  report.title,
  report.date === null ? null : (report.date.iso ?? report.date.asWritten),
  report.date === null ? null : labels.words.yearBases[report.date.yearBasis],
  report.meeting
]

function passageCells(passage: Passage, index: number, { report, labels, verdict }: { report: ColumnReport; labels: Labels; verdict: Verdict | null }): TableCell[] {
  const { source } = passage
  return [
    ...longReportCells(report, labels),
    verdict === 'in-passing' ? labels.verdict(verdict) : labels.words.present,
    index + 1,
    passage.text,
    labels.words.listed(passage.kinds.map(labels.kind)),
    passage.characters,
    report.characters === 0 ? 0 : passage.characters / report.characters,
    outlineText(passage),
    passage.paragraph,
    passage.lastParagraph,
    source.line,
    source.lastLine,
    source.page,
    passage.start,
    passage.end,
    report.source,
    report.sha256,
    source.recognised
  ]
}

/** What was said of this report, where its column holds several. */
const verdictOf = ({ verdict, verdicts }: Cell, { id }: ColumnReport): Verdict | null => (verdicts === undefined ? verdict : (verdicts[id] ?? null))

const absentCells = (report: ColumnReport, verdict: Verdict | null, labels: Labels): TableCell[] => [
  ...longReportCells(report, labels),
  labels.verdict(verdict),
  null,
  null,
  null,
  0,
  0,
  ...Array.from({ length: 8 }, () => null),
  report.source,
  report.sha256,
  report.recognised
]
