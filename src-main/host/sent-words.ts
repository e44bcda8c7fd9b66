import { settledPlace } from '#core/annotation/annotation.ts'
import { statedFields, type WorkCodebook, type WorkCorrection, type WorkLink, type WorkReading, type WorkSummary } from '#core/exchange/work.ts'
import type { Json } from '#core/contract/json.ts'
import { allSummaries } from '../library/cell-summaries.ts'
import { codebookOfHash, ownCodebooks, versionsOf } from '../library/codebooks.ts'
import { correctionsMadeOn, type StoredCorrection } from '../library/corrections.ts'
import { listLinks } from '../library/links.ts'
import { notedTexts } from '../library/notes.ts'
import type { PlacedWord } from '../library/reading-words.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { anchoringsOn } from '../library/anchorings.ts'

/** What a person put right on a report, as it is said; of which more than one word would be needed stays here. */
export const sentCorrections = (read: ReadableLibrary, report: number): WorkCorrection[] =>
  correctionsMadeOn(read, report).flatMap((correction) => {
    const field = statedFields.find((one) => one === correction.field)
    return field === undefined ? [] : [{ field, value: statedValue(correction), by: correction.by, at: correction.at }]
  })

/** @returns as a person would state it: a title by its words, a place by its code, a date as ISO writes it */
export function statedValue({ field, value }: Pick<StoredCorrection, 'field' | 'value'>): string | null {
  if (typeof value === 'string' || value === null) return value
  const said = (value as { readonly [key: string]: Json })[{ title: 'text', jurisdiction: 'code', date: 'iso' }[field] ?? '']
  return typeof said === 'string' ? said : null
}

/** In their order: of two on one thing the later holds. */
export const sentReadings = (words: readonly PlacedWord[]): WorkReading[] =>
  words.map(({ id: _, report: __, place, anchor: { exact, prefix, suffix, made }, by, at, ...said }) => ({ said, place, quote: { exact, prefix, suffix }, made, by, at }))

/** Links of which both ends are sent. @param notes the ids of the notes of each report, in their order */
export function sentLinks(read: ReadableLibrary, notes: readonly (readonly number[])[]): WorkLink[] {
  const places = new Map(notes.flatMap((ids, report) => ids.map((id, note) => [id, { report, note }])))
  return listLinks(read).flatMap(([, { from, to, author, linkedAt }]) => {
    const [first, second] = [places.get(from), places.get(to)]
    return first === undefined || second === undefined ? [] : [{ from: first, to: second, author, linkedAt }]
  })
}

/** Summaries of reports that are all sent, with the places that their passages have now. */
export function sentSummaries(read: ReadableLibrary, reports: readonly number[]): WorkSummary[] {
  const places = new Map(reports.map((id, n) => [id, n]))
  return allSummaries(read).flatMap(({ links, reports: own, ...summary }) => {
    const of = own.flatMap((id) => places.get(id) ?? [])
    if (of.length < own.length) return []
    const passages = links.flatMap((link) => {
      const report = places.get(link.report)
      const [kept] = notedTexts(read, [link.report])
      const [anchoring] = kept === undefined ? [] : anchoringsOn(kept, [{ kept: link, first: link.made }])
      const place = anchoring === undefined ? null : settledPlace(anchoring)
      const { exact, prefix, suffix } = link
      return report === undefined ? [] : [{ report, place: place && { start: place.start, end: place.end }, quote: { exact, prefix, suffix } }]
    })
    return [{ ...summary, reports: of, passages }]
  })
}

/** A person's own codebooks with their history, and the versions of others that codings rest on. @param hashes of these */
export function sentCodebooks(read: ReadableLibrary, hashes: ReadonlySet<string>): WorkCodebook[] {
  const own = ownCodebooks(read)
  const version = (sha256: string, madeAt: string | null): WorkCodebook['versions'][number] => ({ definition: codebookOfHash(read, sha256)!.definition, madeAt }) // the library refers to it
  const made = own.map((id): WorkCodebook => ({ id, isOwn: true, versions: versionsOf(read, id).map(({ sha256, madeAt }) => version(sha256, madeAt)) }))
  const others = [...hashes].sort().map((sha256) => codebookOfHash(read, sha256)!).filter(({ id }) => !own.includes(id))
  return [...made, ...[...Map.groupBy(others, ({ id }) => id)].map(([id, list]): WorkCodebook => ({ id, isOwn: false, versions: list.map(({ sha256 }) => version(sha256, null)) }))]
}
