import { z } from 'zod'
import { statementKinds } from '../report/report.ts'
import { call } from './call.ts'
import { concordanceOrders, searchedParts, type SearchedPart } from './searched-parts.ts'

/** One place of the word, with what stands around it. */
export interface ConcordanceLine {
  readonly report: string
  /** The note that has the word, where notes are searched. */
  readonly note: string | null
  /** Of the reading text, the title or the note: whatever was searched. */
  readonly start: number
  readonly end: number
  readonly left: string
  /** As written. */
  readonly hit: string
  readonly right: string
  /** 1-based paragraph of the reading text, else null. */
  readonly paragraph: number | null
  /** The place of the reading text that the line leads to; 0–0: the report as a whole. */
  readonly place: { readonly start: number; readonly end: number }
}

export interface ConcordancePage {
  readonly query: string
  /** All lines, and the reports they are of. */
  readonly total: number
  readonly reports: number
  readonly offset: number
  readonly lines: readonly ConcordanceLine[]
}

/** A bar of a chart. `key` null: province or year not known. */
export interface SearchCount {
  readonly key: string | null
  readonly hits: number
  /** Reports that have the word, of all the reports that were searched. */
  readonly reports: number
  readonly of: number
  /** Characters of all the reports that were searched. */
  readonly characters: number
}

/** Exact counts. Those by province heed the chosen years, those by year the chosen provinces; the sums heed both. */
export interface SearchCounts {
  readonly query: string
  readonly all: Omit<SearchCount, 'key'>
  readonly provinces: readonly SearchCount[]
  readonly years: readonly SearchCount[]
  /** Lines in each searched part, under the same choice of provinces and years; statements are chosen in texts only. */
  readonly parts: Readonly<Record<SearchedPart, number>>
}

export interface SearchNeighbours {
  readonly query: string
  /** How many different ones there are. */
  readonly different: number
  /** As written at one of the places, white space left out. */
  readonly neighbours: readonly { readonly text: string; readonly count: number }[]
}

const chosen = z.array(z.string().max(64).nullable()).max(400).default([])

/** An empty list chooses nothing out: everything is searched. null in a list is what is not known. */
const asked = z.object({
  query: z.string().max(200),
  part: z.enum(searchedParts).default('text'),
  /** Codes. */
  provinces: chosen,
  years: chosen,
  /** Statements of one of these themes … */
  themes: z.array(z.string().max(64)).max(500).default([]),
  /** … and of one of these kinds. */
  kinds: z.array(z.enum(statementKinds)).max(4).default([])
})

const id = z.string().min(1).max(64)
const position = z.int().min(0)
const language = z.enum(['zh', 'en']).default('zh')
const width = z.int().min(4).max(120).default(30)

export const searchCalls = {
  /** Some lines of the concordance, at once; a query of white space alone has none. */
  'search.lines': call<ConcordancePage>()(
    asked.extend({ order: z.enum(concordanceOrders).default('document'), width, offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100) })
  ),
  'search.counts': call<SearchCounts>()(asked),
  /** What stands next to the word, most frequent first. */
  'search.neighbours': call<SearchNeighbours>()(
    asked.extend({ side: z.enum(['left', 'right']), characters: z.int().min(1).max(8).default(2), limit: z.int().min(1).max(200).default(20) })
  ),
  /** Lines with everything needed to find them again in the original. As `comparison.export`. */
  'search.export': call<{ fileName: string; base64: string | null } | null>()(
    asked.extend({ order: z.enum(concordanceOrders).default('document'), width, format: z.enum(['csv', 'xlsx']), language })
  ),
  /** Some lines as text: what stands around each word, report and place in the original, ready to be pasted. */
  'search.cite': call<readonly string[]>()(
    z.object({
      part: z.enum(searchedParts).default('text'),
      places: z.array(z.object({ report: id, note: id.nullable().default(null), start: position, end: position })).min(1).max(500),
      width,
      language
    })
  ),
  /** Texts are taken into memory, so that the first letter typed is answered like the second. */
  'search.prepare': call<null>()(z.object({}))
} as const

export type Asked = z.output<typeof asked>
