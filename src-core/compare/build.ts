import type { Codebook, Theme } from '../codebook/codebook.ts'
import { codedThemes, withinThemes } from '../codebook/tree.ts'
import { reportColumns, type ReportColumn } from './columns.ts'
import type { Cell, CellProgramme, CellTarget, CodebookStamp, ColumnGrouping, Comparison, Passage, Row, Verdict } from './comparison.ts'
import { passagesOf, programmesOf, targetsOf, type ComparedReport, type CountedReport } from './passages.ts'
import { sharedPhrases } from './shared-phrases.ts'
import { passagePairs } from './similarity.ts'

export interface ComparisonOptions {
  readonly codebook: CodebookStamp
  /** What the reports of one column have in common; each passage keeps its report. Default `report`. */
  readonly by?: ColumnGrouping
  /** Only these themes and those under them, in the order of the codebook. Default: all. Ids that the codebook lacks give no row. */
  readonly themes?: readonly string[]
  /** Default `given`; `division`: by division code, then date. */
  readonly order?: 'given' | 'division'
}

/**
 * Themes down, reports or groups of them across: what each says on each theme, word for word, with its
 * place, its size, and what it has in common with the others. A rank counts all themes of the
 * codebook, also those left out of the rows.
 *
 * Two reports are never compared by a character diff: their wordings share hardly any runs longer
 * than two characters, and the hunks would mean nothing.
 */
export function buildComparison(
  reports: readonly ComparedReport[],
  codebook: Codebook,
  options: ComparisonOptions
): Comparison {
  const columns = reportColumns(reports, { by: options.by ?? 'report', order: options.order ?? 'given' })
  const coded = codedThemes(codebook)
  const sizes = columns.map((column) => themeSizes(column, coded))
  const wanted = options.themes === undefined ? null : withinThemes(codebook, options.themes)
  const themes = coded.filter(({ id }) => wanted === null || wanted.has(id))
  return {
    codebook: options.codebook,
    columns: columns.map(({ column }) => column),
    rows: themes.map((theme) => buildRow(theme, columns, sizes))
  }
}

function buildRow(theme: Theme, columns: readonly ReportColumn[], sizes: readonly ThemeSizes[]): Row {
  const cells = columns.map((column, index) => buildCell(theme.id, column, sizes[index]!))
  const passages = cells.map((cell) => cell.passages)
  return {
    theme: theme.id,
    label: theme.name,
    color: theme.color.light,
    cells,
    shared: sharedPhrases(passages.map((column) => column.map(({ text }) => text))),
    pairs: passagePairs(passages.map((column) => column.map(({ text }) => text)))
  }
}

function buildCell(theme: string, { column, reports }: ReportColumn, sizes: ThemeSizes): Cell {
  const passages: Passage[] = []
  const targets: CellTarget[] = []
  const programmes: CellProgramme[] = []
  for (const report of reports) {
    const own = passagesOf(report, theme)
    targets.push(...targetsOf(report, theme, { passages: own, offset: passages.length }))
    programmes.push(...programmesOf(report, theme))
    passages.push(...own)
  }
  const characters = sizes.get(theme) ?? 0
  return {
    state: passages.length > 0 ? 'present' : 'absent',
    verdict: passages.length > 0 ? passingOf(theme, reports, passages) : verdictOf(theme, reports),
    ...(reports.length > 1 ? { verdicts: verdictsByReport(theme, reports) } : {}),
    characters,
    share: column.characters === 0 ? 0 : characters / column.characters,
    rank: passages.length > 0 ? rankOf(characters, sizes) : null,
    passages,
    targets,
    programmes
  }
}

/** Of several reports: in passing as soon as it is said of one, else not there as soon as that is, and every other was judged too. */
function verdictOf(theme: string, reports: readonly CountedReport[]): Verdict | null {
  const said = reports.map(({ verdicts }) => verdicts?.[theme] ?? null)
  if (said.length === 0 || said.includes(null)) return null
  return verdictsByWeight.find((verdict) => said.includes(verdict)) ?? null
}

const verdictsByWeight: readonly Verdict[] = ['in-passing', 'absent', 'not-applicable']

/** Of words that were found: whether a person called them a mention in passing in each report that has some. */
function passingOf(theme: string, reports: readonly CountedReport[], passages: readonly Passage[]): Verdict | null {
  const speaking = new Set(passages.map(({ report }) => report))
  return reports.every(({ id, verdicts }) => !speaking.has(id) || verdicts?.[theme] === 'in-passing') ? 'in-passing' : null
}

const verdictsByReport = (theme: string, reports: readonly CountedReport[]): Record<string, Verdict> =>
  Object.fromEntries(reports.flatMap(({ id, verdicts }) => (verdicts?.[theme] === undefined ? [] : [[id, verdicts[theme]]])))

/** Theme id -> characters of its passages in one column. */
type ThemeSizes = ReadonlyMap<string, number>

function themeSizes({ reports }: ReportColumn, themes: readonly Theme[]): ThemeSizes {
  return new Map(
    themes.map(({ id }) => [
      id,
      reports.reduce((sum, report) => sum + (report.runs.get(id) ?? []).reduce((n, run) => n + run.characters, 0), 0)
    ])
  )
}

/** Competition ranking: 1, 2, 2, 4. */
function rankOf(characters: number, sizes: ThemeSizes): number {
  let larger = 0
  for (const other of sizes.values()) if (other > characters) larger++
  return larger + 1
}
