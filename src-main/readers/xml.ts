import { SaxesParser, type SaxesAttributeNS } from 'saxes'
import { decodeText } from './encoding.ts'
import { refuse, type RefusalName } from './refusals.ts'

/** An element as it opens. Names are local: the prefix is the file's own affair. */
export interface XmlOpening {
  readonly name: string
  /** Namespace, '' where there is none. */
  readonly uri: string
  /** Value of an attribute by its local name. */
  readonly attribute: (name: string) => string | null
  /** All of them, by local name; of two that differ in the prefix alone the later. */
  readonly attributes: () => ReadonlyMap<string, string>
}

export interface XmlEvents {
  readonly open: (element: XmlOpening) => void
  readonly text: (text: string) => void
  readonly close: (name: string, uri: string) => void
}

export interface XmlPlace {
  /** The file, for a refusal. */
  readonly place: string
  /** What the file is called damaged by. */
  readonly damaged: RefusalName
}

/** Deeper than any report nests its elements. */
const deepest = 512

/**
 * Reads XML piece by piece. A DTD is refused, and with it every entity but the five of XML itself.
 *
 * @throws Refusal damaged-file, forbidden-markup, nested-too-deep
 */
export function readXml(xml: Uint8Array | string, events: XmlEvents, { place, damaged }: XmlPlace): void {
  const text = typeof xml === 'string' ? xml : decodedXml(xml)
  if (text === null) throw refuse(damaged, place)
  const parser = new SaxesParser({ xmlns: true, position: false })
  let depth = 0
  parser.on('doctype', () => {
    throw refuse('forbidden-markup', place)
  })
  parser.on('error', (error) => {
    // an unbound prefix is a slip that no reader minds; all other faults leave the rest in doubt
    if (!error.message.includes('unbound namespace prefix')) throw refuse(damaged, place)
  })
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++depth > deepest) throw refuse('nested-too-deep', place, { levels: deepest })
    events.open({ name: local, uri, attribute: (name) => attributeOf(attributes, name), attributes: () => attributesOf(attributes) })
  })
  parser.on('text', (piece) => events.text(piece))
  parser.on('cdata', (piece) => events.text(piece))
  parser.on('closetag', ({ local, uri }) => {
    depth--
    events.close(local, uri)
  })
  parser.write(text)
  parser.close()
}

/** `xmlns` and the like are attributes too, and their local names may be any prefix. */
function attributeOf(attributes: Readonly<Record<string, SaxesAttributeNS>>, name: string): string | null {
  for (const key in attributes) {
    const attribute = attributes[key]!
    if (attribute.local === name && attribute.prefix !== 'xmlns') return attribute.value
  }
  return null
}

function attributesOf(attributes: Readonly<Record<string, SaxesAttributeNS>>): Map<string, string> {
  const own = new Map<string, string>()
  for (const key in attributes) {
    const { local, prefix, value } = attributes[key]!
    if (prefix !== 'xmlns') own.set(local, value)
  }
  return own
}

/** By its mark or by what the bytes are; the declaration is only asked where that leaves a doubt, which it never does in XML of these formats. */
function decodedXml(bytes: Uint8Array): string | null {
  return decodeText(bytes)?.text ?? null
}

/** An element with all that is in it, for parts that are small. */
export interface XmlElement {
  readonly name: string
  readonly uri: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly in it, pieces joined. */
  readonly text: string
}

interface GrowingElement extends XmlElement {
  readonly children: GrowingElement[]
  text: string
}

/** More elements than this are no small part. */
const mostElements = 400_000

/** The root element. @throws Refusal as `readXml`, and too-many-parts */
export function xmlTree(xml: Uint8Array | string, at: XmlPlace): XmlElement {
  const top: GrowingElement = { name: '', uri: '', attributes: new Map(), children: [], text: '' }
  const stack: GrowingElement[] = [top]
  let count = 0
  const events: XmlEvents = {
    open: ({ name, uri, attributes }) => {
      if (++count > mostElements) throw refuse('too-many-parts', at.place, { count: mostElements })
      const element: GrowingElement = { name, uri, attributes: attributes(), children: [], text: '' }
      stack.at(-1)!.children.push(element)
      stack.push(element)
    },
    text: (piece) => void (stack.at(-1)!.text += piece),
    close: () => void stack.pop()
  }
  readXml(xml, events, at)
  const root = top.children[0]
  if (root === undefined) throw refuse(at.damaged, at.place)
  return root
}

/** The children of that local name. */
export const childrenOf = (element: XmlElement, name: string): XmlElement[] => element.children.filter((child) => child.name === name)

/** The first child of that local name, or null. */
export const childOf = (element: XmlElement, name: string): XmlElement | null => element.children.find((child) => child.name === name) ?? null
