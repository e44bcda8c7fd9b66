import { z } from 'zod'
import type { ColumnReport } from '../compare/comparison.ts'
import { isOwnName, mostCommonReports, mostPhraseReports } from '../phrases/bounds.ts'
import type { CommonShare, LocalLanguage } from '../phrases/common-shares.ts'
import type { CommonText } from '../phrases/common-text.ts'
import { phraseOrigins, type Phrase } from '../phrases/phrases.ts'
import { phraseTableIds } from '../table/phrase-tables.ts'
import { call, change } from './call.ts'
import type { SavedFigure } from './figure-calls.ts'
import type { CountedPlacesPage } from './statistics-calls.ts'

/** A name of the researcher's own. */
export interface OwnName {
  readonly name: string
  /** ISO time. */
  readonly addedAt: string
}

/** The fixed wordings of some reports. */
export interface PhraseFacts {
  /** In the order asked for. */
  readonly reports: readonly ColumnReport[]
  /** The first of them, in their order. */
  readonly phrases: readonly Phrase[]
  /** How many there are. */
  readonly total: number
  /** Reports without a year: they are nobody's beginning. */
  readonly undated: number
}

export interface CommonFacts {
  readonly reports: readonly ColumnReport[]
  readonly shares: readonly CommonShare[]
}

export interface LocalFacts {
  readonly baseline: ColumnReport
  readonly reports: readonly ColumnReport[]
  readonly rows: readonly LocalLanguage[]
}

const id = z.string().min(1).max(64)
const shortest = z.int().min(2).max(30).default(5)
/** A theme's id, or `wholeText`. */
const theme = z.string().min(1).max(64)
/** Counted in characters, as the library does. */
const name = z.string().trim().max(80).regex(/^[^\n\r\t]{2,}$/).refine(isOwnName)

const listed = z.object({
  reports: z.array(id).min(1).max(mostPhraseReports),
  origins: z.array(z.enum(phraseOrigins)).min(1).max(phraseOrigins.length),
  shortest,
  /** Reports that have to use a wording. */
  least: z.int().min(1).max(mostPhraseReports).default(1),
  /** Wordings answered at most; all are counted. */
  top: z.int().min(1).max(5000).default(1000)
})
const compared = z.object({ reports: z.array(id).min(2).max(mostCommonReports), theme, shortest })
const measured = z.object({ reports: z.array(id).min(1).max(mostPhraseReports), baseline: id, shortest })

export const phraseCalls = {
  'phrases.list': call<PhraseFacts>()(listed),
  /** The places of one wording in these reports: as many as the list says. */
  'phrases.places': call<CountedPlacesPage>()(z.object({ reports: z.array(id).min(1).max(mostPhraseReports), text: z.string().min(2).max(100_000), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) })),
  /** The share of text in common of every pair, on one theme. */
  'phrases.common': call<CommonFacts>()(compared),
  /** What two of them have in common, with its places: what one share of `phrases.common`, or of `phrases.local` (its other theme is `wholeText`), is of. */
  'phrases.pair': call<CommonText>()(z.object({ pair: z.tuple([id, id]), theme: theme.nullable(), otherTheme: theme.nullable(), shortest })),
  /** Reports against a baseline document. */
  'phrases.local': call<LocalFacts>()(measured),
  /** As `comparison.export`. */
  'phrases.export': call<SavedFigure | null>()(
    z.object({
      table: z.discriminatedUnion('id', [listed.extend({ id: z.literal(phraseTableIds[0]) }), compared.extend({ id: z.literal(phraseTableIds[1]) }), measured.extend({ id: z.literal(phraseTableIds[2]) })]),
      format: z.enum(['xlsx', 'csv', 'html', 'docx']),
      language: z.enum(['zh', 'en']).default('zh')
    })
  ),
  'names.list': call<readonly OwnName[]>()(z.object({})),
  /** Those that are there already stay as they are. Each is one word wherever words are cut. */
  'names.add': change<null>()(z.object({ names: z.array(name).min(1).max(2000) })),
  'names.remove': change<null>()(z.object({ names: z.array(z.string().max(80)).min(1).max(2000) }))
} as const
