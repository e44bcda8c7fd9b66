/** An element of a document of exchange: what stands in it is elements or text, never both. */
export interface Element {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  readonly text: string
}

interface Holding {
  /** Attributes of no value are left out. */
  readonly attributes?: Readonly<Record<string, string | number | boolean | null>>
  /** Those that are null are left out. */
  readonly children?: readonly (Element | null)[]
  readonly text?: string
}

export const element = (name: string, { attributes = {}, children = [], text = '' }: Holding = {}): Element => ({
  name,
  attributes: new Map(Object.entries(attributes).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]))),
  children: children.filter((child) => child !== null),
  text
})

/** An element that only holds others; null where there are none: the standard knows no empty containers. */
export const container = (name: string, children: readonly Element[]): Element | null => (children.length === 0 ? null : element(name, { children }))

/** An element that only holds text; null where there is none. */
export const textElement = (name: string, text: string): Element | null => (text === '' ? null : element(name, { text }))

export const childrenOf = ({ children }: Element, name: string): Element[] => children.filter((child) => child.name === name)

export const childOf = ({ children }: Element, name: string): Element | null => children.find((child) => child.name === name) ?? null

/** As a document of its own: UTF-8, line feeds alone. */
export const documentText = (root: Element): string => `<?xml version="1.0" encoding="utf-8"?>\n${elementText(root, '')}`

function elementText({ name, attributes, children, text }: Element, indent: string): string {
  const opening = `${indent}<${name}${[...attributes].map(([key, value]) => ` ${key}="${attributeText(value)}"`).join('')}`
  if (children.length > 0) return `${opening}>\n${children.map((child) => elementText(child, `${indent} `)).join('')}${indent}</${name}>\n`
  return text === '' ? `${opening}/>\n` : `${opening}>${contentText(text)}</${name}>\n`
}

/** XML has no control characters and no lone surrogates: each becomes U+FFFD. */
export const contentText = (text: string): string =>
  writable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')

export const attributeText = (text: string): string => contentText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

/** As XML can hold it; as long as it was. */
export const writable = (text: string): string => text.toWellFormed().replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
