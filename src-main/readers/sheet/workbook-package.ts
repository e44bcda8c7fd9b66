import { refuse, unsupportedFormat } from '../refusals.ts'
import { readXml } from '../xml.ts'
import { ZipPackage } from '../zip-package.ts'
import { shownDate, type ShownDate } from './cell-dates.ts'
import { CellText } from './cell-text.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly isHidden: boolean
  /** Name of its part in the package. */
  readonly part: string
}

/** What all sheets of a workbook share. */
export interface WorkbookPackage {
  readonly zip: ZipPackage
  readonly place: string
  readonly sheets: readonly WorkbookSheet[]
  readonly strings: readonly string[]
  /** What each cell style shows of a date, by the number that cells name it by. */
  readonly styles: readonly (ShownDate | null)[]
  readonly isFrom1904: boolean
}

/** @throws Refusal damaged-file, unsupported-format, password-protected, and what bounds a package */
export async function openWorkbook(bytes: Uint8Array, place: string): Promise<WorkbookPackage> {
  const zip = await ZipPackage.open(bytes, place)
  const root = (await relationsOf(zip, '', place)).find(({ type }) => type === 'officeDocument')
  const part = root?.target ?? 'xl/workbook.xml'
  if (part.endsWith('.bin')) throw unsupportedFormat(place, { zh: '二进制工作簿（xlsb）', en: 'binary workbook (xlsb)' })
  const relations = await relationsOf(zip, part, place)
  const book = readBook(await partBytes(zip, part, place), place)
  const sheets = book.sheets.flatMap(({ name, isHidden, id }): WorkbookSheet[] => {
    const relation = relations.find((one) => one.id === id)
    if (relation === undefined) throw refuse('damaged-sheet', place)
    // sheets that are charts or dialogs have no cells
    return relation.type === 'worksheet' ? [{ name, isHidden, part: relation.target }] : []
  })
  const optional = async (type: string): Promise<Uint8Array | null> => {
    const relation = relations.find((one) => one.type === type)
    return relation === undefined ? null : await zip.read(relation.target)
  }
  const [strings, styles] = [await optional('sharedStrings'), await optional('styles')]
  return {
    zip,
    place,
    sheets,
    strings: strings === null ? [] : readStrings(strings, place),
    styles: styles === null ? [] : readStyles(styles, place),
    isFrom1904: book.isFrom1904
  }
}

/** @throws Refusal damaged-file where it is missing */
export async function partBytes(zip: ZipPackage, part: string, place: string): Promise<Uint8Array> {
  const bytes = await zip.read(part)
  if (bytes === null) throw refuse('damaged-sheet', place)
  return bytes
}

interface Relation {
  readonly id: string
  /** Last word of the type's address: the two editions of the standard differ in the rest. */
  readonly type: string
  readonly target: string
}

/** What a part refers to within the package. @param part '' for the package itself */
export async function relationsOf(zip: ZipPackage, part: string, place: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const bytes = await zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`)
  if (bytes === null) return []
  const relations: Relation[] = []
  readXml(
    bytes,
    {
      open: (element) => {
        if (element.name !== 'Relationship' || element.attribute('TargetMode') === 'External') return
        const type = element.attribute('Type') ?? ''
        relations.push({
          id: element.attribute('Id') ?? '',
          type: type.slice(type.lastIndexOf('/') + 1),
          target: resolved(folder, element.attribute('Target') ?? '')
        })
      },
      text: () => undefined,
      close: () => undefined
    },
    { place, damaged: 'damaged-sheet' }
  )
  return relations
}

/** @example resolved('xl/', '../media/a.png') // 'media/a.png' */
function resolved(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

function readBook(bytes: Uint8Array, place: string) {
  const sheets: { name: string; isHidden: boolean; id: string }[] = []
  let isFrom1904 = false
  readXml(
    bytes,
    {
      open: (element) => {
        if (element.name === 'workbookPr') isFrom1904 = isTrue(element.attribute('date1904'))
        if (element.name !== 'sheet') return
        const state = element.attribute('state') ?? 'visible'
        sheets.push({ name: element.attribute('name') ?? '', isHidden: state !== 'visible', id: element.attribute('id') ?? '' })
      },
      text: () => undefined,
      close: () => undefined
    },
    { place, damaged: 'damaged-sheet' }
  )
  return { sheets, isFrom1904 }
}

export const isTrue = (value: string | null): boolean => value === '1' || value === 'true' || value === 'on'

/** Strings of other sheets are among them, so that they may be more than one sheet may hold. */
const mostSharedCharacters = 32_000_000

function readStrings(bytes: Uint8Array, place: string): string[] {
  const strings: string[] = []
  const text = new CellText()
  let characters = 0
  readXml(
    bytes,
    {
      open: ({ name }) => {
        if (name === 'si') text.begin()
        else text.open(name)
      },
      text: (piece) => text.add(piece),
      close: (name) => {
        if (name !== 'si') return text.close(name)
        const string = text.end()
        characters += string.length
        if (characters > mostSharedCharacters) throw refuse('too-many-parts', place, { count: mostSharedCharacters })
        strings.push(string)
      }
    },
    { place, damaged: 'damaged-sheet' }
  )
  return strings
}

function readStyles(bytes: Uint8Array, place: string): (ShownDate | null)[] {
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCellFormats = false
  readXml(
    bytes,
    {
      open: (element) => {
        if (element.name === 'cellXfs') inCellFormats = true
        if (element.name === 'numFmt') codes.set(Number(element.attribute('numFmtId')), element.attribute('formatCode') ?? '')
        if (element.name === 'xf' && inCellFormats) formats.push(Number(element.attribute('numFmtId') ?? 0))
      },
      text: () => undefined,
      close: (name) => {
        if (name === 'cellXfs') inCellFormats = false
      }
    },
    { place, damaged: 'damaged-sheet' }
  )
  return formats.map((id) => shownDate(id, codes.get(id)))
}
