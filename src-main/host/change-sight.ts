import type { Json } from '#core/contract/json.ts'
import { assignmentsOf, type Assignment } from '../library/changes.ts'
import { isSeenThrough, type StoredCoding } from '../library/codings.ts'
import type { StoredNote } from '../library/notes.ts'
import { partsOfDone } from '../library/rounds.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { splitKey } from '../library/subject.ts'
import { veiled, type Veiled } from '../library/veil.ts'

/**
 * Whether who sits at the desk sees a change, and may undo it: none that changes what is hidden from them. null: all are
 * seen.
 */
export function changeSight(library: ReadableLibrary): ((change: number) => boolean) | null {
  const now = veiled(library)
  return now === null ? null : (change) => !assignmentsOf(library, change).some((assignment) => isHidden(assignment, now))
}

/** Whether who sits at the desk sees one thing that was set, and may set it back: no round in which others have coded goes away under their hidden work. */
export function assignmentSight(library: ReadableLibrary): (assignment: Assignment) => boolean {
  const now = veiled(library)
  return (assignment) => now === null || !(isHidden(assignment, now) || (assignment.subject === 'round' && now.hasOthersWork && Number(assignment.key) === now.round))
}

function isHidden({ subject, key, before, after }: Assignment, now: Veiled): boolean {
  switch (subject) {
    case 'coding':
    case 'note':
      return [before, after].some((value) => isHiddenValue(subject, value, now))
    case 'reading-word': // unnamed, as verdicts are
      return [before, after].some((value) => value !== null && now.reports.has((value as Json & { report: number }).report))
    case 'verdict':
      return now.reports.has(splitKey(key)[0])
    case 'round-done': {
      const { round, report, coder } = partsOfDone(key)
      return round === now.round && now.reports.has(report) && coder !== now.coder
    }
    default:
      return false
  }
}

function isHiddenValue(subject: 'coding' | 'note', value: Json, now: Veiled): boolean {
  if (value === null) return false
  const { report, author = '', coder, round = null } = value as Json & Partial<StoredCoding & StoredNote> // as the journal keeps them
  if (report === undefined || !now.reports.has(report)) return false
  return subject === 'note' ? author !== now.coder : !isSeenThrough({ coder: coder ?? '', round }, { ...now })
}
