import type { CompiledCodebook } from '../codebook/compile.ts'
import { currentTheme } from '../codebook/tree.ts'
import type { Span } from '../text/span.ts'
import type { Report, Statement } from './report.ts'
import { readStatements } from './statements.ts'

/** A statement that another codebook gives other themes; the ids are in the order of their codebooks. */
export interface RecodedStatement extends Span {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** All that changed is that a theme was merged into another. */
  readonly byMerging: boolean
}

export interface ReportRecoded {
  readonly statements: number
  readonly recoded: readonly RecodedStatement[]
}

export interface ReportEffect extends ReportRecoded {
  readonly report: Report
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
    const recoded = recodedStatements(rowsOf(old), rowsOf(now), after)
    yield { report, statements: old.length, recoded }
  }
}

/** The same of one report whose statements are the reading before: only the reading after is made. */
export function effectOnReport(report: Report, after: CompiledCodebook): ReportRecoded {
  const now = readStatements(report, report.outline, after)
  return { statements: now.length, recoded: recodedStatements(rowsOf(report.statements), rowsOf(now), after) }
}

/** Of the statements of one text, read by two codebooks, those whose themes differ. */
function recodedStatements(before: readonly ThemedSpan[], now: readonly ThemedSpan[], { codebook }: CompiledCodebook): RecodedStatement[] {
  return before.flatMap(({ start, end, themes }, index): RecodedStatement[] => {
    const after = now[index]!.themes
    if (sameIds(themes, after)) return []
    const current = [...new Set(themes.map((id) => currentTheme(codebook, id) ?? id))]
    return [{ start, end, before: themes, after, byMerging: sameIds(current, after) }]
  })
}

interface ThemedSpan extends Span {
  /** Ids. */
  readonly themes: readonly string[]
}

const rowsOf = (statements: readonly Statement[]): ThemedSpan[] => statements.map(({ start, end, themes }) => ({ start, end, themes: themes.map(({ id }) => id) }))

const sameIds = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((id) => b.includes(id))
