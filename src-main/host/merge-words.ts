import { Refusal } from '#core/contract/problem.ts'
import type { Json } from '#core/contract/json.ts'
import type { ReceivedReport } from '#core/exchange/received.ts'
import type { WorkConflict } from '#core/exchange/conflicts.ts'
import type { WorkCorrection, WorkVerdict } from '#core/exchange/work.ts'
import { correctionSubject, type StoredCorrection } from '../library/corrections.ts'
import type { Subject } from '../library/subject.ts'
import { verdictKey, verdictSubject } from '../library/verdicts.ts'
import { correctedValue } from './edits.ts'
import type { Setting } from './journal.ts'
import { against, type Merging, type Tally } from './merging.ts'
import type { Target } from './received-places.ts'
import { statedValue } from './sent-words.ts'
import { timeOf } from './stated-time.ts'

/** A word of a person's that stands under a key: there is one of it, or none. */
export interface ComingWord {
  readonly setting: Setting
  readonly subject: Subject
  readonly tally: Tally
  readonly report: number
  readonly isEqual: (mine: Json) => boolean
  readonly conflict: (mine: Json) => WorkConflict
}

/** New, there just so, or said otherwise: then mine stays until theirs is asked for. */
export function mergeWord(merging: Merging, { setting, subject, tally, report, isEqual, conflict }: ComingWord): void {
  const mine = subject.read(merging.library, setting.key)
  if (mine === null) {
    tally.added++
    merging.settings.push(setting)
  } else if (isEqual(mine)) tally.equal++
  else against(merging, conflict(mine), { report, proposal: { kind: 'word', setting, mine } })
}

/** What a person put right on a report, and what they say of themes on it. A further kind of words on reports has its place here. */
export function mergedWords(merging: Merging, { title, corrections = [], verdicts = [] }: ReceivedReport, target: Target): void {
  for (const correction of corrections) mergeCorrection(merging, { correction, title, target })
  for (const verdict of verdicts) mergeVerdict(merging, { verdict, title, target })
}

/** They are of the report as a whole, which is not that here: told of, and left. */
export function leftWords({ left, receiving: { codebooks } }: Merging, { title, corrections = [], verdicts = [] }: ReceivedReport, why: 'divided' | 'joined' | 'not-read'): void {
  for (const { field, value } of corrections) left.push({ kind: 'correction', report: title, why, field, value })
  for (const { codebook, theme, verdict } of verdicts) left.push({ kind: 'verdict', report: title, why, theme: codebooks.nameOf({ codebook, theme }), verdict })
}

interface Coming {
  readonly title: string
  readonly target: Target
}

function mergeCorrection(merging: Merging, { correction, title, target }: Coming & { readonly correction: WorkCorrection }): void {
  const { field, value, by, at } = correction
  const made = formOf(correction)
  if (made === undefined) {
    merging.left.push({ kind: 'correction', report: title, why: 'unknown-value', field, value })
    return
  }
  mergeWord(merging, {
    setting: { subject: 'correction', key: `${target.id}:${field}`, value: { value: made, by, at: timeOf(at) ?? merging.now } },
    subject: correctionSubject, tally: merging.tallies.corrections, report: target.id,
    isEqual: (mine) => saidBy(field, mine) === value,
    conflict: (mine) => ({ kind: 'correction', report: title, field, mine: saidBy(field, mine), theirs: value })
  })
}

/** @param mine what `correctionSubject` read */
const saidBy = (field: string, mine: Json): string | null => statedValue({ field, value: (mine as unknown as StoredCorrection).value })

/** Undefined of a date that is none, or a division that is not known here. */
function formOf({ field, value }: WorkCorrection): Json | undefined {
  try {
    return value === null ? null : correctedValue(field, value)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function mergeVerdict(merging: Merging, { verdict: { codebook, theme, verdict }, title, target }: Coming & { readonly verdict: WorkVerdict }): void {
  mergeWord(merging, {
    setting: { subject: 'verdict', key: verdictKey({ report: String(target.id), theme, codebook }), value: verdict },
    subject: verdictSubject, tally: merging.tallies.verdicts, report: target.id,
    isEqual: (mine) => mine === verdict,
    conflict: (mine) => ({ kind: 'verdict', report: title, theme: merging.receiving.codebooks.nameOf({ codebook, theme }), mine: mine as WorkVerdict['verdict'], theirs: verdict }) // what the table holds
  })
}
