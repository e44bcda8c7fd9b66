import type { CompiledCodebook } from '../codebook/compile.ts'
import { currentTheme } from '../codebook/tree.ts'
import type { Span } from '../text/span.ts'
import type { Report } from './report.ts'
import { readStatements } from './statements.ts'

/** A statement that another codebook gives other themes; the ids are in the order of their codebooks. */
export interface RecodedStatement extends Span {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** All that changed is that a theme was merged into another. */
  readonly byMerging: boolean
}

export interface ReportEffect {
  readonly report: Report
  readonly statements: number
  readonly recoded: readonly RecodedStatement[]
}

/**
 * What a change of the codebook does to reports, before it is applied: for each report the statements
 * that change their themes. One report is read at a step, so that the caller may stop, show how far
 * it is, or let others work in between. Cost: two readings of each text.
 */
export function* recodingEffect(reports: Iterable<Report>, before: CompiledCodebook, after: CompiledCodebook): Generator<ReportEffect, void, undefined> {
  for (const report of reports) {
    const now = readStatements(report, report.outline, after)
    // clauses depend on the text alone: both readings have the same ones
    const old = readStatements(report, report.outline, before)
    const recoded = old.flatMap(({ start, end, themes }, index): RecodedStatement[] => {
      const ids = { before: themes.map(({ id }) => id), after: now[index]!.themes.map(({ id }) => id) }
      if (sameIds(ids.before, ids.after)) return []
      const current = [...new Set(ids.before.map((id) => currentTheme(after.codebook, id) ?? id))]
      return [{ start, end, ...ids, byMerging: sameIds(current, ids.after) }]
    })
    yield { report, statements: old.length, recoded }
  }
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id))
