import type { Span } from '../text/span.ts'
import { countedPlaces, normalText } from './counted-places.ts'
import { readMark, type Mark } from './marks.ts'
import { ownOrigin, personOf } from './people.ts'
import type { ReadProject } from './project-of-elements.ts'
import { factsOf } from './project-facts.ts'
import type { Made, Project, ProjectCoding, ProjectNote, ProjectSelection, ProjectSource } from './project.ts'
import { isOwnLink, linksOf, summariesOf, verdictsOf } from './words-of-project.ts'
import type { ThemeHere, ThemeOf } from './theme-here.ts'
import { readSummary } from './summary-notes.ts'
import type { Doubt, Received, ReceivedCoding, ReceivedNote, ReceivedReport } from './received.ts'

interface Reading {
  readonly project: Project
  readonly themeOf: ThemeOf
  readonly isOwn: boolean
  readonly people: ReadonlyMap<string, string | null>
  readonly notes: ReadonlyMap<string, ProjectNote>
  /** Notes that links join to selections and sources, by these. */
  readonly linked: ReadonlyMap<string, readonly string[]>
  readonly used: Set<string>
  /** The notes that notes and selections came as. */
  readonly cameAs: Map<string, ReceivedNote>
  readonly doubts: Doubt[]
  readonly counts: Map<'machine-codings' | 'unknown-code', number>
}

/**
 * The work in a project, of whichever program: codings as those of their coders, notes and comments as
 * notes, bare selections as highlights. What the program itself once read is not taken: it reads anew.
 */
export function workOfProject({ project, notTaken }: ReadProject, themeOf: ThemeOf): Received {
  const notes = new Map(project.notes.map((note) => [note.guid, note]))
  const reading: Reading = {
    project, themeOf, notes,
    isOwn: project.origin.startsWith(ownOrigin),
    people: new Map(project.users.map((user) => [user.guid, personOf(user)])),
    linked: linkedNotes(project, notes),
    used: new Set(), cameAs: new Map(), doubts: [], counts: new Map()
  }
  const reports = project.sources.map((source) => reportOf(reading, source))
  const words = { project, themeOf, reports, personOf: (by: string | null) => (by === null ? '' : (reading.people.get(by) ?? '')) }
  const summaries = summariesOf(words)
  const { links, used, loose: looseLinks } = linksOf(words, reading.cameAs)
  for (const guid of [...summaries.map(({ note }) => note), ...used]) reading.used.add(guid)
  count(reading, 'unknown-code', summaries.filter(({ summary }) => summary === null).length)
  const loose = project.notes.filter(({ guid }) => !reading.used.has(guid)).length
  const counts = [...reading.counts].map(([what, count]): Doubt => ({ what, count }))
  return {
    origin: project.origin,
    reports, links,
    summaries: summaries.flatMap(({ summary }) => summary ?? []),
    doubts: [
      ...notTaken.map(({ what, name }): Doubt => ({ what: 'not-taken', kind: what, name })), ...reading.doubts, ...counts,
      ...counted('loose-note', loose), ...counted('loose-link', looseLinks)
    ]
  }
}

const counted = (what: 'loose-note' | 'loose-link', many: number): Doubt[] => (many === 0 ? [] : [{ what, count: many }])

/** NVivo joins a note to words by a link. */
function linkedNotes({ links }: Project, notes: ReadonlyMap<string, ProjectNote>): Map<string, string[]> {
  const linked = new Map<string, string[]>()
  for (const link of links) {
    if (isOwnLink(link, notes)) continue
    const { from, to } = link
    const [note, other] = from !== null && notes.has(from) ? [from, to] : [to, from]
    if (note === null || other === null || !notes.has(note)) continue
    linked.set(other, [...(linked.get(other) ?? []), note])
  }
  return linked
}

function reportOf(reading: Reading, source: ProjectSource): ReceivedReport {
  const text = normalText(source.text)
  const ground: SourceGround = { reading, source, text, codings: [], notes: [] }
  const { places, counting } = countedPlaces(source.text, source.selections)
  if (counting.unit !== 'code-point' || counting.end !== 'exclusive' || counting.byteOrderMark !== 0 || counting.lineEnd !== 2) reading.doubts.push({ what: 'counting', source: source.name, counting })
  for (const [n, selection] of source.selections.entries()) {
    const { place, agrees } = places[n]!
    if (place === null) {
      reading.doubts.push({ what: 'no-place', source: source.name, said: selection.name })
      continue
    }
    const words = text.slice(place.start, place.end)
    // a comment has its description, and its name may be anything
    if (agrees === false && selection.name.trim() !== '') reading.doubts.push({ what: 'mismatch', source: source.name, said: selection.name, found: words })
    takeSelection(ground, selection, place)
  }
  const whole = { start: 0, end: text.length }
  for (const coding of source.codings) takeCoding(ground, coding, whole)
  const nowhere = { start: 0, end: 0 }
  for (const guid of [...source.notes, ...(reading.linked.get(source.guid) ?? [])]) takeNote(ground, guid, { place: nowhere, theme: null })
  if (source.description.trim() !== '') ground.notes.push(noteOf(ground, { ...bare(source, nowhere), body: source.description }))
  const { verdicts, unknown } = verdictsOf(source, reading.project, reading.themeOf)
  count(reading, 'unknown-code', unknown)
  return {
    title: source.name, text, facts: reading.isOwn ? factsOf(source, reading.project.variables) : null, verdicts,
    codings: inTime(ground.codings, ({ codedAt }) => codedAt), notes: inTime(ground.notes, ({ writtenAt }) => writtenAt)
  }
}

