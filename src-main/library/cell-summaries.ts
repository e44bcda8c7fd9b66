import type { Json } from '#core/contract/json.ts'
import type { CellPart } from '#core/compare/comparison.ts'
import { anchorJson, type StoredAnchor } from './notes.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'

/** What a summary is of, in the numbers of the library. */
export interface SummaryKey {
  readonly codebook: string
  readonly theme: string
  readonly part: CellPart
  /** Ascending; of part 'report' the one. */
  readonly reports: readonly number[]
}

/** A passage that a summary was written from, as it was read then. */
export interface StoredLink extends StoredAnchor {
  readonly id: number
  readonly report: number
}

export interface StoredSummary {
  readonly body: string
  readonly isFilled: boolean
  readonly links: readonly StoredLink[]
  readonly author: string
  readonly writtenAt: string
  readonly editedAt: string
}

interface SummaryRow extends Omit<StoredSummary, 'isFilled' | 'links'> {
  readonly isFilled: number
  /** JSON */
  readonly links: string
}

/** One place, one key: the journal compares them. */
export const keyOfSummary = ({ codebook, theme, part, reports }: SummaryKey): string => JSON.stringify([codebook, theme, part, reports])

export function placeOfSummary(key: string): SummaryKey {
  const [codebook, theme, part, reports] = JSON.parse(key) as [string, string, CellPart, number[]]
  return { codebook, theme, part, reports }
}

/** Key: `keyOfSummary`; value: a `StoredSummary`, or null where there is none (any more). */
export const summarySubject: Subject = {
  read: (library, key) => {
    const summary = readSummary(library, placeOfSummary(key))
    return summary === null ? null : summaryJson(summary)
  },
  write(library, key, value) {
    const { codebook, theme, part, reports } = placeOfSummary(key)
    const ids = JSON.stringify(reports)
    if (value === null) {
      library.run(sql`DELETE FROM summaries WHERE codebook = ${codebook} AND theme = ${theme} AND part = ${part} AND reports = ${ids}`)
      return
    }
    const { body, isFilled, links, author, writtenAt, editedAt } = value as Json & StoredSummary // what `read` gave, or the host made
    library.run(
      sql`INSERT INTO summaries (codebook, theme, part, reports, report_id, body, is_filled, links, author, written_at, edited_at)
          VALUES (${codebook}, ${theme}, ${part}, ${ids}, ${part === 'report' ? (reports[0] ?? null) : null},
                  ${body}, ${isFilled ? 1 : 0}, ${JSON.stringify(links)}, ${author}, ${writtenAt}, ${editedAt})
          ON CONFLICT (codebook, theme, part, reports) DO UPDATE SET body = excluded.body, is_filled = excluded.is_filled, links = excluded.links,
            author = excluded.author, written_at = excluded.written_at, edited_at = excluded.edited_at`
    )
  }
}

export const summaryJson = ({ links, ...summary }: StoredSummary): Json => ({
  ...summary,
  links: links.map(({ id, report, ...anchor }) => ({ id, report, ...anchorJson(anchor) }))
})

export function readSummary(library: ReadableLibrary, { codebook, theme, part, reports }: SummaryKey): StoredSummary | null {
  const row = library.get<SummaryRow>(
    sql`SELECT body, is_filled AS isFilled, links, author, written_at AS writtenAt, edited_at AS editedAt FROM summaries
        WHERE codebook = ${codebook} AND theme = ${theme} AND part = ${part} AND reports = ${JSON.stringify(reports)}`
  )
  return row === undefined ? null : summaryOf(row)
}

/** Those of these reports, and those of all sets of reports compared. */
export function listSummaries(library: ReadableLibrary, codebook: string, reports: readonly number[]): (SummaryKey & StoredSummary)[] {
  return library
    .all<SummaryRow & { theme: string; part: CellPart; reports: string }>(
      sql`SELECT theme, part, reports, body, is_filled AS isFilled, links, author, written_at AS writtenAt, edited_at AS editedAt FROM summaries
          WHERE codebook = ${codebook} AND (report_id IS NULL OR report_id IN (SELECT value FROM json_each(${JSON.stringify(reports)})))
          ORDER BY theme, part, edited_at DESC`
    )
    .map(({ theme, part, reports: ids, ...row }) => ({ codebook, theme, part, reports: JSON.parse(ids) as number[], ...summaryOf(row) }))
}

/** Of whichever codebook. */
export const allSummaries = (library: ReadableLibrary): (SummaryKey & StoredSummary)[] =>
  library
    .all<SummaryRow & { codebook: string; theme: string; part: CellPart; reports: string }>(
      sql`SELECT codebook, theme, part, reports, body, is_filled AS isFilled, links, author, written_at AS writtenAt, edited_at AS editedAt FROM summaries
          ORDER BY codebook, theme, part, reports`
    )
    .map(({ codebook, theme, part, reports, ...row }) => ({ codebook, theme, part, reports: JSON.parse(reports) as number[], ...summaryOf(row) }))

const summaryOf = ({ isFilled, links, body, author, writtenAt, editedAt }: SummaryRow): StoredSummary => ({
  body, author, writtenAt, editedAt,
  isFilled: isFilled === 1,
  links: JSON.parse(links) as StoredLink[]
})
