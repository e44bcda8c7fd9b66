import { refuse } from '../refusals.ts'
import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import { numbersOf } from './matrix.ts'
import type { OfdPackage } from './ofd-package.ts'

/** A document of a package, its parts found but its pages not yet read. */
export interface OfdDocument {
  readonly pages: readonly PagePlace[]
  /** By the number that pages refer to. */
  readonly templates: ReadonlyMap<string, string>
  /** In millimetres; null where the document does not say. */
  readonly area: PageArea | null
  readonly resources: Resources
  /** Parts that hold the annotations of each page, by its number. */
  readonly annotations: ReadonlyMap<string, readonly string[]>
  readonly attachments: readonly string[]
}

export interface PagePlace {
  readonly id: string
  /** The member of the package; null where it is missing. */
  readonly part: string | null
}

export interface PageArea {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Resources {
  /** Groups of objects that pages show, by number. */
  readonly composites: ReadonlyMap<string, XmlElement>
  /** Members that hold pictures, by number. */
  readonly pictures: ReadonlyMap<string, string>
  /** Numbers of bold fonts. */
  readonly boldFonts: ReadonlySet<string>
}

/** More pages than any report. */
const mostPages = 3000

/** The documents of a package. @throws Refusal needs-password, damaged-ofd, unsafe-name, too-many-parts, as `OfdPackage.xml` */
export async function documentsOf(ofd: OfdPackage): Promise<OfdDocument[]> {
  // in an encrypted package the parts are other files than their names say
  if (ofd.names.some((name) => /(?:^|\/)encryptions?\.xml$/i.test(name))) throw refuse('needs-password', ofd.place)
  const entrance = ofd.locate('/OFD.xml', '')
  if (entrance === null) throw refuse('damaged-ofd', ofd.place)
  const root = await ofd.xml(entrance)
  if (descendants(root, 'Encryptions').length > 0) throw refuse('needs-password', ofd.place)
  const documents: OfdDocument[] = []
  let pages = 0
  for (const loc of childrenOf(root, 'DocBody').flatMap((body) => childrenOf(body, 'DocRoot'))) {
    const part = ofd.locate(loc.text, entrance)
    if (part === null) continue
    const document = await documentOf(ofd, part)
    pages += document.pages.length
    if (pages > mostPages) throw refuse('too-many-parts', ofd.place, { count: mostPages })
    documents.push(document)
  }
  if (documents.length > 0) return documents
  throw ofd.unsafe === null ? refuse('damaged-ofd', ofd.place) : refuse('unsafe-name', ofd.place, { name: ofd.unsafe })
}

async function documentOf(ofd: OfdPackage, part: string): Promise<OfdDocument> {
  const root = await ofd.xml(part)
  const common = childOf(root, 'CommonData')
  const pages = childrenOf(root, 'Pages').flatMap((list) => childrenOf(list, 'Page'))
  const resources: MutableResources = { composites: new Map(), pictures: new Map(), boldFonts: new Set() }
  for (const loc of common === null ? [] : [...childrenOf(common, 'PublicRes'), ...childrenOf(common, 'DocumentRes')]) {
    await addResources(ofd, { loc: loc.text, from: part }, resources)
  }
  const templates = new Map<string, string>()
  for (const { attributes } of common === null ? [] : childrenOf(common, 'TemplatePage')) {
    const place = ofd.locate(attributes.get('BaseLoc') ?? '', part)
    if (place !== null) templates.set(attributes.get('ID') ?? '', place)
  }
  return {
    pages: pages.map(({ attributes }) => ({ id: attributes.get('ID') ?? '', part: ofd.locate(attributes.get('BaseLoc') ?? '', part) })),
    templates,
    area: common === null ? null : areaOf(childOf(common, 'PageArea')),
    resources,
    annotations: await annotationsOf(ofd, root, part),
    attachments: await attachmentsOf(ofd, root, part)
  }
}

/** By the sheet of paper, else by what of it is used. */
export function areaOf(element: XmlElement | null): PageArea | null {
  if (element === null) return null
  for (const name of ['PhysicalBox', 'ApplicationBox', 'ContentBox']) {
    const numbers = numbersOf(childOf(element, name)?.text, 4)
    if (numbers !== null && numbers[2]! > 0 && numbers[3]! > 0) return { x: numbers[0]!, y: numbers[1]!, width: numbers[2]!, height: numbers[3]! }
  }
  return null
}

interface MutableResources {
  readonly composites: Map<string, XmlElement>
  readonly pictures: Map<string, string>
  readonly boldFonts: Set<string>
}

interface Reference {
  readonly loc: string
  readonly from: string
}

async function addResources(ofd: OfdPackage, { loc, from }: Reference, into: MutableResources): Promise<void> {
  const part = ofd.locate(loc, from)
  if (part === null) return
  const root = await ofd.xml(part)
  const base = (root.attributes.get('BaseLoc') ?? '').replace(/\/?$/, '/').replace(/^\/$/, '')
  for (const unit of descendants(root, 'CompositeGraphicUnit')) into.composites.set(unit.attributes.get('ID') ?? '', unit)
  for (const font of descendants(root, 'Font')) if (isBold(font)) into.boldFonts.add(font.attributes.get('ID') ?? '')
  for (const media of descendants(root, 'MultiMedia')) {
    const file = childOf(media, 'MediaFile')?.text.trim() ?? ''
    const place = ofd.locate(base + file, part) ?? ofd.locate(file, part)
    if (place !== null) into.pictures.set(media.attributes.get('ID') ?? '', place)
  }
}

function isBold({ attributes }: XmlElement): boolean {
  return attributes.get('Bold') === 'true' || /黑体|bold|simhei/i.test(`${attributes.get('FontName') ?? ''} ${attributes.get('FamilyName') ?? ''}`)
}

async function annotationsOf(ofd: OfdPackage, root: XmlElement, part: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  for (const list of childrenOf(root, 'Annotations')) {
    const listPart = ofd.locate(list.text, part)
    if (listPart === null) continue
    for (const page of childrenOf(await ofd.xml(listPart), 'Page')) {
      const id = page.attributes.get('PageID') ?? ''
      const parts = childrenOf(page, 'FileLoc').flatMap(({ text }) => ofd.locate(text, listPart) ?? [])
      found.set(id, [...(found.get(id) ?? []), ...parts])
    }
  }
  return found
}

async function attachmentsOf(ofd: OfdPackage, root: XmlElement, part: string): Promise<string[]> {
  const names: string[] = []
  for (const list of childrenOf(root, 'Attachments')) {
    const listPart = ofd.locate(list.text, part)
    if (listPart === null) continue
    for (const attachment of childrenOf(await ofd.xml(listPart), 'Attachment')) {
      const file = childOf(attachment, 'FileLoc')?.text.trim().replace(/^.*\//, '') ?? ''
      const name = attachment.attributes.get('Name')?.trim() ?? ''
      const format = /\.[^.]+$/.exec(file)?.[0] ?? ''
      const full = name === '' ? file : name.endsWith(format) ? name : name + format
      if (full !== '') names.push(full)
    }
  }
  return names
}

/** Elements of that local name, in the order of the text. */
function descendants(root: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const waiting = [root]
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (element.name === name) found.push(element)
    for (let index = element.children.length - 1; index >= 0; index--) waiting.push(element.children[index]!)
  }
  return found
}
