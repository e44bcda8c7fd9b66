import type { RoundStart } from '#core/compare/coded-units.ts'
import type { Json } from '#core/contract/json.ts'
import { readSetting, writeSetting } from './settings.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'

/** A coding round as it is kept: who codes which reports, apart from one another. */
export interface StoredRound {
  readonly name: string
  readonly start: RoundStart
  /** Two or more, in their order. */
  readonly coders: readonly string[]
  /** Hash of the codebook it was opened with. */
  readonly codebook: string
  readonly openedAt: string
  readonly closedAt: string | null
  readonly reports: readonly number[]
}

interface RoundRow extends Omit<StoredRound, 'coders' | 'reports'> {
  readonly id: number
  /** JSON, as is `reports` */
  readonly coders: string
  readonly reports: string
}

/** Key: round; value: a `StoredRound`, or null where there is none (any more). */
export const roundSubject: Subject = {
  read: (library, key) => {
    const round = readRound(library, Number(key))
    return round === null ? null : roundJson(round)
  },
  write(library, key, value) {
    const id = Number(key)
    if (value === null) {
      library.run(sql`DELETE FROM coding_rounds WHERE id = ${id}`)
      return
    }
    const { name, start, coders, codebook, openedAt, closedAt, reports } = value as Json & StoredRound // what `read` gave, or the host made
    library.run(
      sql`INSERT INTO coding_rounds (id, name, start, coders, codebook, opened_at, closed_at)
          VALUES (${id}, ${name}, ${start}, ${JSON.stringify(coders)}, ${codebook}, ${openedAt}, ${closedAt})
          ON CONFLICT (id) DO UPDATE SET name = excluded.name, start = excluded.start, coders = excluded.coders, codebook = excluded.codebook,
            opened_at = excluded.opened_at, closed_at = excluded.closed_at`
    )
    library.run(sql`DELETE FROM round_reports WHERE round_id = ${id}`)
    library.run(sql`INSERT INTO round_reports (round_id, position, report_id) SELECT ${id}, key, value FROM json_each(${JSON.stringify(reports)})`)
  }
}

export const roundJson = ({ coders, reports, ...round }: StoredRound): Json & StoredRound => ({ ...round, coders: [...coders], reports: [...reports] })

/** Key: see `doneKey`; value: when the coder said to be done with the report, or null. */
export const doneSubject: Subject = {
  read: (library, key) => {
    const { round, report, coder } = partsOfDone(key)
    return library.get<{ at: string }>(sql`SELECT done_at AS at FROM round_done WHERE round_id = ${round} AND report_id = ${report} AND coder = ${coder}`)?.at ?? null
  },
  write(library, key, value) {
    const { round, report, coder } = partsOfDone(key)
    library.run(sql`DELETE FROM round_done WHERE round_id = ${round} AND report_id = ${report} AND coder = ${coder}`)
    if (typeof value === 'string') library.run(sql`INSERT INTO round_done (round_id, report_id, coder, done_at) VALUES (${round}, ${report}, ${coder}, ${value})`)
  }
}

interface DoneMark {
  readonly round: number
  readonly report: number
  readonly coder: string
}

export const doneKey = ({ round, report, coder }: DoneMark): string => `${round}:${report}:${coder}`

/** Of `doneKey`. */
export function partsOfDone(key: string): DoneMark {
  const [round, report, ...coder] = key.split(':')
  return { round: Number(round), report: Number(report), coder: coder.join(':') }
}

const roundOf = ({ id, coders, reports, ...row }: RoundRow): [id: number, round: StoredRound] => [
  id,
  { ...row, coders: JSON.parse(coders) as string[], reports: JSON.parse(reports) as number[] }
]

export function readRound(library: ReadableLibrary, id: number): StoredRound | null {
  return listRounds(library).find(([known]) => known === id)?.[1] ?? null
}

/** In the order in which they were opened. */
export function listRounds(library: ReadableLibrary): [id: number, round: StoredRound][] {
  return library
    .all<RoundRow>(
      sql`SELECT id, name, start, coders, codebook, opened_at AS openedAt, closed_at AS closedAt,
                 (SELECT json_group_array(report_id ORDER BY position) FROM round_reports WHERE round_id = id) AS reports
          FROM coding_rounds ORDER BY id`
    )
    .map(roundOf)
}

/** Who said to be done with which report, in every round. */
export const doneMarks = (library: ReadableLibrary): DoneMark[] =>
  library.all(sql`SELECT round_id AS round, report_id AS report, coder FROM round_done ORDER BY round_id, report_id, done_at`)

export const isDoneBy = (library: ReadableLibrary, { round, report, coder }: DoneMark): boolean =>
  library.get(sql`SELECT 1 FROM round_done WHERE round_id = ${round} AND report_id = ${report} AND coder = ${coder}`) !== undefined

const currentName = 'coders.current'

export interface CurrentCoder {
  readonly round: number
  readonly coder: string
}

/** Who sits at the desk: while a round is open one of its coders, else nobody of a name. Kept from start to start. */
export function currentCoder(library: ReadableLibrary): CurrentCoder | null {
  const open = library.get<{ id: number; coders: string }>(sql`SELECT id, coders FROM coding_rounds WHERE closed_at IS NULL ORDER BY id DESC LIMIT 1`)
  if (open === undefined) return null
  const coders = JSON.parse(open.coders) as string[]
  const kept = readSetting(library, currentName)
  const named = coders.find((coder) => coder === kept)
  return { round: open.id, coder: named ?? coders[0]! }
}

/** Where somebody was, no work of theirs: it is not journalled. */
export const keepCurrentCoder = (library: WritableLibrary, coder: string): void => writeSetting(library, currentName, coder)
