import { Refusal, type Problem } from '#core/contract/problem.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { veiled } from '../library/veil.ts'

/** What all would see is not said of reports that several persons are coding apart. @throws Refusal bad-request, with the first of them as its place */
export function refuseCodedApart(read: ReadableLibrary, reports: readonly number[], message: Problem['message']): void {
  const now = veiled(read)
  const apart = now === null ? undefined : reports.find((report) => now.reports.has(report))
  if (apart !== undefined) throw new Refusal({ kind: 'bad-request', message, place: String(apart) })
}
