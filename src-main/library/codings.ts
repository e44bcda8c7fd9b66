import type { Report, Statement } from '#core/report/report.ts'
import { toClean } from '#core/text/offset-map.ts'
import { overlaps, spanLength, type Span } from '#core/text/span.ts'
import { sql, type ReadableLibrary } from './sql.ts'

/** A person's word on one theme of one stretch of a report. */
export interface ThemeDecision {
  readonly theme: string
  readonly decision: 'assigned' | 'rejected'
  /** Where it stands in the source text: the same whatever later readings make of the text. */
  readonly sourceSpans: readonly Span[]
}

/** In the order in which they were made. */
export function decisionsOn(library: ReadableLibrary, report: number): ThemeDecision[] {
  return library
    .all<{ theme: string; decision: ThemeDecision['decision']; spans: string }>(
      sql`SELECT theme, decision, source_spans AS spans FROM person_codings WHERE report_id = ${report} ORDER BY id`
    )
    .map(({ theme, decision, spans }) => ({ theme, decision, sourceSpans: JSON.parse(spans) as Span[] }))
}

/**
 * The report with a person's decisions in force. A decision speaks of a statement when it covers at
 * least half of it; the later of two decisions holds. A person's theme has score 1, and what the
 * person marked is its evidence.
 */
export function applyDecisions(report: Report, decisions: readonly ThemeDecision[]): Report {
  if (decisions.length === 0) return report
  const placed = decisions.map((decision) => ({
    decision,
    spans: decision.sourceSpans.flatMap((span) => toClean(report.map, span))
  }))
  const statements = report.statements.map((statement) => {
    let decided = statement
    for (const { decision, spans } of placed) {
      const evidence = spans.filter((span) => overlaps(span, statement)).map((span) => clip(span, statement))
      const covered = evidence.reduce((sum, span) => sum + spanLength(span), 0)
      if (covered * 2 >= spanLength(statement)) decided = decide(decided, decision, evidence)
    }
    return decided
  })
  return { ...report, statements }
}

function decide(statement: Statement, { theme, decision }: ThemeDecision, evidence: readonly Span[]): Statement {
  const others = statement.themes.filter(({ id }) => id !== theme)
  return { ...statement, themes: decision === 'rejected' ? others : [...others, { id: theme, score: 1, evidence }] }
}

const clip = (inner: Span, outer: Span): Span => ({
  start: Math.max(inner.start, outer.start),
  end: Math.min(inner.end, outer.end)
})
