import type { ReceivedNote, ReceivedReport } from '#core/exchange/received.ts'
import { allNotesOn, asJson, type StoredNote } from '../library/notes.ts'
import { anchorAt } from './note-places.ts'
import { placedAt, type Target } from './received-places.ts'
import { against, notePlace, type Merging, type Receiving } from './merging.ts'
import { timeOf } from './stated-time.ts'

interface Present {
  readonly id: number
  readonly note: StoredNote
}

/** Notes of one received report, the nth, into the reports here: equal ones are left, others come; an own one is only replaced where that was asked for. */
export function mergedNotes(merging: Merging, report: ReceivedReport, { targets, nth }: { readonly targets: readonly Target[]; readonly nth: number }): void {
  const { receiving, tallies, unplaced } = merging
  // more than one may be the same: each is met once
  const present: Present[] = targets.flatMap(({ id }) => ownNotes(merging, id))
  const meet = (isMet: (own: StoredNote) => boolean): Present | undefined => {
    const met = present.findIndex(({ note }) => isMet(note))
    return met < 0 ? undefined : present.splice(met, 1)[0]
  }
  const placed = placedAt(report, targets, report.notes.map(({ place }) => place ?? { start: 0, end: 0 }))
  const coming = report.notes.map((note, n) => {
    const at = note.place === null ? null : placed[n]!
    const made = storedNote(merging, { note, report, target: at?.target ?? targets[0]! }, at?.place ?? null)
    return { note, at, made, equal: meet((own) => isEqual(own, made) && isOfOneTheme(receiving, own, made)) }
  })
  for (const [n, { note, at, made, equal }] of coming.entries()) {
    if (equal !== undefined) {
      merging.noteIds.set(notePlace({ report: nth, note: n }), equal.id)
      tallies.notes.equal++
      continue
    }
    if (at === null && note.quote.exact !== '') unplaced.push({ kind: 'note', report: report.title, words: note.quote.exact })
    const other = note.writtenAt === null ? undefined : meet((own) => isSameOrigin(own, made))
    if (other === undefined) tallies.notes.added++
    // both notes stay until theirs is asked for
    const id = other !== undefined && receiving.conflicts === 'theirs' ? other.id : merging.next.note++
    merging.noteIds.set(notePlace({ report: nth, note: n }), id)
    if (id !== other?.id) merging.settings.push({ subject: 'note', key: String(id), value: asJson(made) })
    if (other !== undefined) {
      const conflict = { kind: 'note', report: report.title, words: made.exact, mine: other.note.body, theirs: made.body } as const
      const taken = isUnnamed(receiving, other.note, made) ? { ...made, codebook: other.note.codebook, theme: other.note.theme } : made
      against(merging, conflict, { report: made.report, proposal: { kind: 'note', other: other.id, mine: asJson(other.note), made: asJson(taken), beside: id } })
    }
  }
}

/** Also where the report lies in the bin: merging takes it out of there. Without those in whose place another of this merge is. */
const ownNotes = ({ library, notes }: Merging, report: number): Present[] =>
  allNotesOn(library, report).flatMap(([id, note]) => (notes.has(id) ? [] : [{ id, note }]))

interface Making {
  readonly note: ReceivedNote
  readonly report: ReceivedReport
  readonly target: Target
}

function storedNote({ now }: Merging, { note, report, target }: Making, place: StoredNote['sourceSpans'][number] | null): StoredNote {
  const { quote, codebook, theme, body, author, color, tags } = note
  const lost = note.place === null ? quote : { exact: report.text.slice(note.place.start, note.place.end), prefix: quote.prefix, suffix: quote.suffix }
  const anchor = place === null ? { ...lost, sourceSpans: [], made: null } : anchorAt(target.stored.report, { ...place, words: target.stored.report.text.slice(place.start, place.end) })
  const writtenAt = timeOf(note.writtenAt) ?? now
  return { report: target.id, theme, codebook, ...anchor, body, author, color, tags, approved: null, writtenAt, editedAt: timeOf(note.editedAt) ?? writtenAt }
}

const wordsOf = (note: StoredNote): string => (note.approved ?? note).exact

const contentOf = (note: StoredNote): string => JSON.stringify([note.author, note.body, note.color, [...note.tags].sort(), wordsOf(note)])

/** A theme that the file had no way to name is not gone. */
const isUnnamed = ({ namesTheme }: Receiving, own: StoredNote, made: StoredNote): boolean => made.theme === null && own.codebook !== null && !namesTheme(own.codebook)

function isOfOneTheme(receiving: Receiving, own: StoredNote, made: StoredNote): boolean {
  if (isUnnamed(receiving, own, made)) return true
  const [here, there] = [own, made].map(({ codebook, theme }) => {
    const now = codebook === null || theme === null ? null : receiving.codebooks.themeNow({ codebook, theme })
    return now === null ? null : `${codebook}\0${now}`
  })
  return here === there
}

const isEqual = (a: StoredNote, b: StoredNote): boolean => contentOf(a) === contentOf(b) && isOnePlace((a.approved ?? a).made, (b.approved ?? b).made)

/** Two occurrences of the same words are two places; of different texts nobody can tell. */
const isOnePlace = (a: StoredNote['made'], b: StoredNote['made']): boolean => a === null || b === null || a.hash !== b.hash || a.position.start === b.position.start

/** Files keep whole seconds. */
const second = (iso: string): string => iso.slice(0, 19)

/** Of marks without a word of a person the words they stand on alone can tell. */
const isSameOrigin = (a: StoredNote, b: StoredNote): boolean =>
  a.author === b.author && second(a.writtenAt) === second(b.writtenAt) && (wordsOf(a) === wordsOf(b) || (a.body !== '' && a.body === b.body))
