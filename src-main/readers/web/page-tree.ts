import { parse, defaultTreeAdapter, type DefaultTreeAdapterTypes } from 'parse5'
import { refuse } from '../refusals.ts'

export type PageElement = DefaultTreeAdapterTypes.Element
export type PageNode = DefaultTreeAdapterTypes.ChildNode
export type PageDocument = DefaultTreeAdapterTypes.Document

/** Chromium builds no deeper tree either. */
const deepest = 512
/** The largest saved portal page has some 10,000. */
const mostElements = 200_000
const mostTags = 2 * mostElements
/** Attributes of one tag; looked at where a tag is longer than any. */
const mostAttributes = 2000
const longestTag = 64 * 1024

/**
 * The tree of a page as a browser builds it; nothing in it is run or fetched. Bounded before and
 * while it grows.
 *
 * @throws Refusal forbidden-markup, too-many-parts, nested-too-deep
 */
export function parsePage(html: string, place: string): PageDocument {
  checkMarkup(html, place)
  let elements = 0
  let open = 0
  return parse(asHtml(withoutEmbeddedData(html)), {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...about) {
        if (++elements > mostElements) throw refuse('too-many-parts', place, { count: mostElements })
        return defaultTreeAdapter.createElement(...about)
      },
      onItemPush() {
        if (++open > deepest) throw refuse('nested-too-deep', place, { levels: deepest })
      },
      onItemPop() {
        open--
      }
    }
  })
}

/** Counts tags without building anything, scripts and comments left out. */
function checkMarkup(html: string, place: string): void {
  if (/<!doctype[^>[]{0,1000}\[|<!entity/i.test(prologOf(html))) throw refuse('forbidden-markup', place)
  let tags = 0
  let end = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    if (++tags > mostTags) throw refuse('too-many-parts', place, { count: mostElements })
    const skipped = endOfOpaque(html, at)
    if (skipped !== null) {
      at = skipped
      continue
    }
    if (end !== -1 && end < at) end = html.indexOf('>', at)
    if (end - at <= longestTag || !/[a-z]/i.test(html[at + 1]!)) continue
    if (attributeCount(html.slice(at, end)) > mostAttributes) throw refuse('too-many-parts', place, { count: mostAttributes })
    at = end
  }
}

/** What stands before the first element, comments left out. */
function prologOf(html: string): string {
  let at = 0
  while (at < html.length) {
    const next = html.indexOf('<', at)
    if (next === -1 || /[a-z]/i.test(html[next + 1] ?? '')) return html.slice(at, next === -1 ? undefined : next)
    const isComment = html.startsWith('<!--', next)
    if (/^<!(?:doctype|entity|\[)/i.test(html.slice(next, next + 9))) return html.slice(next, next + 2000)
    const end = html.indexOf(isComment ? '-->' : '>', next)
    if (end === -1) return ''
    at = end + 1
  }
  return ''
}

/** Where a script, a style sheet or a comment ends; null where none begins. */
function endOfOpaque(html: string, at: number): number | null {
  if (html.startsWith('<!--', at)) return endOr(html.indexOf('-->', at + 2), html)
  const name = /^<(script|style)\b/i.exec(html.slice(at, at + 8))?.[1]
  if (name === undefined) return null
  const closing = new RegExp(`</${name}`, 'gi')
  closing.lastIndex = at
  return endOr(closing.exec(html)?.index ?? -1, html)
}

const endOr = (found: number, html: string): number => (found === -1 ? html.length : found)

const attributeCount = (tag: string): number => tag.replace(/"[^"]*"|'[^']*'/g, '').split(/[\s/]+/).length

/** XHTML closes empty elements in one tag, which HTML takes for the begin of one. */
const asHtml = (html: string): string =>
  /^\s*<\?xml/.test(html) ? html.replace(/<(title|script|style|textarea|iframe|a|div|span|p|td|i|b|em|strong)\b([^<>]{0,2000})\/>/gi, '<$1$2></$1>') : html

/** Pictures that are written into the page are no text, and there may be megabytes of them: a pattern over these would run out of stack. */
function withoutEmbeddedData(html: string): string {
  const parts: string[] = []
  let kept = 0
  for (let at = html.indexOf(MARK); at !== -1; at = html.indexOf(MARK, at + 1)) {
    if (!/["'(=]\s{0,20}data:[\w.+/;=-]{0,100}$/i.test(html.slice(Math.max(kept, at - 140), at))) continue
    const start = at + MARK.length
    let end = start
    while (isBase64(html.charCodeAt(end))) end++
    parts.push(html.slice(kept, start))
    kept = end
    at = end - 1
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(kept)
}

const MARK = ';base64,'

/** Letters, digits, + / = and % (padding in an address); false behind the end. */
const isBase64 = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0x2f && code <= 0x39) || code === 0x2b || code === 0x3d || code === 0x25

export const isElement = (node: PageNode): node is PageElement => 'tagName' in node

export const isText = (node: PageNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

/** The value of an attribute, '' where it is absent. */
export const attributeOf = (element: PageElement, name: string): string => element.attrs.find((each) => each.name === name)?.value ?? ''

export const hasAttribute = (element: PageElement, name: string): boolean => element.attrs.some((each) => each.name === name)

/** The id and the classes of an element, in lower case. */
export const namesOf = (element: PageElement): string[] =>
  `${attributeOf(element, 'id')} ${attributeOf(element, 'class')}`.toLowerCase().split(/\s+/).filter((name) => name !== '')

export function parentOf(element: PageElement): PageElement | null {
  const parent = element.parentNode
  return parent !== null && 'tagName' in parent ? parent : null
}

/** Whether `element` is `ancestor` or lies in it. */
export function isWithin(element: PageElement, ancestor: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = parentOf(at)) if (at === ancestor) return true
  return false
}

/** All elements below a node, in document order. */
export function* elementsOf(node: { readonly childNodes: readonly PageNode[] }): Generator<PageElement> {
  const stack: PageNode[] = node.childNodes.toReversed()
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (!isElement(next)) continue
    yield next
    for (let n = next.childNodes.length - 1; n >= 0; n--) stack.push(next.childNodes[n]!)
  }
}

/** The text in an element as it is written, hidden parts and all. */
export function rawText(element: PageElement): string {
  return element.childNodes.map((child) => (isText(child) ? child.value : isElement(child) ? rawText(child) : '')).join('')
}

export function bodyOf(document: PageDocument): PageElement | null {
  for (const element of elementsOf(document)) if (element.tagName === 'body') return element
  return null
}
