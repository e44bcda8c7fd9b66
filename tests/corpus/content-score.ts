import { readFileSync } from 'node:fs'
import type { ReadingContext } from '#core/report/read-reports.ts'
import { readReports } from '#core/report/read-reports.ts'
import type { Report } from '#core/report/report.ts'
import { sourceFromText } from '#core/source/source.ts'
import type { Span } from '#core/text/span.ts'
import { FScore } from './f-score.ts'

/** One labelled text of `labels.json`, as far as targets and programmes are concerned. */
export interface LabelledContent {
  readonly file: string
  /** Exact quotations. */
  readonly targets?: readonly string[]
  readonly programmes?: readonly string[]
}

export interface ContentScore {
  /** A target is right where it shares at least half of the characters that it and the label cover. */
  readonly targets: FScore
  readonly programmes: FScore
  /** One line for each wrong decision. */
  readonly errors: readonly string[]
}

/** Targets and programmes of each text against the labels, over all reports of a file. */
export function scoreContent(records: readonly LabelledContent[], folder: URL, context: ReadingContext): ContentScore {
  const targets = new FScore()
  const programmes = new FScore()
  const errors: string[] = []
  for (const { file, targets: wantedTargets = [], programmes: wantedProgrammes = [] } of records) {
    const { reports } = readReports(sourceFromText(readFileSync(new URL(file, folder), 'utf8'), file), context)
    const found = targetDecisions(reports, wantedTargets)
    targets.countSets(found, new Set(wantedTargets))
    const named = programmeNames(reports)
    programmes.countSets(named, new Set(wantedProgrammes))
    errors.push(...differences(`${file} target`, found, wantedTargets), ...differences(`${file} programme`, named, wantedProgrammes))
  }
  return { targets, programmes, errors }
}

/** What was read as targets, each under the label that it agrees with, else under its own words. */
function targetDecisions(reports: readonly Report[], wanted: readonly string[]): Set<string> {
  const found = new Set<string>()
  for (const { text, targets } of reports) {
    for (const target of targets) {
      const label = wanted.find((quote) => agrees(target, quote, text))
      found.add(label ?? text.slice(target.start, target.end))
    }
  }
  return found
}

function agrees(target: Span, quote: string, text: string): boolean {
  const start = text.indexOf(quote)
  if (start < 0) return false
  const end = start + quote.length
  const shared = Math.min(target.end, end) - Math.max(target.start, start)
  return shared > 0 && shared / (Math.max(target.end, end) - Math.min(target.start, start)) >= 0.5
}

/** Programmes are labelled in the whole file, headline included. */
function programmeNames(reports: readonly Report[]): Set<string> {
  return new Set(reports.flatMap(({ programmes }) => programmes.map(({ name }) => name)))
}

function differences(subject: string, found: ReadonlySet<string>, wanted: readonly string[]): string[] {
  const extra = [...found].filter((each) => !wanted.includes(each))
  const missed = wanted.filter((each) => !found.has(each))
  return [...extra.map((each) => `${subject} +${each}`), ...missed.map((each) => `${subject} -${each}`)]
}
