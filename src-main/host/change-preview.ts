import type { ChangePreview } from '#core/contract/change-calls.ts'
import type { Json } from '#core/contract/json.ts'
import type { Assignment } from '../library/changes.ts'
import { placeOfSummary } from '../library/cell-summaries.ts'
import { noteCounts } from '../library/notes.ts'
import { titlesOf } from '../library/reports.ts'
import { partsOfDone } from '../library/rounds.ts'
import { sql, type ReadableLibrary } from '../library/sql.ts'

type Effect = Pick<ChangePreview, 'leaving' | 'returning' | 'notes' | 'titles' | 'reports'>

const mostTitles = 5

/** What the library would lose and get back, were these set to `before` (undone) or to `after` (done again). */
export function effectOf(library: ReadableLibrary, assignments: readonly Assignment[], back: boolean): Effect {
  const set = assignments.map(({ subject, key, before, after }) => ({ subject, key, from: back ? after : before, to: back ? before : after }))
  const binned = set.filter(({ subject }) => subject === 'bin')
  const leaving = binned.filter(({ to }) => to !== null).map(({ key }) => Number(key))
  const written = set.filter(({ subject, to }) => subject === 'note' && to === null)
  const reports = [...new Set(set.flatMap(({ subject, key, from, to }) => reportsNamed(library, { subject, key, value: to ?? from })))]
  return {
    leaving: leaving.length,
    returning: binned.length - leaving.length,
    notes: notesOn(library, leaving) + written.length,
    titles: [...titlesOf(library, reports.slice(0, mostTitles)).values()],
    reports: reports.length
  }
}

function reportsNamed(library: ReadableLibrary, { subject, key, value }: { subject: string; key: string; value: Json }): number[] {
  switch (subject) {
    case 'bin':
      return [Number(key)]
    case 'correction':
    case 'verdict':
      return [Number(key.split(':')[0])]
    case 'round-done':
      return [partsOfDone(key).report]
    case 'round':
      return typeof value === 'object' && value !== null && 'reports' in value && Array.isArray(value['reports']) ? value['reports'].map(Number) : []
    case 'pair':
      return key.split(':').map(Number)
    case 'note':
    case 'coding':
    case 'reading-word':
      return typeof value === 'object' && value !== null && 'report' in value ? [Number(value['report'])] : []
    case 'summary':
      return [...placeOfSummary(key).reports]
    case 'reading':
      return library.all<{ id: number }>(sql`SELECT id FROM reports WHERE source_id = ${Number(key)} AND id NOT IN (SELECT report_id FROM bin) ORDER BY id`).map(({ id }) => id)
    default:
      return []
  }
}

function notesOn(library: ReadableLibrary, reports: readonly number[]): number {
  if (reports.length === 0) return 0
  const wanted = new Set(reports)
  return noteCounts(library).reduce((sum, { report, count }) => sum + (wanted.has(report) ? count : 0), 0)
}
