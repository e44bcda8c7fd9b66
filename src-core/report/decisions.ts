import { toClean, toSource } from '../text/offset-map.ts'
import { mergeSpans, overlaps, spanLength, withoutSpans, type Span } from '../text/span.ts'
import type { Report, Statement } from './report.ts'

/** A person's word on one theme of one stretch of a report. */
export interface ThemeDecision {
  readonly theme: string
  readonly decision: 'assigned' | 'rejected'
  /** Where it stands in the source text: the same whatever later readings make of the text. */
  readonly sourceSpans: readonly Span[]
}

/**
 * The report with a person's decisions in force. A decision speaks of a statement when it covers at
 * least half of it; the later of two decisions holds. A person's theme has score 1, and what the
 * person marked is its evidence.
 */
export function applyDecisions(report: Report, decisions: readonly ThemeDecision[]): Report {
  if (decisions.length === 0) return report
  const wordsOn = wordsOnStatements(report, decisions)
  return { ...report, statements: report.statements.map((statement) => withWords(statement, wordsOn(statement))) }
}

/** What was said of one theme of one statement, and the words that were marked. */
export interface ThemeWord {
  readonly decision: ThemeDecision['decision']
  readonly evidence: readonly Span[]
}

/** For a statement: theme -> the last word on it. */
export function wordsOnStatements(report: Report, decisions: readonly ThemeDecision[]): (statement: Statement) => Map<string, ThemeWord> {
  const placed = decisions.map(({ theme, decision, sourceSpans }) => ({ theme, decision, spans: cleanSpans(report, { sourceSpans }) }))
  return (statement) => {
    const words = new Map<string, ThemeWord>()
    for (const { theme, decision, spans } of placed) {
      if (!speaksOf(spans, statement)) continue
      words.delete(theme) // the later stands behind those that are earlier
      words.set(theme, { decision, evidence: evidenceIn(spans, statement) })
    }
    return words
  }
}

/** The statement with these words in force. */
export function withWords(statement: Statement, words: ReadonlyMap<string, ThemeWord>): Statement {
  if (words.size === 0) return statement
  const assigned = [...words].filter(([, { decision }]) => decision === 'assigned')
  const themes = [...statement.themes.filter(({ id }) => !words.has(id)), ...assigned.map(([id, { evidence }]) => ({ id, score: 1, evidence, by: 'person' as const }))]
  return { ...statement, themes }
}

/**
 * The statements that a stretch of the reading text is about: all those it touches. A person who points
 * into a sentence means the sentence, because a statement is the smallest thing that has themes.
 */
export const statementsAt = (report: Report, stretch: Span): Statement[] => report.statements.filter((statement) => overlaps(statement, stretch))

/** The statements that a decision speaks of, in order. */
export function statementsOf(report: Report, decision: ThemeDecision): Statement[] {
  const spans = cleanSpans(report, decision)
  return report.statements.filter((statement) => speaksOf(spans, statement))
}

/** Where these statements stand in the source, and the source's own characters there. */
export const sourceSpansOf = (report: Report, statements: readonly Statement[]): Span[] => mergeSpans(statements.flatMap((statement) => toSource(report.map, statement)))

/**
 * What is left of a decision when some statements get another one: its own characters without theirs.
 * `null` where nothing of it is left, the decision itself where it says nothing of them.
 */
export function withoutStatements(report: Report, decision: ThemeDecision, taken: readonly Statement[]): ThemeDecision | null {
  const gone = new Set(taken.map(({ start }) => start))
  if (!statementsOf(report, decision).some(({ start }) => gone.has(start))) return decision
  const left = { ...decision, sourceSpans: withoutSpans(decision.sourceSpans, sourceSpansOf(report, taken)) }
  // what is not in the text of now is still a person's word on it; a scrap of a sentence that is in it says nothing
  const saysNothing = statementsOf(report, left).length === 0 && left.sourceSpans.every((span) => toClean(report.map, span).length > 0)
  return saysNothing ? null : left
}

const cleanSpans = (report: Report, { sourceSpans }: Pick<ThemeDecision, 'sourceSpans'>): Span[] => sourceSpans.flatMap((span) => toClean(report.map, span))

const speaksOf = (spans: readonly Span[], statement: Statement): boolean =>
  evidenceIn(spans, statement).reduce((sum, span) => sum + spanLength(span), 0) * 2 >= spanLength(statement)

const evidenceIn = (spans: readonly Span[], statement: Statement): Span[] =>
  spans.filter((span) => overlaps(span, statement)).map(({ start, end }) => ({ start: Math.max(start, statement.start), end: Math.min(end, statement.end) }))
