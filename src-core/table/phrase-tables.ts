import type { Theme } from '../codebook/codebook.ts'
import type { ColumnReport } from '../compare/comparison.ts'
import { shareInCommon, type CommonShare, type LocalLanguage } from '../phrases/common-shares.ts'
import { wholeText } from '../phrases/common-text.ts'
import type { Phrase } from '../phrases/phrases.ts'
import { labelsIn, type Labels } from './labels.ts'
import { phraseWords, type PhraseWords } from './phrase-words.ts'
import type { Table, TableCell, TableColumn, TableRow } from './table.ts'
import type { Language } from './words.ts'

export const phraseTableIds = ['phrases', 'phrases-common', 'phrases-local'] as const

interface Ground {
  readonly language: Language
  readonly reports: readonly ColumnReport[]
  readonly shortest: number
  readonly known: ReadonlyMap<string, Pick<Theme, 'name' | 'color'>>
}

interface Drafting extends Ground {
  readonly labels: Labels
  readonly words: PhraseWords
}

const drafting = (ground: Ground): Drafting => ({ ...ground, labels: labelsIn(ground.language), words: phraseWords[ground.language] })

const plain = (cells: readonly TableCell[], color: string | null = null): TableRow => ({ cells, color, isTotal: false })

type Widths = readonly (readonly [header: keyof PhraseWords['headers'], kind: TableColumn['kind'], width: number])[]

const columnsOf = ({ words }: Drafting, widths: Widths): TableColumn[] => widths.map(([header, kind, width]) => ({ header: words.headers[header], kind, width }))

/** A report in few words: where, when. */
const nameOf = ({ labels }: Drafting, report: ColumnReport): string => `${labels.jurisdiction(report)} · ${labels.date(report.date)}`

const themeName = ({ known, language, words }: Drafting, theme: string | null): string => (theme === null ? words.noTheme : theme === wholeText ? words.whole : (known.get(theme)?.name[language] ?? theme))

/** One row for each phrase. */
export function phrasesTable(ground: Ground & { readonly phrases: readonly Phrase[]; readonly total: number; readonly undated: number; readonly least: number }): Table {
  const draft = drafting(ground)
  const { words, labels, reports, phrases, total, shortest, undated, least } = { ...ground, ...draft }
  const byId = new Map(reports.map((report) => [report.id, report]))
  const list = (parts: readonly string[]): string => labels.words.listed(parts)
  return {
    id: 'phrases',
    name: words.titles.phrases,
    columns: columnsOf(draft, [['phrase', 'label', 18], ['origins', 'text', 10], ['reports', 'count', 6], ['count', 'count', 6], ['since', 'text', 16], ['users', 'text', 40], ['themes', 'text', 24]]),
    rows: phrases.map(({ text, origins, users, count, since, themes }) =>
      plain([
        text,
        list(origins.map((origin) => words.origins[origin])),
        users.length,
        count,
        since === null ? words.noYear : nameOf(draft, byId.get(since.report)!),
        list(users.map((user) => `${nameOf(draft, byId.get(user.report)!)} ${words.times(user.count)}`)),
        list(themes.map((theme) => `${themeName(draft, theme.theme)} ${words.times(theme.count)}`))
      ])
    ),
    notes: [words.notes.phrases(reports.length, undated), words.notes.shared(shortest), ...(least > 1 ? [words.notes.least(least)] : []), ...(phrases.length < total ? [words.shown(phrases.length, total)] : [])]
  }
}

/** A row and a column for each report: the share of text that the two have in common. */
export function commonTable(ground: Ground & { readonly theme: string; readonly shares: readonly CommonShare[] }): Table {
  const draft = drafting(ground)
  const { words, reports, shares, theme, shortest } = { ...ground, ...draft }
  const between = new Map(shares.map((share) => [share.pair.join(), share]))
  return {
    id: 'phrases-common',
    name: words.titles['phrases-common'],
    columns: [{ header: words.headers.report, kind: 'label', width: 18 }, ...reports.map((report) => ({ header: nameOf(draft, report), kind: 'percent' as const, width: 10 }))],
    rows: reports.map((report, row) =>
      plain([nameOf(draft, report), ...reports.map((_, column) => {
        const share = between.get([Math.min(row, column), Math.max(row, column)].join())
        return share === undefined ? null : shareInCommon(share)
      })])
    ),
    notes: [words.of(themeName(draft, theme)), words.notes.common(shortest)]
  }
}

/** One row for each report and theme. */
export function localTable(ground: Ground & { readonly baseline: ColumnReport; readonly rows: readonly LocalLanguage[] }): Table {
  const draft = drafting(ground)
  const { words, reports, rows, baseline, known, shortest } = { ...ground, ...draft }
  const byId = new Map(reports.map((report) => [report.id, report]))
  return {
    id: 'phrases-local',
    name: words.titles['phrases-local'],
    columns: columnsOf(draft, [['report', 'label', 18], ['theme', 'text', 12], ['characters', 'count', 8], ['common', 'count', 10], ['local', 'count', 8], ['share', 'percent', 10]]),
    rows: rows.flatMap(({ report, shares }) =>
      shares.map(({ theme, characters, common }) =>
        plain([nameOf(draft, byId.get(report)!), themeName(draft, theme), characters, common, characters - common, characters === 0 ? null : (characters - common) / characters], known.get(theme ?? '')?.color.light ?? null)
      )
    ),
    notes: [words.baseline([baseline.title, nameOf(draft, baseline)].join(' · ')), words.notes.local(shortest)]
  }
}
