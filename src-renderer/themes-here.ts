import { statementsAt } from '#core/report/decisions.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import type { Report } from '#core/report/report.ts'
import { overlaps, type Span } from '#core/text/span.ts'

/** What holds of one theme at a place. */
export interface ThemeHere {
  readonly theme: string
  readonly state: 'machine' | 'person' | 'rejected'
  /** Statements of the place of which it holds. */
  readonly count: number
}

export interface ThemesHere {
  readonly statements: number
  readonly themes: readonly ThemeHere[]
}

/** The themes of the statements that a place touches: what was read there, what a person assigned, and what they took out. */
export function themesHere(report: Report, codings: readonly Coding[], place: Span): ThemesHere {
  const statements = statementsAt(report, place)
  const found = new Map<string, ThemeHere>()
  for (const { themes } of statements) {
    for (const { id, by } of themes) {
      const known = found.get(id)
      found.set(id, { theme: id, state: by === 'person' || known?.state === 'person' ? 'person' : 'machine', count: (known?.count ?? 0) + 1 })
    }
  }
  for (const { theme, decision, places } of codings) {
    if (decision !== 'rejected' || found.has(theme)) continue
    const count = statements.filter((statement) => places.some((span) => overlaps(span, statement))).length
    if (count > 0) found.set(theme, { theme, state: 'rejected', count })
  }
  return { statements: statements.length, themes: [...found.values()] }
}

/** What one act of a person makes of a theme: what they decided is taken back, what was read is taken out, the rest is assigned. */
export const nextDecision = (state: ThemeHere['state'] | null): 'assigned' | 'rejected' | null =>
  state === null ? 'assigned' : state === 'machine' ? 'rejected' : null
