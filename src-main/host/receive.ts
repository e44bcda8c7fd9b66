import type { MergeReport } from '#core/contract/exchange-calls.ts'
import type { ReceivedReport } from '#core/exchange/received.ts'
import { areBinned } from '../library/bin.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { bringSources, type Brought } from './bring-sources.ts'
import { labelOf } from './edits.ts'
import type { ImportGround } from './import-ground.ts'
import type { Setting } from './journal.ts'
import { mergedCodings } from './merge-codings.ts'
import { mergeGrounds, type GroundsToMerge, type MergedGrounds } from './merge-grounds.ts'
import { mergedNotes } from './merge-notes.ts'
import { mergedReadings } from './merge-readings.ts'
import { mergedLinks, mergedSummaries } from './merge-summaries.ts'
import { leftWords, mergedWords } from './merge-words.ts'
import { newMerging, type Merging, type Receiving } from './merging.ts'
import { statedFacts } from './merge-facts.ts'
import type { OpenConflicts } from './open-conflicts.ts'
import { targetOf, type Target } from './received-places.ts'

export interface ReceiveGround extends GroundsToMerge {
  readonly imports: ImportGround
  readonly openConflicts: OpenConflicts
}

/**
 * Merges work from elsewhere as one change: what is here already changes nothing, what is new comes,
 * and where both say something else nothing is overwritten unless it was asked for.
 */
export async function receiveWork(ground: ReceiveGround, receiving: Receiving): Promise<Omit<MergeReport, 'codebook'>> {
  const { imports, journal, openConflicts } = ground
  const { received } = receiving
  const label = labelOf('merge', 1, receiving.what)
  const session = openConflicts.newName()
  // codebooks and divisions first: codings are of the one, and stand on the texts of the other
  const before = await mergeGrounds(ground, receiving, { label, session })
  const brought = await bringSources(imports, received.reports, receiving.files)
  const now = imports.now().toISOString()
  const done = brought.added.map((report) => ({ subject: 'bin', key: String(report), before: now, after: null }))
  let merging: Merging | null = null
  const answerOf = ({ settings, tallies, conflicts, unplaced, left, waiting }: Merging): Omit<MergeReport, 'codebook'> => {
    const here = new Set(brought.reports.flat()).size
    return {
      merge: session, origin: received.origin, ...tallies, conflicts, unplaced, left,
      doubts: waiting.reports === 0 ? received.doubts : [...received.doubts, { what: 'coded-apart', ...waiting } as const],
      reports: { added: brought.added.length, known: here - brought.added.length, restored: settings.filter(({ subject }) => subject === 'bin').length, failed: brought.failed }
    }
  }
  const settle = (library: ReadableLibrary): Setting[] => {
    merging = merge(library, { receiving, brought, now, before })
    const record = openConflicts.record(session, { label, mergedAt: now, report: answerOf(merging), behind: merging.behind })
    return [...merging.settings, ...record]
  }
  await journal.change(label, settle, { done, session, joins: true })
  brought.settle()
  const made = merging as Merging | null // set by the change, which has run
  if (made === null) throw new Error('a merge that did not run')
  return answerOf(made)
}

interface MergeGround {
  readonly receiving: Receiving
  readonly brought: Brought
  readonly now: string
  readonly before: MergedGrounds
}

function merge(library: ReadableLibrary, { receiving, brought, now, before }: MergeGround): Merging {
  const merging = newMerging(library, { receiving, now, before })
  const added = new Set(brought.added)
  const taken = new Map<string, number>()
  const met = new Map<number, number>()
  for (const [id, ...others] of brought.reports) if (id !== undefined && others.length === 0) met.set(id, (met.get(id) ?? 0) + 1)
  const targetsOf = new Map<number, Target>()
  for (const [n, report] of receiving.received.reports.entries()) {
    const ids = oneOfEqual(brought.reports[n]!, report, taken)
    const all = ids.map((id) => targetOf(library, id))
    const same = all.filter(({ stored }) => stored.report.text === report.text).slice(0, 1)
    const targets = same.length > 0 ? same : all
    // an undone merge put them there: who merges again wants them
    for (const { id } of targets) if (areBinned(library, [id])) merging.settings.push({ subject: 'bin', key: String(id), value: null })
    const why = whyNotOne(met.get(ids[0]!) ?? 0, targets.map(({ stored }) => stored.report.text === report.text))
    if (targets.length === 0) leaveOut(merging, report)
    else if (targets.some(({ id }) => merging.apart.has(id))) leaveForLater(merging, report)
    else {
      mergedNotes(merging, report, { targets, nth: n })
      mergedCodings(merging, report, targets)
      mergedReadings(merging, report, targets)
      if (why === null) {
        targetsOf.set(n, targets[0]!)
        mergedWords(merging, report, targets[0]!)
      }
    }
    if (why !== null && !targets.some(({ id }) => merging.apart.has(id))) {
      merging.notOne.set(n, why)
      leftWords(merging, report, why)
    }
    if (report.facts !== null && ids.every((id) => added.has(id))) merging.settings.push(...statedFacts(report, targets, now))
  }
  mergedLinks(merging)
  mergedSummaries(merging, targetsOf)
  return merging
}

/** Why what is said of a received report as a whole is said of no one report here; null where it is. @param met how many received ones are that one @param same for each report here that it is or is within: whether its text is the same */
function whyNotOne(met: number, same: readonly boolean[]): 'divided' | 'joined' | 'not-read' | null {
  if (same.length === 0) return 'not-read'
  if (same.length > 1) return 'divided'
  return !same[0] && met > 1 ? 'joined' : null
}

/** Of several reports here with the very same text, the first received one is the first, and so on. */
function oneOfEqual(ids: readonly number[], { text, file }: ReceivedReport, taken: Map<string, number>): readonly number[] {
  if (ids.length < 2 || file !== undefined) return ids
  const nth = taken.get(text) ?? 0
  taken.set(text, nth + 1)
  return [ids[Math.min(nth, ids.length - 1)]!]
}

/** What waits is only counted: nothing is said of what is here. */
function leaveForLater({ waiting }: Merging, { notes, codings, corrections = [], verdicts = [], readings = [] }: ReceivedReport): void {
  if (notes.length + codings.length + corrections.length + verdicts.length + readings.length === 0) return
  waiting.reports++
  waiting.notes += notes.length
  waiting.codings += codings.length
}

/** Its file could not be read: nothing can stand on it. */
function leaveOut({ unplaced }: Merging, { title, notes, codings, readings = [], text }: ReceivedReport): void {
  for (const { quote } of notes) unplaced.push({ kind: 'note', report: title, words: quote.exact })
  for (const { place } of codings) unplaced.push({ kind: 'coding', report: title, words: text.slice(place.start, place.end) })
  for (const { quote } of readings) unplaced.push({ kind: 'reading', report: title, words: quote.exact })
}
