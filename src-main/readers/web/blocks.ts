import { attributeOf, elementsOf, isElement, isText, parentOf, type PageElement } from './page-tree.ts'
import { isBlock, isHidden, isStruck, keepsLineEnds } from './visible.ts'

export interface PageLink {
  readonly text: string
  readonly href: string
}

/** One line of a page: the text between two block borders or line breaks, as it is shown. */
export interface PageBlock {
  readonly text: string
  /** The innermost block element that it stands in. */
  readonly element: PageElement
  readonly role: 'heading' | 'cell' | null
  readonly links: readonly PageLink[]
  /** 0..1, the share of its characters that are links. */
  readonly linked: number
  /** What ends it: its block; a line break inside; a line break with an empty line behind it. */
  readonly end: 'block' | 'line' | 'blank'
}

export interface PageBlocks {
  readonly blocks: readonly PageBlock[]
  /** Characters that are struck through on the page, which are left out. */
  readonly struck: number
}

export interface BlockOptions {
  /** Elements that end a line though they are none of HTML's blocks. */
  readonly asBlock?: PageElement | null
  readonly leavesOut?: (element: PageElement) => boolean
  /** Whether the numbers of `<ol>` are shown. */
  readonly numbered?: boolean
}

/** What is shown of an element, line by line, in document order; lines without any character left out. */
export function blocksOf(root: PageElement, options: BlockOptions = {}): PageBlocks {
  const walk = new Walk(options)
  walk.element(root, { block: root, keeps: false, link: null, isStruckOut: false })
  walk.flush('block')
  return walk
}

interface Around {
  readonly block: PageElement
  readonly keeps: boolean
  readonly link: PageElement | null
  readonly isStruckOut: boolean
}

class Walk implements PageBlocks {
  readonly blocks: (PageBlock & { end: PageBlock['end'] })[] = []
  struck = 0
  readonly #options: BlockOptions
  #text = ''
  #owner: PageElement | null = null
  #linked = 0
  #links = new Map<PageElement, string>()

  constructor(options: BlockOptions) {
    this.#options = options
  }

  element(element: PageElement, around: Around): void {
    if (isHidden(element) || this.#options.leavesOut?.(element) === true) return
    if (element.tagName === 'br' || element.tagName === 'hr') {
      this.flush(element.tagName === 'br' ? 'line' : 'block')
      return
    }
    const isOwnBlock = isBlock(element) || element === this.#options.asBlock
    if (isOwnBlock) this.flush('block')
    const inside: Around = {
      block: isOwnBlock ? element : around.block,
      keeps: keepsLineEnds(element) ?? around.keeps,
      link: element.tagName === 'a' ? element : around.link,
      isStruckOut: around.isStruckOut || isStruck(element)
    }
    if (this.#options.numbered === true && element.tagName === 'li') this.#put(markerOf(element), inside)
    for (const child of element.childNodes) {
      if (isText(child)) this.#addText(child.value, inside)
      else if (isElement(child)) this.element(child, inside)
    }
    if (isOwnBlock) this.flush('block')
  }

  #addText(value: string, around: Around): void {
    if (around.isStruckOut) {
      this.struck += value.replace(/\s+/g, '').length
      return
    }
    if (!around.keeps) {
      const collapsed = value.replace(/[ \t\n\r\f]+/g, ' ')
      this.#put(this.#text === '' || this.#text.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed, around)
      return
    }
    value.split(/\r\n|[\n\r\f]/).forEach((line, n) => {
      if (n > 0) this.flush('line')
      this.#put(line.replaceAll('\t', ' '), around)
    })
  }

  #put(text: string, { block, link }: Around): void {
    if (text === '') return
    this.#owner ??= block
    this.#text += text
    if (link === null) return
    this.#linked += text.trim().length
    this.#links.set(link, (this.#links.get(link) ?? '') + text)
  }

  flush(end: 'block' | 'line'): void {
    const text = trimmed(this.#text)
    if (/[^\s\u200b-\u200d\u2060\ufeff]/.test(text) && this.#owner !== null) {
      this.blocks.push({
        text,
        element: this.#owner,
        role: roleOf(this.#owner),
        links: [...this.#links].map(([link, words]) => ({ text: words.trim(), href: attributeOf(link, 'href').trim() })),
        linked: Math.min(1, this.#linked / text.replace(/\s+/g, '').length),
        end
      })
    } else {
      const last = this.blocks.at(-1)
      if (last !== undefined && last.end !== 'block') last.end = end === 'block' ? 'block' : 'blank'
    }
    this.#text = ''
    this.#owner = null
    this.#linked = 0
    this.#links = new Map()
  }
}

/** Without blanks and tabs at both ends; other white space is shown and stays. */
export function trimmed(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && (text[start] === ' ' || text[start] === '\t')) start++
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t')) end--
  return text.slice(start, end)
}

function roleOf(block: PageElement): 'heading' | 'cell' | null {
  for (let at: PageElement | null = block; at !== null; at = parentOf(at)) {
    if (/^h[1-6]$/.test(at.tagName)) return 'heading'
    if (at.tagName === 'td' || at.tagName === 'th') return isDataTable(tableOf(at)) ? 'cell' : null
    if (at.tagName === 'caption' || at.tagName === 'body') return null
  }
  return null
}

function tableOf(cell: PageElement): PageElement | null {
  let at = parentOf(cell)
  while (at !== null && at.tagName !== 'table') at = parentOf(at)
  return at
}

const dataTables = new WeakMap<PageElement, boolean>()

/** Old pages are laid out in tables: one that shows data has two rows of two cells with text, and no table in it. */
function isDataTable(table: PageElement | null): boolean {
  if (table === null) return false
  const known = dataTables.get(table)
  if (known !== undefined) return known
  const inside = [...elementsOf(table)]
  const rows = inside.filter(({ tagName }) => tagName === 'tr')
  const full = rows.filter((row) => row.childNodes.filter((cell) => isElement(cell) && hasWords(cell)).length >= 2)
  const is = full.length >= 2 && full.length * 2 >= rows.length && !inside.some(({ tagName }) => tagName === 'table')
  dataTables.set(table, is)
  return is
}

const hasWords = (element: PageElement): boolean =>
  !isHidden(element) && element.childNodes.some((child) => (isText(child) ? /[^\s\u00a0]/.test(child.value) : isElement(child) && hasWords(child)))

/** The number that a browser prints before an item of an ordered list. */
function markerOf(item: PageElement): string {
  const list = parentOf(item)
  if (list?.tagName !== 'ol' || /list-style[^;]*none/i.test(attributeOf(list, 'style') + attributeOf(item, 'style'))) return ''
  const kind = attributeOf(list, 'type') || '1'
  if (!['1', 'a', 'A'].includes(kind)) return ''
  const number = Number.parseInt(attributeOf(item, 'value') || attributeOf(list, 'start') || '1', 10)
  const n = (Number.isFinite(number) ? number : 1) + (attributeOf(item, 'value') === '' ? placeOf(item, list) : 0)
  const isLetter = kind !== '1' && n >= 1 && n <= 26
  return `${isLetter ? String.fromCharCode(kind.charCodeAt(0) + n - 1) : n}. `
}

const places = new WeakMap<PageElement, ReadonlyMap<PageElement, number>>()

/** 0-based, among the items of the list. */
function placeOf(item: PageElement, list: PageElement): number {
  let known = places.get(list)
  if (known === undefined) {
    const items = list.childNodes.filter((child): child is PageElement => isElement(child) && child.tagName === 'li')
    known = new Map(items.map((each, n) => [each, n]))
    places.set(list, known)
  }
  return known.get(item) ?? 0
}
