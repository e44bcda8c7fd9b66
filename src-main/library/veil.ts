import type { RoundStart } from '#core/compare/coded-units.ts'
import { currentCoder, doneMarks, type CurrentCoder } from './rounds.ts'
import { sql, type ReadableLibrary } from './sql.ts'

/**
 * While not every coder of the open round is done with a report, the coder at the desk sees of that report only what is
 * their own. All that reads codings, notes and judgements of persons out of the library asks here, so that no view,
 * count, search or export shows another's. It is a courtesy among colleagues, no secrecy: the file can be read.
 */
export interface Veil extends CurrentCoder {
  readonly start: RoundStart
}

/** null: everything of the report is seen. */
export function veilOver(library: ReadableLibrary, report: number): Veil | null {
  const current = currentCoder(library)
  if (current === null) return null
  const row = library.get<{ start: RoundStart }>(
    sql`SELECT start FROM coding_rounds c JOIN round_reports r ON r.round_id = c.id
        WHERE c.id = ${current.round} AND r.report_id = ${report}
          AND (SELECT count(*) FROM round_done d WHERE d.round_id = c.id AND d.report_id = r.report_id) < json_array_length(c.coders)`
  )
  return row === undefined ? null : { ...current, start: row.start }
}

/** The reports over which there is one, and whose own work is seen there. */
export interface Veiled {
  readonly coder: string
  readonly round: number
  readonly start: RoundStart
  readonly reports: ReadonlySet<number>
  /** Whether others have coded in the round, or are done with a report: it does not go away under their work. */
  readonly hasOthersWork: boolean
}

export function veiled(library: ReadableLibrary): Veiled | null {
  const current = currentCoder(library)
  if (current === null) return null
  const rows = library.all<{ report: number; start: RoundStart }>(
    sql`SELECT report_id AS report, start FROM round_reports r JOIN coding_rounds c ON c.id = r.round_id
        WHERE c.id = ${current.round}
          AND (SELECT count(*) FROM round_done d WHERE d.round_id = c.id AND d.report_id = r.report_id) < json_array_length(c.coders)
        ORDER BY position`
  )
  return rows.length === 0 ? null : { ...current, start: rows[0]!.start, reports: new Set(rows.map(({ report }) => report)), hasOthersWork: hasOthersWork(library, current) }
}

/** The reports that who sits at the desk codes from nothing: what the program reads there they do not see. */
export function codedBlank(library: ReadableLibrary): ReadonlySet<number> {
  const now = veiled(library)
  return now?.start === 'blank' ? now.reports : new Set()
}

const hasOthersWork = (library: ReadableLibrary, { round, coder }: CurrentCoder): boolean =>
  library.get<{ found: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM person_codings WHERE round_id = ${round} AND coder <> ${coder})
            OR EXISTS (SELECT 1 FROM round_done WHERE round_id = ${round} AND coder <> ${coder}) AS found`
  )!.found === 1

/** For whom codings hold, and who is done with what: whoever keeps what follows from codings keeps this with it. */
export const codingSight = (library: ReadableLibrary): string => JSON.stringify([currentCoder(library), doneMarks(library)])
