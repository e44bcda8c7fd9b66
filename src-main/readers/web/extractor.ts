import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { isElement, isText, parentOf, type PageElement } from './page-tree.ts'
import { isHidden, isStruck } from './visible.ts'

/** What of the extractor's tree is used. */
interface ExtractedElement {
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): Iterable<ExtractedElement>
}

/**
 * Asks Readability where the article is. It is shown what a reader sees, every element with its
 * number, and says which it would keep; the words are then taken from the page itself, because it
 * rewrites what it keeps.
 *
 * @returns the innermost element that holds all that it kept, or null where it found no article
 */
export function extractContainer(body: PageElement): PageElement | null {
  const elements: PageElement[] = []
  const { document } = parseHTML(`<!DOCTYPE html><html><head></head>${markupOf(body, elements)}</html>`) as { document: unknown }
  // both speak of a browser's types, which this room does not have
  const reader = new Readability(document as never, { charThreshold: 100, serializer: (node: unknown) => node as ExtractedElement })
  const content = reader.parse()?.content ?? null
  if (content === null) return null
  let common: PageElement | null = null
  for (const kept of content.querySelectorAll('[data-n]')) {
    const element = elements[Number(kept.getAttribute('data-n'))]
    if (element !== undefined) common = common === null ? element : commonAncestor(common, element)
  }
  return common
}

function markupOf(element: PageElement, elements: PageElement[]): string {
  if (isHidden(element) || isStruck(element)) return ''
  const number = elements.push(element) - 1
  const names = element.attrs
    .filter(({ name, value }) => KEPT.has(name) && value.length < 500)
    .map(({ name, value }) => ` ${name}="${escaped(value)}"`)
    .join('')
  const tag = SAFE.test(element.tagName) ? element.tagName : 'span'
  const opening = `<${tag} data-n="${number}"${names}>`
  if (VOID.has(tag)) return opening
  const inside = element.childNodes.map((child) => (isText(child) ? escaped(child.value) : isElement(child) ? markupOf(child, elements) : ''))
  return `${opening}${inside.join('')}</${tag}>`
}

const KEPT = new Set(['id', 'class', 'href', 'role', 'itemprop'])
/** Names that do not change how what is in them is read. */
const SAFE = /^(?!(?:xmp|plaintext|title|listing)$)[a-z][a-z0-9-]*$/
const VOID = new Set(['br', 'hr', 'img', 'wbr', 'area', 'base', 'col', 'link', 'meta', 'param', 'source', 'track', 'embed', 'input'])

const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark]!)

function commonAncestor(a: PageElement, b: PageElement): PageElement {
  const path = new Set<PageElement>()
  for (let at: PageElement | null = a; at !== null; at = parentOf(at)) path.add(at)
  let at = b
  while (!path.has(at)) at = parentOf(at) ?? a
  return at
}
