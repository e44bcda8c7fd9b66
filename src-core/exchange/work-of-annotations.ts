import { anchorAll } from '../annotation/anchor.ts'
import { noteColors, settledPlace } from '../annotation/annotation.ts'
import type { CellPart } from '../compare/comparison.ts'
import { CodePoints } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'
import type { ReadAnnotation, ReadTarget } from './read-annotations.ts'
import type { Doubt, Received, ReceivedCoding, ReceivedNote, ReceivedReport } from './received.ts'
import type { NotePlace, WorkLink, WorkSummary, WorkVerdict } from './work.ts'
import type { ThemeOf } from './theme-here.ts'

/** A text that an annotation may be of. */
export interface KnownText {
  readonly title: string
  readonly text: string
  readonly hash: string
}

/** What a note is tagged by whose words a person is to look for. */
const reviewTag = '待核位置'

/**
 * Annotations on texts that are here. Where position and quotation agree they stand there; where the
 * text is another, or there is no position, the ladder of annotations finds them or does not. Where the
 * two disagree neither is trusted: a note is put on the report as a whole, with its words, for a person
 * to place, and a coding is left out and told of.
 */
export function workOfAnnotations(annotations: readonly ReadAnnotation[], texts: readonly KnownText[], themeOf: ThemeOf): Received {
  const reading: Reading = { texts, byHash: new Map(texts.map((known) => [known.hash, known])), themeOf, growing: new Map(), cameAs: new Map(), doubts: [], counts: new Map() }
  for (const annotation of annotations) if (!annotation.isLink && annotation.part === null) takeOne(reading, annotation)
  const links = annotations.flatMap((annotation) => (annotation.isLink ? linkOf(reading, annotation) : []))
  const summaries = annotations.flatMap((annotation) => (annotation.part === null || annotation.isLink ? [] : summaryOf(reading, annotation, annotation.part)))
  const reports = [...reading.growing].map(([{ title, text }, { index: _, ...work }]): ReceivedReport => ({ title, text, facts: null, ...work }))
  return { origin: '', reports, links: links.map(placedLink), summaries, doubts: [...reading.doubts, ...[...reading.counts].map(([what, count]): Doubt => ({ what, count }))] }
}

interface Grown {
  /** Of its report. */
  readonly index: number
  readonly codings: ReceivedCoding[]
  readonly notes: ReceivedNote[]
  readonly verdicts: WorkVerdict[]
}

interface Reading {
  readonly texts: readonly KnownText[]
  readonly byHash: ReadonlyMap<string, KnownText>
  readonly themeOf: ThemeOf
  readonly growing: Map<KnownText, Grown>
  /** Notes by the annotations that they came as. */
  readonly cameAs: Map<string, NoteIn>
  readonly doubts: Doubt[]
  readonly counts: Map<Counted, number>
}

interface NoteIn {
  readonly into: Grown
  readonly note: ReceivedNote
}

type Counted = 'unknown-code' | 'loose-note' | 'loose-link'

const count = ({ counts }: Reading, what: Counted): void => void counts.set(what, (counts.get(what) ?? 0) + 1)

const textOf = ({ byHash, texts }: Reading, { hash, quote }: ReadTarget): KnownText | undefined => (hash === null ? undefined : byHash.get(hash)) ?? onlyWith(texts, quote?.exact ?? '')

function grownOn({ growing }: Reading, known: KnownText): Grown {
  const into = growing.get(known) ?? { index: growing.size, codings: [], notes: [], verdicts: [] }
  growing.set(known, into)
  return into
}

/** A note, a coding, or what is said of a theme in a report. */
function takeOne(reading: Reading, annotation: ReadAnnotation): void {
  const { doubts, themeOf } = reading
  const known = textOf(reading, annotation)
  if (known === undefined) {
    count(reading, 'loose-note')
    return
  }
  const into = grownOn(reading, known)
  if (annotation.verdict !== null) {
    const theme = annotation.codes.flatMap(({ guid }) => themeOf(guid) ?? [])[0]
    if (theme === undefined) count(reading, 'unknown-code')
    else into.verdicts.push({ ...theme, verdict: annotation.verdict })
    return
  }
  const place = placeOf(annotation, known)
  if (place === null) doubts.push({ what: 'no-place', source: known.title, said: annotation.quote?.exact ?? '' })
  if (annotation.isNote || annotation.comments.length > 0 || annotation.tags.length > 0 || annotation.colors.length > 0 || annotation.codes.length === 0) {
    const note = noteOf(annotation, { known, place, themeOf })
    into.notes.push(note)
    reading.cameAs.set(annotation.id, { into, note })
    return
  }
  for (const { guid, isRejected } of annotation.codes) {
    const theme = themeOf(guid)
    if (theme === null) count(reading, 'unknown-code')
    else if (place !== null) into.codings.push({ ...theme, decision: isRejected ? 'rejected' : 'assigned', place, coder: annotation.creator, codedAt: annotation.created })
  }
}

interface Linked {
  readonly ends: readonly [NoteIn, NoteIn]
  readonly annotation: ReadAnnotation
}

