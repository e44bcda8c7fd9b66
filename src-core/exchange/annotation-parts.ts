import { quoteAt, type Quote } from '../annotation/quote.ts'
import type { CellPart, Verdict } from '../compare/comparison.ts'
import type { CodePoints } from '../text/code-points.ts'
import type { Span } from '../text/span.ts'
import { utcSeconds } from './people.ts'
import type { WorkReport } from './work.ts'

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
  /** Of a link and of a summary several. */
  readonly target: AnnotationTarget | readonly AnnotationTarget[]
  /** The notes that a link joins, by their ids. */
  readonly 'duizhao:notes'?: readonly string[]
  /** Of a summary: of what it is. */
  readonly 'duizhao:part'?: CellPart
  readonly 'duizhao:filled'?: true
  /** What is said of a theme in a report as a whole. */
  readonly 'duizhao:verdict'?: Verdict
}

export interface AnnotationTarget {
  readonly source: string
  readonly selector?: readonly AnnotationSelector[]
}

export type AnnotationBody =
  | { readonly type: 'SpecificResource'; readonly purpose: 'classifying'; readonly source: { readonly id: string; readonly label: string }; readonly 'duizhao:decision'?: 'rejected' }
  | { readonly type: 'TextualBody'; readonly purpose: 'commenting' | 'tagging' | 'highlighting' | 'describing'; readonly format: 'text/plain'; readonly value: string }

export type AnnotationSelector =
  | { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string }
  | { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number }

export const textual = (purpose: 'commenting' | 'tagging' | 'highlighting' | 'describing', value: string): AnnotationBody => ({ type: 'TextualBody', purpose, format: 'text/plain', value })

interface Annotating extends Omit<WebAnnotation, '@context' | 'type' | 'created' | 'modified' | 'creator'> {
  /** '' where it is not known, as is `changedAt`. */
  readonly at: string
  readonly changedAt: string
  readonly by: string
}

export function annotation({ at, changedAt, by, ...own }: Annotating): WebAnnotation {
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
export function targetOf({ text, hash }: WorkReport, points: CodePoints, { place, quote }: { readonly place: Span | null; readonly quote: Quote }): AnnotationTarget {
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
