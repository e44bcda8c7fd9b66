import { setImmediate } from 'node:timers/promises'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { CountsPiece, ReportReview, ReviewPiece } from '#core/contract/review-calls.ts'
import { ASKED_FROM } from '#core/report/doubt.ts'
import { countsOf, reviewOf, type Reading, type ReviewCounts } from '#core/report/reviewed.ts'
import { readReport, reportIds } from '../library/reports.ts'
import { reviewMarks } from '../library/review-marks.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { veilOver } from '../library/veil.ts'
import type { CodedGround } from './comparisons.ts'
import { idOf } from './ids.ts'

/** Reports looked through at once: some milliseconds, then others have their turn. */
const atOnce = 2
const inOnePiece = { queue: 100, counts: 500 }

/** What the program is least sure of, and how far a person has looked at it. */
export function reviewHandlers({ library, current }: CodedGround): Pick<Handlers, 'review.queue' | 'review.counts'> {
  const { read } = library
  const ids = new ReportIds(library)
  const counted = new KnownCounts(read)
  return {
    'review.queue': async (asked) => {
      await current
      const wanted = ids.wanted(asked)
      const most = mostOf(wanted.length)
      const found: ReportReview[] = []
      const done = Math.min(wanted.length, asked.from + inOnePiece.queue)
      for (let at = asked.from; at < done; at++) {
        const reading = readingOf(read, wanted[at]!)
        // a report that went away meanwhile has nothing to show
        if (reading !== null) found.push(reportReview(String(wanted[at]), reading, { parts: asked.parts, most }))
        if (at % atOnce === 0) await setImmediate()
      }
      return { found, done, total: wanted.length } satisfies ReviewPiece
    },
    'review.counts': async (asked) => {
      await current
      const wanted = ids.wanted(asked)
      const done = Math.min(wanted.length, asked.from + inOnePiece.counts)
      const row = await counted.row(wanted.slice(asked.from, done))
      return { row, done, total: wanted.length } satisfies CountsPiece
    }
  }
}

/** The reports of the library in order, looked up once for all pieces of an answer. */
class ReportIds {
  readonly #library: Library
  #known: { readonly stamp: string; readonly ids: readonly number[] } | null = null

  constructor(library: Library) {
    this.#library = library
  }

  wanted({ reports }: Pick<Parsed<'review.counts'>, 'reports'>): readonly number[] {
    if (reports !== undefined) return reports.map(idOf)
    const stamp = this.#library.changeStamp()
    if (this.#known?.stamp !== stamp) this.#known = { stamp, ids: reportIds(this.#library.read) }
    return this.#known.ids
  }
}

/** How far reports have been looked at, kept until one may be another: each is unpacked for it once. */
class KnownCounts {
  readonly #read: ReadableLibrary
  /** All of them on one ground, which may be long: it is kept once. */
  #known: { readonly ground: string; readonly of: Map<number, { readonly mark: string; readonly counts: ReviewCounts }> } = { ground: '', of: new Map() }

  constructor(read: ReadableLibrary) {
    this.#read = read
  }

  /** As `CountsPiece` has it; without those that are not there. */
  async row(ids: readonly number[]): Promise<number[]> {
    await setImmediate()
    const { ground, of: marks } = reviewMarks(this.#read, ids)
    if (this.#known.ground !== ground) this.#known = { ground, of: new Map() }
    const kept = this.#known.of
    const row: number[] = []
    let unpacked = 0
    for (const id of ids) {
      const mark = marks.get(id)
      if (mark === undefined) continue
      let known = kept.get(id)
      if (known?.mark !== mark) {
        const reading = readingOf(this.#read, id)
        if (reading === null) continue
        known = { mark, counts: countsOf(reading) }
        kept.set(id, known)
        unpacked += 1
        if (unpacked % atOnce === 0) await setImmediate()
      }
      row.push(id, known.counts.confirmed, known.counts.corrected, known.counts.unseen)
    }
    return row
  }
}

/** Of how many reports each may bring how much: nobody goes through all that ten thousand reports leave open. */
function mostOf(reports: number): number {
  if (reports <= 50) return Infinity
  return reports <= 1_000 ? 20 : 5
}

function readingOf(library: ReadableLibrary, id: number): Reading | null {
  const stored = readReport(library, id)
  if (stored === null) return null
  const { read, report: now, machine, recognised } = stored
  return { read, now, spoken: new Set(Object.keys(machine)), recognised, isApart: veilOver(library, id) !== null }
}

/** Of many reports only what nobody has looked at yet. */
function reportReview(report: string, reading: Reading, { parts, most }: { readonly parts: Parsed<'review.queue'>['parts']; readonly most: number }): ReportReview {
  const asked = reviewOf(reading).filter(({ doubt, part, state }) => doubt >= ASKED_FROM && (parts === undefined || parts.includes(part)) && (most === Infinity || state === 'unseen'))
  return { report, counts: countsOf(reading), asked: asked.slice(0, most) }
}
