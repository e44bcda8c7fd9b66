import { makeZip } from './make-zip.ts'

/** Where the text stands; millimetres. */
export interface OfdLayout {
  readonly width: number
  readonly height: number
  readonly margin: number
  /** Height of the type. */
  readonly size: number
  /** From line to line. */
  readonly leading: number
}

export const a4: OfdLayout = { width: 210, height: 297, margin: 25, size: 5, leading: 8 }

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
const space = 'xmlns:ofd="http://www.ofdspec.org/2016"'

/** An OFD of these lines, from the top of its first page on; a line that is too long is set in several, as Chinese is. */
export function ofdOfLines(lines: readonly string[], layout: Partial<OfdLayout> = {}): Uint8Array {
  const { width, height, margin, size, leading } = { ...a4, ...layout }
  const room = width - 2 * margin
  const rows = lines.flatMap((line) => brokenLines(line, room / size))
  const perPage = Math.max(1, Math.floor((height - 2 * margin) / leading))
  const pages: string[] = []
  for (let first = 0; first < Math.max(1, rows.length); first += perPage) {
    pages.push(rows.slice(first, first + perPage).map((row, index) => textObject(row, { x: margin, y: margin + index * leading, size })).join(''))
  }
  return ofdOfPages(pages.map((content) => ({ content })), { width, height })
}

/** Lines of no more squares than there is room for; ASCII takes half of one. */
function brokenLines(line: string, squares: number): string[] {
  const rows: string[] = ['']
  let used = 0
  for (const character of line) {
    const taken = squaresOf(character)
    if (used + taken > squares + 1e-9) {
      rows.push('')
      used = 0
    }
    rows[rows.length - 1] += character
    used += taken
  }
  return rows
}

const squaresOf = (character: string): number => (character < '\x7f' ? 0.5 : 1)

/** A line of text with the corner of its box at a place of the page. */
export function textObject(text: string, { x, y, size }: { x: number; y: number; size: number }): string {
  if (text.trim() === '') return ''
  const steps = Array.from(text).map((character) => squaresOf(character) * size)
  const length = steps.reduce((sum, step) => sum + step, 0)
  const code = `<ofd:TextCode X="0" Y="${size * 0.86}" DeltaX="${steps.slice(0, -1).join(' ')}">${escaped(text)}</ofd:TextCode>`
  return `<ofd:TextObject ID="9" Boundary="${x} ${y} ${length} ${size * 1.2}" Font="2" Size="${size}">${code}</ofd:TextObject>`
}

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export interface OfdPage {
  /** Objects of its only layer. */
  readonly content: string
  /** Elements of the page besides its content: Area, Template. */
  readonly more?: string
}

export interface OfdShape {
  readonly width?: number
  readonly height?: number
  /** Elements of CommonData besides the area of the page. */
  readonly common?: string
  /** Elements of the document besides CommonData and its pages. */
  readonly more?: string
  /** Members besides those that every package has. */
  readonly members?: readonly { readonly name: string; readonly bytes: string | Uint8Array }[]
}

/** A package of one document. */
export function ofdOfPages(pages: readonly OfdPage[], { width = a4.width, height = a4.height, common = '', more = '', members = [] }: OfdShape = {}): Uint8Array {
  const list = pages.map((_, index) => `<ofd:Page ID="${100 + index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`).join('')
  const area = `<ofd:PageArea><ofd:PhysicalBox>0 0 ${width} ${height}</ofd:PhysicalBox></ofd:PageArea>`
  return makeZip([
    { name: 'OFD.xml', bytes: `${head}<ofd:OFD ${space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>` },
    { name: 'Doc_0/Document.xml', bytes: `${head}<ofd:Document ${space}><ofd:CommonData>${area}${common}</ofd:CommonData><ofd:Pages>${list}</ofd:Pages>${more}</ofd:Document>` },
    ...pages.map((page, index) => ({ name: `Doc_0/Pages/Page_${index}/Content.xml`, bytes: pagePart(page) })),
    ...members
  ])
}

export const pagePart = ({ content, more = '' }: OfdPage): string => `${head}<ofd:Page ${space}>${more}<ofd:Content><ofd:Layer ID="1">${content}</ofd:Layer></ofd:Content></ofd:Page>`

/** A part of any kind: its root and what is in it. */
export const ofdPart = (root: string, content: string): string => `${head}<ofd:${root} ${space}>${content}</ofd:${root.split(' ')[0]}>`
