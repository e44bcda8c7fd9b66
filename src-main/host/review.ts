import { setImmediate } from 'node:timers/promises'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { CountsPiece, ReportReview, ReviewPiece } from '#core/contract/review-calls.ts'
import { ASKED_FROM } from '#core/report/doubt.ts'
import { countsOf, reviewOf, type Reading } from '#core/report/reviewed.ts'
import { readReport, reportIds } from '../library/reports.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { veilOver } from '../library/veil.ts'
import type { CodedGround } from './comparisons.ts'
import { idOf } from './ids.ts'

/** Reports looked through at once: some milliseconds, then others have their turn. */
const atOnce = 4
const inOnePiece = { queue: 100, counts: 500 }

/** What the program is least sure of, and how far a person has looked at it. */
export function reviewHandlers({ library: { read }, current }: CodedGround): Pick<Handlers, 'review.queue' | 'review.counts'> {
  return {
    'review.queue': async (asked) => {
      await current
      const ids = wanted(read, asked)
      const most = mostOf(ids.length)
      const found: ReportReview[] = []
      const done = await eachOf(read, { ids, from: asked.from, most: inOnePiece.queue }, (id, reading) => found.push(reportReview(String(id), reading, { parts: asked.parts, most })))
      return { found, done, total: ids.length } satisfies ReviewPiece
    },
    'review.counts': async (asked) => {
      await current
      const ids = wanted(read, asked)
      const row: number[] = []
      const done = await eachOf(read, { ids, from: asked.from, most: inOnePiece.counts }, (id, reading) => {
        const { confirmed, corrected, unseen } = countsOf(reading)
        row.push(id, confirmed, corrected, unseen)
      })
      return { row, done, total: ids.length } satisfies CountsPiece
    }
  }
}

const wanted = (read: ReadableLibrary, { reports }: Pick<Parsed<'review.counts'>, 'reports'>): readonly number[] => reports?.map(idOf) ?? reportIds(read)

/** Of how many reports each may bring how much: nobody goes through all that ten thousand reports leave open. */
function mostOf(reports: number): number {
  if (reports <= 50) return Infinity
  return reports <= 1_000 ? 20 : 5
}

interface Stretch {
  readonly ids: readonly number[]
  readonly from: number
  readonly most: number
}

/** @returns where the stretch ends; a report that went away meanwhile has nothing to show */
async function eachOf(read: ReadableLibrary, { ids, from, most }: Stretch, visit: (id: number, reading: Reading) => void): Promise<number> {
  const done = Math.min(ids.length, from + most)
  for (let at = from; at < done; at++) {
    const reading = readingOf(read, ids[at]!)
    if (reading !== null) visit(ids[at]!, reading)
    if (at % atOnce === 0) await setImmediate()
  }
  return done
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
