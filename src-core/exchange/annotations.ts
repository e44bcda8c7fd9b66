import type { Quote } from '../annotation/quote.ts'
import { quoteAt } from '../annotation/quote.ts'
import { CodePoints } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'
import { utcSeconds } from './people.ts'
import type { Work, WorkCoding, WorkNote, WorkReport } from './work.ts'

/** A W3C Web Annotation, as this program writes it: one on a line. */
export interface WebAnnotation {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld'
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: readonly string[]
  readonly created?: string
  readonly modified?: string
  readonly creator?: { readonly type: 'Person'; readonly name: string }
  readonly body: readonly AnnotationBody[]
  readonly target: { readonly source: string; readonly selector?: readonly AnnotationSelector[] }
}

export type AnnotationBody =
  | { readonly type: 'SpecificResource'; readonly purpose: 'classifying'; readonly source: { readonly id: string; readonly label: string }; readonly 'duizhao:decision'?: 'rejected' }
  | { readonly type: 'TextualBody'; readonly purpose: 'commenting' | 'tagging' | 'highlighting'; readonly format: 'text/plain'; readonly value: string }

export type AnnotationSelector =
  | { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string }
  | { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number }

export interface AnnotationOptions {
  readonly language: 'zh' | 'en'
  readonly guidOf: (id: string) => string
  readonly codeGuidOf: (theme: string) => string
}

/** Persons' notes and codings; both selectors always, in code points, ends exclusive. */
export function annotationsOf(work: Work, options: AnnotationOptions): WebAnnotation[] {
  const themes = new Map(work.codebook.themes.map((theme) => [theme.id, { id: `urn:uuid:${theme.guid ?? options.codeGuidOf(theme.id)}`, label: theme.name[options.language] }]))
  const met = new Map<string, number>()
  const idOf = (name: string): string => {
    const nth = met.get(name) ?? 0
    met.set(name, nth + 1)
    return `urn:uuid:${options.guidOf(`annotation ${name} ${nth}`)}`
  }
  return work.reports.flatMap((report) => {
    const ground: Ground = { report, points: new CodePoints(report.text), themes, idOf }
    return [...report.notes.map((note) => noteAnnotation(ground, note)), ...report.codings.flatMap((coding) => codingAnnotations(ground, coding))]
  })
}

interface Ground {
  readonly report: WorkReport
  readonly points: CodePoints
  readonly themes: ReadonlyMap<string, { readonly id: string; readonly label: string }>
  readonly idOf: (name: string) => string
}

function noteAnnotation({ report, points, themes, idOf }: Ground, note: WorkNote): WebAnnotation {
  const { place, quote, theme, body, author, color, tags, writtenAt, editedAt } = note
  const code = theme === null ? undefined : themes.get(theme)
  return annotation({
    id: idOf(`note ${report.hash} ${writtenAt} ${author}`),
    motivation: [body === '' ? 'highlighting' : 'commenting', ...(tags.length === 0 ? [] : ['tagging']), ...(code === undefined ? [] : ['classifying'])],
    at: writtenAt, changedAt: editedAt, by: author,
    body: [
      ...(code === undefined ? [] : [{ type: 'SpecificResource', purpose: 'classifying', source: code } as const]),
      ...(body === '' ? [] : [textual('commenting', body)]),
      ...tags.map((tag) => textual('tagging', tag)),
      ...(color === null ? [] : [textual('highlighting', color)])
    ],
    target: targetOf(report, points, { place, quote })
  })
}

/** A decision on two stretches is two annotations; what is rejected says so in a term of our own. */
function codingAnnotations({ report, points, themes, idOf }: Ground, { theme, decision, places, coder, codedAt }: WorkCoding): WebAnnotation[] {
  const code = themes.get(theme)
  if (code === undefined) return []
  return places.map((place) =>
    annotation({
      id: idOf(`coding ${report.hash} ${theme} ${decision} ${place.start}-${place.end} ${coder} ${codedAt}`),
      motivation: ['classifying'], at: codedAt, changedAt: codedAt, by: coder,
      body: [{ type: 'SpecificResource', purpose: 'classifying', source: code, ...(decision === 'rejected' ? { 'duizhao:decision': 'rejected' } as const : {}) }],
      target: targetOf(report, points, { place, quote: quoteAt(report.text, place) })
    })
  )
}

const textual = (purpose: 'commenting' | 'tagging' | 'highlighting', value: string): AnnotationBody => ({ type: 'TextualBody', purpose, format: 'text/plain', value })

interface Annotating extends Pick<WebAnnotation, 'id' | 'motivation' | 'body' | 'target'> {
  readonly at: string
  readonly changedAt: string
  readonly by: string
}

function annotation({ at, changedAt, by, ...own }: Annotating): WebAnnotation {
  const [created, modified] = [utcSeconds(at), utcSeconds(changedAt)]
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation',
    ...(created === null ? {} : { created }),
    ...(modified === null || modified === created ? {} : { modified }),
    ...(by === '' ? {} : { creator: { type: 'Person', name: by } as const }),
    ...own
  }
}

/** The whole text has no selector; words that stand nowhere have their quotation alone. */
function targetOf({ text, hash }: WorkReport, points: CodePoints, { place, quote }: { readonly place: Span | null; readonly quote: Quote }): WebAnnotation['target'] {
  const source = `urn:sha256:${hash}`
  if (place === null) return { source, selector: [{ type: 'TextQuoteSelector', ...quote }] }
  if (place.end <= place.start) return { source }
  return {
    source,
    selector: [
      { type: 'TextQuoteSelector', ...quoteAt(text, place) },
      { type: 'TextPositionSelector', start: points.toPoints(place.start), end: points.toPoints(place.end) }
    ]
  }
}

/** As a file: one annotation a line. */
export const annotationLines = (annotations: readonly WebAnnotation[]): string => annotations.map((one) => `${JSON.stringify(one)}\n`).join('')
