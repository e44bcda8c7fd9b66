import type { Quote } from '../annotation/quote.ts'
import { summaryParts, verdicts, type CellPart, type Verdict } from '../compare/comparison.ts'
import type { Span } from '../text/span.ts'

/** What an annotation is of. */
export interface ReadTarget {
  /** SHA-256 that its source is named by; null where it is named otherwise. */
  readonly hash: string | null
  /** In code points. */
  readonly position: Span | null
  readonly quote: Quote | null
}

/** A Web Annotation of any program, as much of it as work comes to. */
export interface ReadAnnotation extends ReadTarget {
  readonly id: string
  /** All that it is of; the first is also its own. */
  readonly targets: readonly ReadTarget[]
  readonly isLink: boolean
  /** It says that it is a note or a highlight, whatever stands in it. */
  readonly isNote: boolean
  /** The annotations that a link of this program joins. */
  readonly joined: readonly string[]
  /** Where it is sentences on a cell: on which part of it. */
  readonly part: CellPart | null
  readonly isFilled: boolean
  readonly verdict: Verdict | null
  readonly creator: string
  readonly created: string | null
  readonly modified: string | null
  readonly comments: readonly string[]
  readonly tags: readonly string[]
  readonly colors: readonly string[]
  readonly codes: readonly { readonly guid: string; readonly label: string; readonly isRejected: boolean }[]
}

type Key =
  | 'type' | '@type' | 'target' | 'source' | 'selector' | 'id' | 'creator' | 'name' | 'created' | 'modified' | 'body' | 'bodyValue'
  | 'start' | 'end' | 'exact' | 'prefix' | 'suffix' | 'value' | 'purpose' | 'label' | 'motivation' | 'duizhao:decision' | 'duizhao:notes' | 'duizhao:part' | 'duizhao:filled' | 'duizhao:verdict' | 'items' | 'first' | '@graph'
type Fields = Readonly<Partial<Record<Key, unknown>>>

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {})
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

/**
 * Annotations of a file: one on a line, or a list, or a collection. `unread`: how much of it is none.
 * Nothing is fetched: contexts and addresses are names.
 */
export function readAnnotations(file: string): { readonly annotations: readonly ReadAnnotation[]; readonly unread: number } {
  const whole = parsed(file)
  const lines = file.split('\n').filter((line) => line.trim() !== '')
  const given = whole === undefined ? lines.map(parsed) : membersOf(whole)
  const annotations = given.flatMap((one) => annotationOf(one) ?? [])
  return { annotations, unread: given.length - annotations.length }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, '')) as unknown
  } catch {
    return undefined
  }
}

/** Of a collection the items, of a page of one too. */
function membersOf(whole: unknown): readonly unknown[] {
  if (Array.isArray(whole)) return whole
  const { items, first, '@graph': graph } = fieldsOf(whole)
  if (items !== undefined) return listOf(items)
  if (graph !== undefined) return listOf(graph)
  return first === undefined || typeof first === 'string' ? [whole] : listOf(fieldsOf(first).items)
}

function annotationOf(value: unknown): ReadAnnotation | null {
  const fields = fieldsOf(value)
  if (!listOf(fields.type ?? fields['@type']).some((type) => type === 'Annotation' || type === 'oa:Annotation')) return null
  const targets = listOf(fields.target).map(targetOf)
  const [creator] = listOf(fields.creator)
  const motivations = listOf(fields.motivation).map((one) => textOf(one).replace(/^oa:/, ''))
  return {
    ...(targets[0] ?? targetOf(null)),
    id: textOf(fields.id),
    targets,
    isLink: targets.length > 1 && motivations.includes('linking'),
    isNote: motivations.includes('highlighting') || motivations.includes('commenting'),
    joined: listOf(fields['duizhao:notes']).map(textOf),
    part: summaryParts.find((part) => part === fields['duizhao:part']) ?? null,
    isFilled: fields['duizhao:filled'] === true,
    verdict: verdicts.find((verdict) => verdict === fields['duizhao:verdict']) ?? null,
    creator: textOf(creator) || textOf(fieldsOf(creator).name) || textOf(fieldsOf(creator).id),
    created: textOrNull(fields.created),
    modified: textOrNull(fields.modified),
    ...bodiesOf([...listOf(fields.body), ...listOf(fields.bodyValue)])
  }
}

function targetOf(target: unknown): ReadTarget {
  const { source, selector, id } = fieldsOf(target)
  const named = textOf(target) || textOf(source) || textOf(fieldsOf(source).id) || textOf(id)
  const selectors = listOf(selector).map(fieldsOf)
  return { hash: /^urn:sha256:([0-9a-f]{64})$/i.exec(named)?.[1]?.toLowerCase() ?? null, position: positionOf(selectors), quote: quoteOf(selectors) }
}

function positionOf(selectors: readonly Fields[]): Span | null {
  const found = selectors.find(({ type }) => type === 'TextPositionSelector')
  const { start, end } = found ?? {}
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : null
}

function quoteOf(selectors: readonly Fields[]): Quote | null {
  const found = selectors.find(({ type }) => type === 'TextQuoteSelector')
  return found === undefined ? null : { exact: textOf(found.exact), prefix: textOf(found.prefix), suffix: textOf(found.suffix) }
}

type Bodies = Pick<ReadAnnotation, 'comments' | 'tags' | 'colors' | 'codes'>

function bodiesOf(bodies: readonly unknown[]): Bodies {
  const found = { comments: [] as string[], tags: [] as string[], colors: [] as string[], codes: [] as Bodies['codes'][number][] }
  for (const body of bodies) {
    const fields = fieldsOf(body)
    const value = textOf(body) || textOf(fields.value)
    const purpose = textOf(fields.purpose)
    if (purpose === 'classifying') {
      const { id, label } = fieldsOf(fields.source)
      const guid = (textOf(id) || textOf(fields.source)).replace(/^urn:uuid:/i, '').toLowerCase()
      found.codes.push({ guid, label: textOf(label) || value, isRejected: fields['duizhao:decision'] === 'rejected' })
    } else if (value === '') continue
    else if (purpose === 'tagging') found.tags.push(value)
    else if (purpose === 'highlighting') found.colors.push(value)
    else found.comments.push(value)
  }
  return found
}
