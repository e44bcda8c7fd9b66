import { readXml, xmlTree, type XmlElement } from '../xml.ts'
import { isDamage, type DocxPackage, type Relationship } from './docx-package.ts'
import { numberingOf, type Numbering } from './numbering.ts'
import { readStory, type Story } from './story.ts'
import { documentAllowance, type FurnitureReference, type Leftovers, type StoryGround } from './story-state.ts'
import { styleSheet, type StyleSheet } from './styles.ts'
import { qualifiedName } from './wordml.ts'

/** A header or footer, and the kind of page it is for. */
export interface Furniture extends FurnitureReference {
  readonly story: Story
}

/** All that is read of a document, before it is put together. */
export interface DocxParts {
  readonly styles: StyleSheet
  readonly numbering: Numbering
  readonly body: Story
  readonly footnotes: Story | null
  readonly endnotes: Story | null
  /** In the order of the sections; each part once for each kind of page. */
  readonly furniture: readonly Furniture[]
  readonly comments: number
  readonly leftovers: Leftovers
  readonly damagedParts: readonly string[]
}

/** @throws Refusal: of the document itself any, of other parts those that are hostile */
export async function readParts(docx: DocxPackage): Promise<DocxParts> {
  const damagedParts: string[] = []
  /** A part that is broken leaves the rest readable; it is named in a warning. */
  const part = async <T>(which: Relationship | undefined, read: (xml: string | Uint8Array) => T): Promise<T | null> => {
    if (which === undefined) return null
    try {
      return read(await docx.read(which.part))
    } catch (error) {
      if (!isDamage(error)) throw error
      damagedParts.push(which.part)
      return null
    }
  }
  const ofType = (type: string): Relationship | undefined => docx.related.find((each) => each.type === type)
  const tree = (xml: string | Uint8Array): XmlElement => xmlTree(xml, { place: docx.place, damaged: 'damaged-word' })
  const styles = styleSheet(await part(ofType('styles'), tree))
  const numbering = numberingOf(await part(ofType('numbering'), tree), styles)
  const leftovers: Leftovers = { changes: 0, hiddenCharacters: 0, graphics: 0, embedded: 0, unknownSymbols: 0, silentFields: 0 }
  const ground: StoryGround = { place: docx.place, styles, allowance: { ...documentAllowance }, leftovers, isFurniture: false }
  const body = readStory(await docx.read(docx.main), ground)
  const story = (xml: string | Uint8Array): Story => readStory(xml, ground)
  const furniture: Furniture[] = []
  for (const { part: name, id, references } of furnitureParts(docx.related, body.furniture)) {
    const read = await part({ part: name, id, type: '' }, (xml) => readStory(xml, { ...ground, isFurniture: true }))
    if (read !== null) furniture.push(...references.map((reference) => ({ ...reference, story: read })))
  }
  const comments = await part(ofType('comments'), (xml) => countComments(xml, docx.place))
  return {
    styles, numbering, body, furniture, leftovers, damagedParts,
    comments: comments ?? 0,
    footnotes: await part(body.noteReferences.length > 0 ? ofType('footnotes') : undefined, story),
    endnotes: await part(body.noteReferences.length > 0 ? ofType('endnotes') : undefined, story)
  }
}

interface FurniturePart {
  readonly part: string
  readonly id: string
  readonly references: FurnitureReference[]
}

/** The parts that sections refer to, each once, with the kinds of pages they are for. */
function furnitureParts(related: readonly Relationship[], references: readonly FurnitureReference[]): FurniturePart[] {
  const parts = new Map<string, FurniturePart>()
  const byId = new Map(related.map((each) => [each.id, each]))
  for (const reference of references) {
    const relationship = byId.get(reference.relationship)
    if (relationship === undefined) continue
    const known = parts.get(relationship.part)
    if (known === undefined) parts.set(relationship.part, { ...relationship, references: [reference] })
    else if (!known.references.some(({ role, pages }) => role === reference.role && pages === reference.pages)) known.references.push(reference)
  }
  return [...parts.values()]
}

function countComments(xml: string | Uint8Array, place: string): number {
  let count = 0
  readXml(xml, {
    open: (element) => {
      if (qualifiedName(element) === 'w:comment') count++
    },
    text: () => undefined,
    close: () => undefined
  }, { place, damaged: 'damaged-word' })
  return count
}