/** As they were made, for of two codings the later holds; what has no time comes first. */
const inTime = <T>(list: readonly T[], timeOf: (one: T) => string | null): T[] => list.toSorted((a, b) => compareText(timeOf(a) ?? '', timeOf(b) ?? ''))

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

interface SourceGround {
  readonly reading: Reading
  readonly source: ProjectSource
  readonly text: string
  readonly codings: ReceivedCoding[]
  readonly notes: ReceivedNote[]
}

function takeSelection(ground: SourceGround, selection: ProjectSelection, place: Span): void {
  const { reading } = ground
  const { codings, description } = selection
  for (const coding of codings) takeCoding(ground, coding, place)
  const notes = [...selection.notes, ...(reading.linked.get(selection.guid) ?? [])]
  for (const guid of notes) takeNote(ground, guid, { place, theme: null, on: selection.guid })
  if (codings.length > 0) return
  const mark = readMark(description)
  const theme = themeOfMark(reading, mark)
  if (mark?.kind === 'rejected') {
    const coder = personFor(reading, selection)
    if (theme === null) count(reading, 'unknown-code')
    else if (coder !== null) ground.codings.push({ ...theme, decision: 'rejected', place, coder, codedAt: selection.at })
    return
  }
  if (notes.length > 0) return
  const body = mark === null && description.trim() !== ground.text.slice(place.start, place.end).trim() ? description : ''
  const note = noteOf(ground, { ...bare(selection, place), body, ...(theme ?? noTheme), color: mark?.color ?? null, tags: mark?.tags ?? [], changedAt: selection.changedAt })
  ground.notes.push(note)
  reading.cameAs.set(selection.guid, note)
}

function takeCoding(ground: SourceGround, coding: ProjectCoding, place: Span): void {
  const { reading } = ground
  const coder = personFor(reading, coding)
  const theme = reading.themeOf(coding.code)
  if (coder === null) count(reading, 'machine-codings')
  else if (theme === null) count(reading, 'unknown-code')
  else ground.codings.push({ ...theme, decision: 'assigned', place, coder, codedAt: coding.at })
  for (const guid of coding.notes) takeNote(ground, guid, { place, theme })
}

interface Taking {
  readonly place: Span
  readonly theme: ThemeHere | null
  /** The selection that it is on. */
  readonly on?: string
}

function takeNote(ground: SourceGround, guid: string, { place, theme, on }: Taking): void {
  const { reading } = ground
  const note = reading.notes.get(guid)
  if (note === undefined || readSummary(note.description) !== null) return
  reading.used.add(guid)
  const mark = readMark(note.description)
  const more = mark === null ? note.description : ''
  const body = [note.text, more].filter((part) => part.trim() !== '').join('\n')
  const under = themeOfMark(reading, mark) ?? theme ?? noTheme
  const made: Making = { ...bare(note, place), body, ...under, color: mark?.color ?? null, tags: mark?.tags ?? [], changedAt: note.changedAt }
  const written = noteOf(ground, body === '' && mark === null ? { ...made, body: note.name } : made)
  const isGone = mark !== null && mark.quote !== ''
  const taken = isGone ? { ...written, place: null, quote: { exact: mark.quote, prefix: '', suffix: '' } } : written
  ground.notes.push(taken)
  for (const came of [guid, on]) if (came !== undefined && !reading.cameAs.has(came)) reading.cameAs.set(came, taken)
}

const noTheme = { codebook: null, theme: null } as const

const themeOfMark = ({ themeOf }: Reading, mark: Mark | null): ThemeHere | null => (mark === null || mark.theme === null ? null : themeOf(mark.theme.guid))

type Making = Made & Pick<ReceivedNote, 'body' | 'codebook' | 'theme' | 'color' | 'tags'> & { readonly place: Span; readonly changedAt: string | null }

const bare = ({ by, at }: Made, place: Span): Making => ({ by, at, place, body: '', ...noTheme, color: null, tags: [], changedAt: null })

function noteOf({ reading, text }: SourceGround, { place, by, at, changedAt, ...own }: Making): ReceivedNote {
  return {
    ...own, place,
    quote: { exact: text.slice(place.start, place.end), prefix: '', suffix: '' },
    author: by === null ? '' : (reading.people.get(by) ?? ''),
    writtenAt: at,
    editedAt: changedAt ?? at
  }
}

/** Null where it is the program's own; of nobody that is named, the program that wrote the file. */
function personFor({ people, project }: Reading, { by }: Made): string | null {
  const person = by === null ? undefined : people.get(by)
  return person === undefined ? project.origin || '—' : person
}

function count({ counts }: Reading, what: 'machine-codings' | 'unknown-code', many = 1): void {
  if (many > 0) counts.set(what, (counts.get(what) ?? 0) + many)
}
