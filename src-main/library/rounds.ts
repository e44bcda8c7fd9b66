import type { RoundStart } from '#core/compare/coded-units.ts'
import type { Json } from '#core/contract/json.ts'
import { Refusal } from '#core/contract/problem.ts'
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
      if (hasWork(library, id)) throw codedIn(key)
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

const hasWork = (library: ReadableLibrary, round: number): boolean =>
  library.get<{ found: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM person_codings WHERE round_id = ${round}) OR EXISTS (SELECT 1 FROM round_done WHERE round_id = ${round}) AS found`
  )!.found === 1

const codedIn = (place: string): Refusal =>
  new Refusal({
    kind: 'overtaken',
    message: {
      zh: '这个编码轮次里已有人编码，不能撤销它的开始，资料没有变；不再需要时请结束这个轮次。',
      en: 'Somebody has coded in this round, so its opening is not undone, and nothing was changed. Close the round where it is not wanted any more.'
    },
    place
  })

const seenByAll = (place: string): Refusal =>
  new Refusal({
    kind: 'overtaken',
    message: {
      zh: '编码者都已完成这份报告，彼此的编码已经看得见，“完成”不能再撤销，资料没有变；请合议。',
      en: 'All coders are done with this report and see each other’s codings, so “done” is not undone, and nothing was changed. Agree instead.'
    },
    place
  })

export const roundJson = ({ coders, reports, ...round }: StoredRound): Json & StoredRound => ({ ...round, coders: [...coders], reports: [...reports] })

/** Key: see `doneKey`; value: when the coder said to be done with the report, or null. */
export const doneSubject: Subject = {
  read: (library, key) => {
    const { round, report, coder } = partsOfDone(key)
    return library.get<{ at: string }>(sql`SELECT done_at AS at FROM round_done WHERE round_id = ${round} AND report_id = ${report} AND coder = ${coder}`)?.at ?? null
  },
  write(library, key, value) {
    const { round, report, coder } = partsOfDone(key)
    if (value === null && isCompared(library, round, report)) throw seenByAll(key)
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

export const readRound = (library: ReadableLibrary, id: number): StoredRound | null => rounds(library, id)[0]?.[1] ?? null

/** In the order in which they were opened. */
export const listRounds = (library: ReadableLibrary): [id: number, round: StoredRound][] => rounds(library, null)

/** @param id null: all */
function rounds(library: ReadableLibrary, id: number | null): [id: number, round: StoredRound][] {
  return library
    .all<RoundRow>(
      sql`SELECT id, name, start, coders, codebook, opened_at AS openedAt, closed_at AS closedAt,
                 (SELECT json_group_array(report_id ORDER BY position) FROM round_reports WHERE round_id = id) AS reports
          FROM coding_rounds WHERE ${id} IS NULL OR id = ${id} ORDER BY id`
    )
    .map(roundOf)
}

/** Who said to be done with which report, in every round. */
export const doneMarks = (library: ReadableLibrary): DoneMark[] =>
  library.all(sql`SELECT round_id AS round, report_id AS report, coder FROM round_done ORDER BY round_id, report_id, done_at`)

export const isDoneBy = (library: ReadableLibrary, { round, report, coder }: DoneMark): boolean =>
  library.get(sql`SELECT 1 FROM round_done WHERE round_id = ${round} AND report_id = ${report} AND coder = ${coder}`) !== undefined

/** Whether all its coders are done with a report, so that they see each other's codings. */
export const isCompared = (library: ReadableLibrary, round: number, report: number): boolean =>
  library.get(
    sql`SELECT 1 FROM coding_rounds c WHERE id = ${round}
          AND (SELECT count(*) FROM round_done d WHERE d.round_id = c.id AND d.report_id = ${report}) >= json_array_length(c.coders)`
  ) !== undefined

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
