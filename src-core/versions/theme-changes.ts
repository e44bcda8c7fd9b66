import type { CountedReport } from '../compare/passages.ts'
import type { Span } from '../text/span.ts'

/**
 * When a theme counts as strengthened: its share of the text is at least `ratio` times what it was, and at least
 * `points` larger (0..1); weakened, the same the other way round. A share rather than characters, because two
 * reports are seldom of one length; both bounds, so that neither a small theme that doubles nor a large one
 * that wavers counts. It is of space, not of resolve.
 */
export const themeChangeRule = { ratio: 1.25, points: 0.005 } as const

/** In the order in which they are listed. */
const kinds = ['new', 'dropped', 'strengthened', 'weakened', 'steady'] as const

export type ThemeChangeKind = (typeof kinds)[number]

export interface ThemeShare {
  /** Its runs of neighbouring statements, in order: the passages that are counted. */
  readonly passages: readonly Span[]
  /** White space not counted. */
  readonly characters: number
  /** Of the characters of the report, 0..1. Themes overlap: shares may add up to more. */
  readonly share: number
}

export interface ThemeChange {
  readonly theme: string
  readonly kind: ThemeChangeKind
  readonly before: ThemeShare
  readonly after: ThemeShare
}

/**
 * What became of each theme that either version speaks of, by the codings in force, a person's among them: kind after
 * kind, within one in the order of the codebook.
 *
 * @param order theme ids in the order of the codebook
 */
export function themeChanges(before: CountedReport, after: CountedReport, order: readonly string[]): ThemeChange[] {
  return order
    .map((theme) => ({ theme, before: shareOf(before, theme), after: shareOf(after, theme) }))
    .filter((change) => change.before.passages.length + change.after.passages.length > 0)
    .map((change) => ({ ...change, kind: kindOf(change.before, change.after) }))
    .sort((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind))
}

function shareOf({ runs, characters, report: { statements } }: CountedReport, theme: string): ThemeShare {
  const own = runs.get(theme) ?? []
  const inTheme = own.reduce((sum, run) => sum + run.characters, 0)
  return { passages: own.map(({ first, last }) => ({ start: statements[first]!.start, end: statements[last]!.end })), characters: inTheme, share: characters === 0 ? 0 : inTheme / characters }
}

function kindOf(before: ThemeShare, after: ThemeShare): ThemeChangeKind {
  if (before.passages.length === 0) return 'new'
  if (after.passages.length === 0) return 'dropped'
  if (isMore(before.share, after.share)) return 'strengthened'
  return isMore(after.share, before.share) ? 'weakened' : 'steady'
}

const isMore = (less: number, more: number): boolean => more >= less * themeChangeRule.ratio && more - less >= themeChangeRule.points
