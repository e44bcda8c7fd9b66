import type { KeptArrangement } from '#core/arrangement/arrangement.ts'
import type { Json } from '#core/contract/json.ts'
import { statementsOf, withoutStatements } from '#core/report/decisions.ts'
import type { Said } from '#core/report/reading-words.ts'
import type { Span } from '#core/text/span.ts'
import { textHash } from '../library/anchorings.ts'
import { codingJson, codingSubject, type StoredCoding } from '../library/codings.ts'
import { linkJson, listLinks } from '../library/links.ts'
import { nextId } from '../library/next-id.ts'
import { asJson, readNote } from '../library/notes.ts'
import { wordJson, type PlacedWord, type StoredWord } from '../library/reading-words.ts'
import type { StoredReport } from '../library/reports.ts'
import { sourceText } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Setting } from './journal.ts'
import { isOnSame } from './reading-words.ts'
import { reportOf } from './reports.ts'
import { subjectNamed } from './subjects.ts'

/** What would put theirs in the place of mine, as the library keeps it: plain JSON. */
export type Proposal =
  /** `mine`: what stood there when the two were compared. */
  | { readonly kind: 'word'; readonly setting: Setting; readonly mine: Json }
  /** `beside`: theirs, where it stands beside mine. */
  | { readonly kind: 'note'; readonly other: number; readonly mine: Json; readonly made: Json; readonly beside: number }
  | CodingProposal
  /** `mine`: the own words on the same thing, as `statesOf` writes them. */
  | { readonly kind: 'reading'; readonly made: Json; readonly mine: string }

export interface CodingProposal {
  readonly kind: 'coding'
  readonly made: Json
  /** Of which statements it is said, by where they begin in the text of this hash. */
  readonly starts: readonly number[]
  readonly hash: string
  /** Own codings that may say otherwise. */
  readonly mine: readonly { readonly id: number; readonly theme: string; readonly codebook: string }[]
}

/** The same of what work stands on: it takes work outside of the library. */
export type GroundProposal =
  /** `here`: how many versions there were. */
  | { readonly kind: 'codebook'; readonly id: string; readonly here: number; readonly list: readonly { readonly sha256: string; readonly madeAt: string }[] }
  /** `mine`: how it was divided by hand, as JSON. */
  | { readonly kind: 'division'; readonly source: number; readonly articles: KeptArrangement; readonly mine: string }

/** What taking gathers; one conflict after the other, each sees what those before it have set of codings and notes. */
export interface Taking {
  readonly library: ReadableLibrary
  readonly settings: Setting[]
  readonly codings: Map<number, StoredCoding | null>
  /** Notes that were taken, and those that stood beside mine: by their ids which note each is now. */
  readonly notes: Map<number, number>
  readonly next: { note: number; coding: number; link: number; reading: number }
  readonly reportOf: (id: number) => StoredReport
}

export function newTaking(library: ReadableLibrary): Taking {
  let last: { readonly id: number; readonly report: StoredReport } | null = null
  return {
    library, settings: [], codings: new Map(), notes: new Map(),
    next: { note: nextId(library, 'notes'), coding: nextId(library, 'person_codings'), link: nextId(library, 'links'), reading: nextId(library, 'reading_words') },
    // the conflicts of a report follow one another
    reportOf: (id) => {
      if (last?.id !== id) last = { id, report: reportOf(library, String(id)) }
      return last.report
    }
  }
}

/** Puts theirs in the place of mine. @returns false where something else is there by now */
export function takeTheirs(taking: Taking, proposal: Proposal): boolean {
  switch (proposal.kind) {
    case 'word':
      return takeWord(taking, proposal)
    case 'note':
      return takeNote(taking, proposal)
    case 'coding':
      return takeCoding(taking, proposal)
    case 'reading':
      return takeReading(taking, proposal)
  }
}

type Of<Kind extends Proposal['kind']> = Extract<Proposal, { kind: Kind }>

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

function takeWord({ library, settings }: Taking, { setting, mine }: Of<'word'>): boolean {
  if (!isSame(subjectNamed(setting.subject).read(library, setting.key), mine)) return false
  settings.push(setting)
  return true
}

