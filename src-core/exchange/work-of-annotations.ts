import { anchorAll } from '../annotation/anchor.ts'
import { noteColors, settledPlace } from '../annotation/annotation.ts'
import { CodePoints } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'
import type { ReadAnnotation } from './read-annotations.ts'
import type { Doubt, Received, ReceivedCoding, ReceivedNote, ReceivedReport } from './received.ts'
import type { ThemeOf } from './work-of-project.ts'

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
  const byHash = new Map(texts.map((known) => [known.hash, known]))
  const growing = new Map<KnownText, { codings: ReceivedCoding[]; notes: ReceivedNote[] }>()
  const doubts: Doubt[] = []
  let [unknown, loose] = [0, 0]
  for (const annotation of annotations) {
    const known = (annotation.hash === null ? undefined : byHash.get(annotation.hash)) ?? onlyWith(texts, annotation.quote?.exact ?? '')
    if (known === undefined) {
      loose++
      continue
    }
    const place = placeOf(annotation, known)
    const into = growing.get(known) ?? { codings: [], notes: [] }
    growing.set(known, into)
    const said = annotation.quote?.exact ?? ''
    if (place === null) doubts.push({ what: 'no-place', source: known.title, said })
    const isNote = annotation.comments.length > 0 || annotation.tags.length > 0 || annotation.colors.length > 0 || annotation.codes.length === 0
    if (isNote) into.notes.push(noteOf(annotation, { known, place, themeOf }))
    else {
      for (const { guid, isRejected } of annotation.codes) {
        const theme = themeOf(guid)
        if (theme === null) unknown++
        else if (place !== null) into.codings.push({ ...theme, decision: isRejected ? 'rejected' : 'assigned', place, coder: annotation.creator, codedAt: annotation.created })
      }
    }
  }
  const reports = [...growing].map(([{ title, text }, work]): ReceivedReport => ({ title, text, facts: null, ...work }))
  return { origin: '', reports, doubts: [...doubts, ...counted('unknown-code', unknown), ...counted('loose-note', loose)] }
}

const counted = (what: 'unknown-code' | 'loose-note', count: number): Doubt[] => (count === 0 ? [] : [{ what, count }])

function onlyWith(texts: readonly KnownText[], words: string): KnownText | undefined {
  if (words === '') return undefined
  const having = texts.filter(({ text }) => text.includes(words))
  return having.length === 1 ? having[0] : undefined
}

/** The whole report where nothing is selected; null where nobody can tell for sure. */
function placeOf({ hash, position, quote }: ReadAnnotation, known: KnownText): Span | null {
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
