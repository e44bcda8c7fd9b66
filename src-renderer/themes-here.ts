import { statementsAt } from '#core/report/decisions.ts'
import type { Coding } from '#core/contract/coding-calls.ts'
import type { Report } from '#core/report/report.ts'
import { overlaps, type Span } from '#core/text/span.ts'
import type { Words } from './language/zh.ts'

/** What holds of one theme at a place. */
export interface ThemeHere {
  readonly theme: string
  /** `person` and `rejected`: by the own hand; the other two by another's, or by what was agreed. */
  readonly state: 'machine' | 'person' | 'rejected' | 'others' | 'others-rejected'
  /** Whose word it is, where it is another's; else ''. */
  readonly coder: string
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
      const isByHand = by === 'person' || (known !== undefined && known.state !== 'machine')
      const { state, coder } = isByHand ? handOf(codings, { theme: id, decision: 'assigned' }, place) : { state: 'machine' as const, coder: '' }
      found.set(id, { theme: id, state, coder, count: (known?.count ?? 0) + 1 })
    }
  }
  for (const { theme, decision, places } of codings) {
    if (decision !== 'rejected' || found.has(theme)) continue
    const count = statements.filter((statement) => places.some((span) => overlaps(span, statement))).length
    if (count > 0) found.set(theme, { theme, ...handOf(codings, { theme, decision: 'rejected' }, place), count })
  }
  return { statements: statements.length, themes: [...found.values()] }
}

/** By whose hand a theme is in or out: the own, else the last of the others', among which stands what was agreed. */
function handOf(codings: readonly Coding[], { theme, decision }: Pick<Coding, 'theme' | 'decision'>, place: Span): Pick<ThemeHere, 'state' | 'coder'> {
  const made = codings.filter((coding) => coding.theme === theme && coding.decision === decision && coding.places.some((span) => overlaps(span, place)))
  const another = made.some(({ isOwn }) => isOwn) ? undefined : made.at(-1)
  if (another === undefined) return { state: decision === 'assigned' ? 'person' : 'rejected', coder: '' }
  return { state: decision === 'assigned' ? 'others' : 'others-rejected', coder: another.coder }
}

/** What one act of a person makes of a theme: what they decided is taken back, what was read is taken out, the rest is assigned. */
export const nextDecision = (state: ThemeHere['state'] | null): 'assigned' | 'rejected' | null =>
  state === null || state === 'others-rejected' ? 'assigned' : state === 'machine' || state === 'others' ? 'rejected' : null

/** Whose word it is, in the words of a language. */
export const originWords = (words: Words['coding'], coder: string): Readonly<Record<ThemeHere['state'], string>> => ({
  machine: words.byProgram,
  person: words.byHand,
  rejected: words.rejected,
  others: words.byOther(coder),
  'others-rejected': words.rejectedByOther(coder)
})
