import type { OutlineEntry, Report, Statement, StatementKind } from '../report/report.ts'
import { lineIndexAt, type SourceLine } from '../source/source.ts'
import { toSource } from '../text/offset-map.ts'
import { contains, type Span } from '../text/span.ts'
import type { CellProgramme, CellTarget, Passage, Place, Verdict } from './comparison.ts'
import { charactersIn, countText, type CountedText } from '../text/counted-text.ts'
import { leastConfidence, recognisedShare } from './recognised.ts'

/** A report as a comparison takes it: the reading, and where its source came from. */
export interface ComparedReport {
  readonly id: string
  readonly report: Report
  /** File name of the source, as a reader knows it. */
  readonly sourceFile: string
  readonly sha256: string
  /** The lines of the source text that `report.map` points into. */
  readonly lines: readonly SourceLine[]
  /** Theme id -> a person's word where the program found nothing; absent: none. */
  readonly verdicts?: Readonly<Record<string, Verdict>>
}

/** A report with what is counted once for all its themes. */
export interface CountedReport extends ComparedReport {
  readonly counted: CountedText
  readonly characters: number
  /** Theme id -> its runs in order. */
  readonly runs: ReadonlyMap<string, readonly StatementRun[]>
  /** Mean confidence (0..1) over its recognised characters; null where there are none. */
  readonly recognised: number | null
  /** What its source is cited by, where it has no pages. */
  readonly unit: Place['source']['unit']
}

/** Neighbouring statements of one theme, by index, both ends included. */
export interface StatementRun {
  readonly first: number
  readonly last: number
  /** Characters from the first to the last statement, white space not counted. */
  readonly characters: number
}

export function countReport(compared: ComparedReport): CountedReport {
  const { text, statements } = compared.report
  const counted = countText(text)
  return {
    ...compared,
    counted,
    characters: charactersIn(counted, 0, text.length),
    runs: themeRuns(statements, counted),
    recognised: recognisedShare(compared.report, compared.lines),
    unit: keepsParagraphs(compared.lines) ? 'paragraph' : 'line'
  }
}

/** The format says where paragraphs end, and has no pages: Word, web pages, sheets. */
export const keepsParagraphs = (lines: readonly SourceLine[]): boolean =>
  lines.some(({ endsParagraph }) => endsParagraph !== undefined) && lines.every(({ page }) => page === null)

/** The passages of one theme in one report, in order. */
export function passagesOf(from: CountedReport, theme: string): Passage[] {
  const { text, statements } = from.report
  return (from.runs.get(theme) ?? []).map((run) => {
    const { start } = statements[run.first]!
    const { end } = statements[run.last]!
    return {
      start,
      end,
      report: from.id,
      text: text.slice(start, end),
      ...kindsOf(statements, run),
      characters: run.characters,
      ...placeOf(from, { start, end }, statements[run.first]!.end - 1)
    }
  })
}

/**
 * The targets of one theme in one report. `passages` are that report's passages of the theme;
 * the first of them stands at `offset` in the cell.
 */
export function targetsOf(from: CountedReport, theme: string, { passages, offset }: PassageRange): CellTarget[] {
  return from.report.targets
    .filter((target) => target.theme === theme)
    .map((target) => {
      const index = passages.findIndex((passage) => contains(passage, target))
      return {
        ...target,
        report: from.id,
        text: from.report.text.slice(target.start, target.end),
        passage: index < 0 ? null : index + offset,
        ...placeOf(from, target, target.end - 1)
      }
    })
}

export interface PassageRange {
  readonly passages: readonly Passage[]
  readonly offset: number
}

export function programmesOf(from: CountedReport, theme: string): CellProgramme[] {
  return from.report.programmes
    .filter((programme) => programme.theme === theme)
    .map((programme) => ({
      ...programme,
      report: from.id,
      places: programme.occurrences.map((occurrence) => placeOf(from, occurrence, occurrence.start))
    }))
}

function themeRuns(statements: readonly Statement[], counted: CountedText): Map<string, StatementRun[]> {
  const runs = new Map<string, StatementRun[]>()
  statements.forEach((statement, index) => {
    for (const { id } of statement.themes) {
      const known = runs.get(id)
      const last = known?.at(-1)
      const first = last !== undefined && last.last >= index - 1 ? last.first : index
      const run = { first, last: index, characters: charactersIn(counted, statements[first]!.start, statement.end) }
      if (known === undefined) runs.set(id, [run])
      else if (first === index && last?.first !== index) known.push(run)
      else known[known.length - 1] = run
    }
  })
  return runs
}

function kindsOf(statements: readonly Statement[], run: StatementRun): Pick<Passage, 'kinds' | 'kindsByHand'> {
  const own = statements.slice(run.first, run.last + 1)
  const each = (of: readonly Statement[]): StatementKind[] => [...new Set(of.map(({ kind }) => kind))]
  const byHand = each(own.filter(({ kindBy }) => kindBy !== undefined))
  return { kinds: each(own), ...(byHand.length === 0 ? {} : { kindsByHand: byHand }) }
}

/**
 * @param anchor the position whose outline counts: the end of a first clause rather than its start,
 *   because an entry may open after a lead-in (`要聚焦…` is governed by the entry that begins at `聚焦`).
 */
export function placeOf({ report, lines, unit, recognised }: CountedReport, stretch: Span, anchor: number): Place {
  const ranges = toSource(report.map, stretch)
  let from = Number.POSITIVE_INFINITY
  let to = 0
  for (const range of ranges) {
    from = Math.min(from, range.start)
    to = Math.max(to, range.end)
  }
  const first = lineIndexAt(lines, ranges.length === 0 ? 0 : from)
  const last = ranges.length === 0 ? first : lineIndexAt(lines, to - 1)
  return {
    ...outlinePath(report.outline, anchor),
    paragraph: paragraphAt(report.paragraphs, stretch.start),
    lastParagraph: paragraphAt(report.paragraphs, Math.max(stretch.start, stretch.end - 1)),
    source: {
      line: first + 1,
      lastLine: last + 1,
      unit,
      page: lines[first]?.page ?? null,
      lastPage: lines[last]?.page ?? null,
      recognised: recognised === null ? null : leastConfidence(lines, ranges)
    }
  }
}

/** The headings that a position stands under; a person's word on one holds for all that is under it. */
export function outlinePath(outline: readonly OutlineEntry[], anchor: number): Pick<Place, 'outline' | 'outlineByHand'> {
  const path = outline.filter((entry) => entry.start <= anchor && anchor < entry.end).sort((a, b) => a.level - b.level || a.start - b.start)
  const byHand = path.flatMap(({ by }, index) => (by === undefined ? [] : [index]))
  return { outline: path.map((entry) => entry.label + entry.heading), ...(byHand.length === 0 ? {} : { outlineByHand: byHand }) }
}

/** 1-based number of the last paragraph that begins at or before a position. */
function paragraphAt(paragraphs: readonly Span[], position: number): number {
  let low = 0
  let high = paragraphs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (paragraphs[middle]!.start <= position) low = middle
    else high = middle - 1
  }
  return low + 1
}
