import type { CountedReport } from '../compare/passages.ts'
import type { ReportDate } from '../report/report.ts'
import { quotedWordings } from './quoted-wordings.ts'
import { sharedWordings } from './shared-wordings.ts'
import { useIndex } from './use-index.ts'

/**
 * Why a wording is looked at: the researcher named it; it is read as the coined name of a programme; it stands in
 * quotation marks; several reports have it word for word. In the order in which they are offered.
 */
export const phraseOrigins = ['own', 'programme', 'quoted', 'shared'] as const

export type PhraseOrigin = (typeof phraseOrigins)[number]

/** A 提法: a fixed wording, and who uses it. */
export interface Phrase {
  /** The very characters: every count is of places that have these and no others. */
  readonly text: string
  /** One or more. */
  readonly origins: readonly PhraseOrigin[]
  /** All its places. */
  readonly count: number
  /** Those that use it, in the order of the reports. */
  readonly users: readonly PhraseUser[]
  /** The themes of the statements its places stand in, most often first; a place without a theme counts under null. */
  readonly themes: readonly { readonly theme: string | null; readonly count: number }[]
  /** The earliest dated report that uses it; null where none of them has a date with a year. */
  readonly since: { readonly report: string; readonly date: ReportDate } | null
}

export interface PhraseUser {
  readonly report: string
  readonly count: number
}

export interface PhraseOptions {
  readonly origins: readonly PhraseOrigin[]
  /** The researcher's own names. */
  readonly own: readonly string[]
  /** Characters of the shortest wording that counts as shared. */
  readonly shortest: number
  /** Reports that have to use a wording for it to be listed. */
  readonly least: number
}

/**
 * The fixed wordings of some reports: those of most reports first, then the most frequent, the longest.
 * Rests after each report and each theme; a theme of which a hundred reports speak at length takes a tenth of a second.
 */
export function* findPhrases(reports: readonly CountedReport[], options: PhraseOptions): Generator<void, Phrase[]> {
  const origins = yield* wordingsOf(reports, options)
  const found = useIndex([...origins.keys()])
  const gathering = new Map<string, Gathering>()
  for (const from of reports) {
    for (const [text, starts] of found(from.report.text)) {
      const known = gathering.get(text) ?? { users: [], themes: new Map(), since: null }
      gathering.set(text, add(known, from, starts))
    }
    yield
  }
  return [...gathering]
    .filter(([, { users }]) => users.length >= options.least)
    .map(([text, { users, themes, since }]) => ({
      text,
      origins: phraseOrigins.filter((origin) => origins.get(text)!.has(origin)),
      count: users.reduce((sum, { count }) => sum + count, 0),
      users,
      themes: [...themes].map(([theme, count]) => ({ theme, count })).sort((a, b) => b.count - a.count),
      since
    }))
    .sort((a, b) => b.users.length - a.users.length || b.count - a.count || b.text.length - a.text.length || (a.text < b.text ? -1 : 1))
}

/** Wording -> why it is looked at. */
function* wordingsOf(reports: readonly CountedReport[], { origins, own, shortest }: PhraseOptions): Generator<void, Map<string, Set<PhraseOrigin>>> {
  const wordings = new Map<string, Set<PhraseOrigin>>()
  const take = (text: string, origin: PhraseOrigin): void => void wordings.set(text, (wordings.get(text) ?? new Set()).add(origin))
  const programmes = new Set(reports.flatMap(({ report }) => report.programmes.map(({ name }) => name)))
  if (origins.includes('own')) for (const name of own) take(name, 'own')
  if (origins.includes('programme')) for (const name of programmes) take(name, 'programme')
  if (origins.includes('quoted')) {
    for (const { report } of reports) {
      for (const wording of quotedWordings(report.text)) if (!programmes.has(wording)) take(wording, 'quoted')
      yield
    }
  }
  if (origins.includes('shared')) for (const phrase of yield* sharedWordings(reports, shortest)) take(phrase, 'shared')
  return wordings
}

interface Gathering {
  readonly users: PhraseUser[]
  readonly themes: Map<string | null, number>
  readonly since: Phrase['since']
}

function add({ users, themes, since }: Gathering, from: CountedReport, starts: readonly number[]): Gathering {
  users.push({ report: from.id, count: starts.length })
  for (const start of starts) for (const theme of themesAt(from, start)) themes.set(theme, (themes.get(theme) ?? 0) + 1)
  const { date } = from.report
  const iso = date?.iso ?? null
  if (date === null || iso === null || (since !== null && since.date.iso! <= iso)) return { users, themes, since }
  return { users, themes, since: { report: from.id, date } }
}

const none: readonly (string | null)[] = [null]

function themesAt({ report: { statements } }: CountedReport, at: number): readonly (string | null)[] {
  let low = 0
  let high = statements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (statements[middle]!.end <= at) low = middle + 1
    else high = middle
  }
  const statement = statements[low]
  return statement === undefined || statement.start > at || statement.themes.length === 0 ? none : statement.themes.map(({ id }) => id)
}