function takeNote({ library, settings, notes }: Taking, { other, mine, made, beside }: Of<'note'>): boolean {
  const now = readNote(library, other)
  if (now === null || !isSame(asJson(now), mine) || notes.has(other) || notes.has(beside)) return false
  notes.set(other, other).set(beside, other)
  if (beside !== other && readNote(library, beside) !== null) {
    const nowOf = (id: number): number => notes.get(id) ?? id
    const joined = new Set(listLinks(library, other).flatMap(([, { from, to }]) => [nowOf(from), nowOf(to)]))
    for (const [id, link] of listLinks(library, beside)) {
      const ends = { from: nowOf(link.from), to: nowOf(link.to) }
      const isThere = joined.has(nowOf(link.from === beside ? link.to : link.from))
      settings.push({ subject: 'link', key: String(id), value: isThere || ends.from === ends.to ? null : linkJson({ ...link, ...ends }) })
    }
    settings.push({ subject: 'note', key: String(beside), value: null })
  }
  settings.push({ subject: 'note', key: String(other), value: made })
  return true
}

/** What an own coding says of these statements goes; of others it stays. */
function takeCoding(taking: Taking, { made, starts, hash, mine }: CodingProposal): boolean {
  const coding = made as unknown as StoredCoding // what `codingJson` made
  const { report, source } = taking.reportOf(coding.report)
  if (textHash(report.text) !== hash) return false
  const begins = new Set(starts)
  const statements = report.statements.filter(({ start }) => begins.has(start))
  // another codebook divides the text otherwise
  if (statements.length !== begins.size) return false
  const contrary = mine.flatMap(({ id, theme, codebook }): [number, StoredCoding][] => {
    const own = codingNow(taking, id)
    if (own === null || own.theme !== theme || own.codebook !== codebook || own.coder !== coding.coder || own.decision === coding.decision) return []
    return statementsOf(report, own).some(({ start }) => begins.has(start)) ? [[id, own]] : []
  })
  if (contrary.length === 0 || contrary.some(([, { round }]) => round !== null)) return false
  const text = sourceText(taking.library, source)
  for (const [id, own] of contrary) {
    const left = withoutStatements(report, own, statements)
    set(taking, id, left === null ? null : { ...own, sourceSpans: left.sourceSpans, quote: left.sourceSpans.map(({ start, end }) => text.slice(start, end)).join('') })
  }
  set(taking, taking.next.coding++, coding)
  return true
}

function codingNow({ codings, library }: Taking, id: number): StoredCoding | null {
  const set = codings.get(id)
  if (set !== undefined) return set
  const own = codingSubject.read(library, String(id)) as (Omit<StoredCoding, 'round'> & Partial<StoredCoding>) | null // what `codingJson` made
  return own === null ? null : { round: null, ...own }
}

function set({ settings, codings }: Taking, id: number, value: StoredCoding | null): void {
  codings.set(id, value)
  settings.push({ subject: 'coding', key: String(id), value: value === null ? null : codingJson(value) })
}

function takeReading(taking: Taking, { made, mine }: Of<'reading'>): boolean {
  const word = made as unknown as StoredWord // what `wordJson` made
  const { hash, position } = word.anchor.made
  const stored = taking.reportOf(word.report)
  if (textHash(stored.report.text) !== hash) return false
  const standing = wordsOnSame(stored, word, position)
  if (statesOf(standing) !== mine) return false
  for (const { id } of standing) taking.settings.push({ subject: 'reading-word', key: String(id), value: null })
  taking.settings.push({ subject: 'reading-word', key: String(taking.next.reading++), value: made })
  return true
}

/** Own words on the thing that is spoken of, in the order in which they were said. */
export const wordsOnSame = (stored: StoredReport, { part, value }: Pick<Said, 'part' | 'value'>, place: Span): PlacedWord[] =>
  stored.words.filter((own) => own.part === part && own.place !== null && isOnSame(stored, { ...own, place: own.place }, { part, value, place }))

export const statesOf = (words: readonly PlacedWord[]): string => canonicalJson(words.map(({ id, place: _, ...word }) => [id, wordJson(word)]))