/** Between the notes that it names; else between notes that stand on its targets, or highlights of them. */
function linkOf(reading: Reading, annotation: ReadAnnotation): Linked[] {
  const named = annotation.joined.map((id) => reading.cameAs.get(id))
  const [from, to] = annotation.targets.slice(0, 2).map((target, n) => named[n] ?? noteAt(reading, annotation, target))
  if (from !== undefined && to !== undefined && from.note !== to.note) return [{ ends: [from, to], annotation }]
  count(reading, 'loose-link')
  return []
}

function noteAt(reading: Reading, annotation: ReadAnnotation, target: ReadTarget): NoteIn | undefined {
  const known = textOf(reading, target)
  const place = known === undefined ? null : placeOf(target, known)
  if (known === undefined || place === null) return undefined
  const into = grownOn(reading, known)
  const there = into.notes.find((note) => note.place?.start === place.start && note.place.end === place.end)
  const note = there ?? noteOf({ ...annotation, comments: [], tags: [], colors: [], codes: [] }, { known, place, themeOf: reading.themeOf })
  if (there === undefined) into.notes.push(note)
  return { into, note }
}

function placedLink({ ends: [from, to], annotation: { creator, created } }: Linked): WorkLink {
  const placeIn = ({ into, note }: NoteIn): NotePlace => ({ report: into.index, note: into.notes.indexOf(note) })
  return { from: placeIn(from), to: placeIn(to), author: creator, linkedAt: created ?? '' }
}

/** Of targets without a selector it is; from those that have one it was written. */
function summaryOf(reading: Reading, { targets, codes, comments, creator, created, modified, isFilled }: ReadAnnotation, part: CellPart): WorkSummary[] {
  const isWhole = ({ position, quote }: ReadTarget): boolean => position === null && quote === null
  const own = targets.filter(isWhole).map((target) => textOf(reading, target))
  if (own.length === 0 || own.includes(undefined) || (part === 'report' && own.length > 1)) {
    count(reading, 'loose-note')
    return []
  }
  const theme = codes.flatMap(({ guid }) => reading.themeOf(guid) ?? [])[0]
  if (theme === undefined) {
    count(reading, 'unknown-code')
    return []
  }
  const indexOf = (known: KnownText): number => grownOn(reading, known).index
  const passages = targets.filter((target) => !isWhole(target)).flatMap((target) => {
    const known = textOf(reading, target)
    return known === undefined ? [] : [{ report: indexOf(known), place: placeOf(target, known), quote: target.quote ?? { exact: '', prefix: '', suffix: '' } }]
  })
  return [{ ...theme, part, reports: own.flatMap((known) => (known === undefined ? [] : indexOf(known))), body: comments.join('\n'), isFilled, author: creator, writtenAt: created ?? '', editedAt: modified ?? created ?? '', passages }]
}

function onlyWith(texts: readonly KnownText[], words: string): KnownText | undefined {
  if (words === '') return undefined
  const having = texts.filter(({ text }) => text.includes(words))
  return having.length === 1 ? having[0] : undefined
}

/** The whole report where nothing is selected; null where nobody can tell for sure. */
function placeOf({ hash, position, quote }: ReadTarget, known: KnownText): Span | null {
  if (position === null && quote === null) return { start: 0, end: 0 }
  const isSameText = hash === known.hash
  const points = new CodePoints(known.text)
  const [start, end] = position === null ? [null, null] : [points.toUnits(position.start), points.toUnits(position.end)]
  const stated = start === null || end === null || end <= start ? null : { start, end }
  if (isSameText && position !== null) {
    if (stated === null) return null
    return quote === null || known.text.slice(stated.start, stated.end) === quote.exact ? stated : null
  }
  if (quote === null || quote.exact === '') return null // a position in another text says nothing
  const made = stated === null || known.text.slice(stated.start, stated.end) !== quote.exact ? null : { hash: hash ?? '', position: stated }
  const [anchoring] = anchorAll(known, [{ quote, made, first: null, carried: null }])
  return anchoring === undefined ? null : settledPlace(anchoring)
}

interface Standing {
  readonly known: KnownText
  readonly place: Span | null
  readonly themeOf: ThemeOf
}

function noteOf({ quote, creator, created, modified, comments, tags, colors, codes }: ReadAnnotation, { known, place, themeOf }: Standing): ReceivedNote {
  const themes = codes.map(({ guid, label }) => ({ theme: themeOf(guid), label }))
  const isLost = place === null
  const at = place ?? { start: 0, end: 0 }
  return {
    place: at,
    quote: { exact: known.text.slice(at.start, at.end), prefix: '', suffix: '' },
    ...(themes.find(({ theme }) => theme !== null)?.theme ?? { codebook: null, theme: null }),
    body: [...comments, ...(isLost && quote !== null ? [`〔原文〕${quote.exact}`] : [])].join('\n'),
    author: creator,
    color: noteColors.find((color) => colors.includes(color)) ?? null,
    // a code that is no theme here is kept by its name
    tags: [...new Set([...tags, ...themes.flatMap(({ theme, label }) => (theme === null && label !== '' ? [label] : [])), ...(isLost ? [reviewTag] : [])])],
    writtenAt: created,
    editedAt: modified ?? created
  }
}
