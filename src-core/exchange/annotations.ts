import { quoteAt } from '../annotation/quote.ts'
import { CodePoints } from '../text/code-points.ts'
import { annotation, targetOf, textual, type WebAnnotation } from './annotation-parts.ts'
import type { Work, WorkCoding, WorkLink, WorkNote, WorkReport, WorkSummary, WorkVerdict } from './work.ts'

export interface AnnotationOptions {
  readonly language: 'zh' | 'en'
  readonly guidOf: (id: string) => string
  readonly codeGuidOf: (theme: string) => string
}

/** Persons' notes and codings, verdicts, links and summaries; both selectors always, in code points, ends exclusive. */
export function annotationsOf(work: Work, options: AnnotationOptions): WebAnnotation[] {
  const themes = new Map(work.codebook.themes.map((theme) => [theme.id, { id: `urn:uuid:${theme.guid ?? options.codeGuidOf(theme.id)}`, label: theme.name[options.language] }]))
  const met = new Map<string, number>()
  const idOf = (name: string): string => {
    const nth = met.get(name) ?? 0
    met.set(name, nth + 1)
    return `urn:uuid:${options.guidOf(`annotation ${name} ${nth}`)}`
  }
  const grounds = work.reports.map((report): Ground => ({ report, points: new CodePoints(report.text), themes, idOf }))
  const notes = grounds.map((ground) => ground.report.notes.map((note) => noteAnnotation(ground, note)))
  return [
    ...grounds.flatMap((ground, n) => [
      ...notes[n]!,
      ...ground.report.codings.flatMap((coding) => codingAnnotations(ground, coding)),
      ...ground.report.verdicts.flatMap((verdict) => verdictAnnotation(ground, verdict))
    ]),
    ...work.links.map((link) => linkAnnotation(link, notes, idOf)),
    ...work.summaries.flatMap((summary) => summaryAnnotation(grounds, summary))
  ]
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

/** That a theme is not in a report is said of the report as a whole. */
function verdictAnnotation({ report: { hash }, themes, idOf }: Ground, { theme, verdict }: WorkVerdict): WebAnnotation[] {
  const code = themes.get(theme)
  if (code === undefined) return []
  return [annotation({
    id: idOf(`verdict ${hash} ${theme}`), motivation: ['assessing'], at: '', changedAt: '', by: '',
    body: [{ type: 'SpecificResource', purpose: 'classifying', source: code }],
    target: { source: `urn:sha256:${hash}` }, 'duizhao:verdict': verdict
  })]
}

function linkAnnotation({ from, to, author, linkedAt }: WorkLink, notes: readonly (readonly WebAnnotation[])[], idOf: Ground['idOf']): WebAnnotation {
  const ends = [from, to].map(({ report, note }) => notes[report]![note]!)
  const ids = ends.map(({ id }) => id)
  return annotation({
    id: idOf(`link ${ids.join(' ')}`), motivation: ['linking'], at: linkedAt, changedAt: linkedAt, by: author,
    body: [], target: ends.flatMap(({ target }) => target), 'duizhao:notes': ids
  })
}

/** Its targets are the reports that it is of, as wholes, and the passages that it was written from. */
function summaryAnnotation(grounds: readonly Ground[], summary: WorkSummary): WebAnnotation[] {
  const { theme, part, reports, body, isFilled, author, writtenAt, editedAt, passages } = summary
  const [first] = reports.map((n) => grounds[n]!)
  const code = first?.themes.get(theme)
  if (first === undefined || code === undefined) return []
  return [annotation({
    id: first.idOf(`summary ${theme} ${part} ${reports.map((n) => grounds[n]!.report.hash).join(' ')}`),
    motivation: ['describing', 'classifying'], at: writtenAt, changedAt: editedAt, by: author,
    body: [{ type: 'SpecificResource', purpose: 'classifying', source: code }, textual('describing', body)],
    target: [
      ...reports.map((n) => ({ source: `urn:sha256:${grounds[n]!.report.hash}` })),
      ...passages.map(({ report, place, quote }) => targetOf(grounds[report]!.report, grounds[report]!.points, { place, quote }))
    ],
    'duizhao:part': part, ...(isFilled ? { 'duizhao:filled': true } as const : {})
  })]
}

/** As a file: one annotation a line. */
export const annotationLines = (annotations: readonly WebAnnotation[]): string => annotations.map((one) => `${JSON.stringify(one)}\n`).join('')
