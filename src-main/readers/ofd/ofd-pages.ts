import type { PrintedPage, PrintedRun } from '../layout/printed-page.ts'
import { refuse } from '../refusals.ts'
import { childOf, childrenOf, type XmlElement } from '../xml.ts'
import { composed, type Matrix } from '../affine.ts'
import { areaOf, type OfdDocument, type PageArea } from './ofd-document.ts'
import type { OfdPackage } from './ofd-package.ts'
import { contentOf, nothingShown, pointsPerMillimetre, show, type Shown, type ShowingAllowance, type ShownPicture } from './page-objects.ts'

/** Text that is printed on a page but is not of it: a template that many pages share, a stamp, a watermark. */
export interface ApartText {
  /** 1-based, over all documents of the file. */
  readonly page: number
  readonly kind: 'template' | 'annotation' | 'watermark'
  readonly runs: readonly PrintedRun[]
}

export interface ReadPages {
  readonly pages: PrintedPage[]
  readonly apart: ApartText[]
  /** Of each page. */
  readonly pictures: (readonly ShownPicture[])[]
  /** Pages that the file names but does not have. */
  missing: number
}

/** The size of a page where no part of the file says it: A4, in millimetres. */
const usualArea: PageArea = { x: 0, y: 0, width: 210, height: 297 }
/** In millimetres; no sheet is larger. */
const largestSide = 10_000

interface Reading {
  readonly read: ReadPages
  readonly allowance: ShowingAllowance
}

/** Adds the pages of a document. @throws Refusal page-too-large, and as `OfdPackage.xml` and `show` */
export async function readPages(ofd: OfdPackage, document: OfdDocument, { read, allowance }: Reading): Promise<void> {
  const roots: (XmlElement | null)[] = []
  for (const { part } of document.pages) roots.push(part === null ? null : await ofd.xml(part))
  const templates = await templatesOf(ofd, document, roots)
  const ground = { place: ofd.place, resources: document.resources, allowance }
  for (const [index, root] of roots.entries()) {
    const area = (root === null ? null : areaOf(childOf(root, 'Area'))) ?? document.area ?? usualArea
    if (area.width > largestSide || area.height > largestSide) {
      throw refuse('page-too-large', ofd.place, { width: `${Math.round(area.width)} mm`, height: `${Math.round(area.height)} mm` })
    }
    const matrix = toPoints(area)
    const page = read.pages.length + 1
    const shown = nothingShown()
    if (root === null) read.missing++
    for (const template of root === null ? [] : templateUses(root)) {
      const shared = templates.get(template)
      if (shared === undefined || (shared.isShared && shared.isTaken)) continue
      shared.isTaken = true
      const own = shared.isShared ? nothingShown() : shown
      show(contentOf(shared.root), matrix, { shown: own, ground })
      if (shared.isShared) addApart(read, own, { page, kind: 'template' })
    }
    if (root !== null) show(contentOf(root), matrix, { shown, ground })
    read.pages.push({ width: area.width * pointsPerMillimetre, height: area.height * pointsPerMillimetre, runs: shown.runs, rules: shown.rules })
    read.pictures.push(shown.pictures)
    if (shown.slanted.length > 0) read.apart.push({ page, kind: 'watermark', runs: shown.slanted })
    for (const part of document.annotations.get(document.pages[index]!.id) ?? []) showAnnotations(await ofd.xml(part), { matrix, page, read, ground })
  }
}

const toPoints = ({ x, y }: PageArea): Matrix => composed([pointsPerMillimetre, 0, 0, pointsPerMillimetre, 0, 0], [1, 0, 0, 1, -x, -y])

interface Template {
  readonly root: XmlElement
  /** Of several pages: what it prints is a form or a head, shown once. */
  readonly isShared: boolean
  isTaken: boolean
}

const templateUses = (root: XmlElement): string[] => childrenOf(root, 'Template').map(({ attributes }) => attributes.get('TemplateID') ?? '')

async function templatesOf(ofd: OfdPackage, { templates }: OfdDocument, roots: readonly (XmlElement | null)[]): Promise<Map<string, Template>> {
  const uses = new Map<string, number>()
  for (const id of roots.flatMap((root) => (root === null ? [] : templateUses(root)))) uses.set(id, (uses.get(id) ?? 0) + 1)
  const found = new Map<string, Template>()
  for (const [id, count] of uses) {
    const part = templates.get(id)
    if (part !== undefined) found.set(id, { root: await ofd.xml(part), isShared: count > 1, isTaken: false })
  }
  return found
}

function addApart(read: ReadPages, { runs, slanted }: Shown, of: Pick<ApartText, 'page' | 'kind'>): void {
  const all = [...runs, ...slanted]
  if (all.length > 0) read.apart.push({ ...of, runs: all })
}

interface AnnotatedPage {
  readonly matrix: Matrix
  readonly page: number
  readonly read: ReadPages
  readonly ground: Parameters<typeof show>[2]['ground']
}

function showAnnotations(root: XmlElement, { matrix, page, read, ground }: AnnotatedPage): void {
  for (const annotation of childrenOf(root, 'Annot')) {
    for (const appearance of childrenOf(annotation, 'Appearance')) {
      const shown = nothingShown()
      const [x = 0, y = 0] = (appearance.attributes.get('Boundary') ?? '').trim().split(/\s+/).map(Number)
      const placed = Number.isFinite(x) && Number.isFinite(y) ? composed(matrix, [1, 0, 0, 1, x, y]) : matrix
      show(appearance, placed, { shown, ground })
      addApart(read, shown, { page, kind: annotation.attributes.get('Type') === 'Watermark' ? 'watermark' : 'annotation' })
    }
  }
}
