import { anchorAll } from '#core/annotation/anchor.ts'
import { settledPlace } from '#core/annotation/annotation.ts'
import { quoteAt } from '#core/annotation/quote.ts'
import type { ReceivedReport } from '#core/exchange/received.ts'
import type { Statement } from '#core/report/report.ts'
import { spanLength, type Span } from '#core/text/span.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { textHash } from '../library/anchorings.ts'
import { reportOf } from './reports.ts'
import type { StoredReport } from '../library/reports.ts'

/** A report here that a received one is, or is within. */
export interface Target {
  readonly id: number
  readonly stored: StoredReport
  readonly hash: string
}

export function targetOf(read: ReadableLibrary, id: number): Target {
  const stored = reportOf(read, String(id))
  return { id, stored, hash: textHash(stored.report.text) }
}

export interface Placed {
  readonly target: Target
  readonly place: Span
}

/**
 * Where places of a received text are here: the same places where the text is the same; else where their
 * words are found by the ladder of annotations, and nowhere where a person would have to say.
 */
export function placedAt(received: ReceivedReport, targets: readonly Target[], places: readonly Span[]): (Placed | null)[] {
  const same = targets.find(({ stored }) => stored.report.text === received.text)
  if (same !== undefined) return places.map((place) => ({ target: same, place }))
  const found: (Placed | null)[] = places.map(() => null)
  const anchors = places.map((place) => ({ quote: quoteAt(received.text, place), made: null, first: null, carried: null }))
  for (const target of targets) {
    const anchorings = anchorAll({ text: target.stored.report.text, hash: target.hash }, anchors)
    for (const [n, anchoring] of anchorings.entries()) {
      const place = settledPlace(anchoring)
      if (place !== null && found[n] === null) found[n] = { target, place }
    }
  }
  return found
}

/** The statements that a coding of another program means: those it covers half of, and the one that half of it lies in. */
export const meantStatements = (statements: readonly Statement[], place: Span): Statement[] =>
  statements.filter((statement) => {
    const shared = Math.min(place.end, statement.end) - Math.max(place.start, statement.start)
    return shared > 0 && shared * 2 >= Math.min(spanLength(statement), spanLength(place))
  })
