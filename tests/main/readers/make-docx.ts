import { makeZip, type ZipEntry } from './make-zip.ts'

/** What a made document holds: XML with the prefix `w:`, each without the element around it. */
export interface DocxContent {
  /** What stands in `w:body`. */
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  /** Referred to as `header1`, `header2` … by `w:headerReference r:id`. */
  readonly headers?: readonly string[]
  /** `footer1`, `footer2` … */
  readonly footers?: readonly string[]
  /** Members besides, or instead of those of the same name. */
  readonly others?: readonly ZipEntry[]
  /** Where the document itself lies; its other parts lie beside it. */
  readonly main?: string
  /** Done to the XML of the document. */
  readonly rewrite?: (xml: string) => string | Uint8Array
}

export const transitional = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const namespaces = [
  ['w', transitional],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml']
].map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('')

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A real .docx file of it. */
export function makeDocx(content: DocxContent): Uint8Array {
  const main = content.main ?? 'word/document.xml'
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const parts: (readonly [name: string, element: string, xml: string])[] = []
  for (const name of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const) {
    const xml = content[name]
    if (xml !== undefined) parts.push([name, name, xml])
  }
  content.headers?.forEach((xml, n) => parts.push([`header${n + 1}`, 'hdr', xml]))
  content.footers?.forEach((xml, n) => parts.push([`footer${n + 1}`, 'ftr', xml]))
  const related = parts.map(([name]) => relationship(name, name.replace(/\d+$/, ''), `${name}.xml`))
  const whole = element('document', `<w:body>${content.body}</w:body>`)
  const own: ZipEntry[] = [
    { name: '[Content_Types].xml', bytes: contentTypes(main) },
    { name: '_rels/.rels', bytes: relationships([relationship('rId1', 'officeDocument', main)]) },
    { name: `${folder}_rels/${main.slice(folder.length)}.rels`, bytes: relationships(related) },
    { name: main, bytes: content.rewrite?.(whole) ?? whole },
    ...parts.map(([name, root, xml]) => ({ name: `${folder}${name}.xml`, bytes: element(root, xml) }))
  ]
  const others = content.others ?? []
  return makeZip([...own.filter(({ name }) => !others.some((other) => other.name === name)), ...others])
}

/** A document of plain paragraphs, one for each line. */
export const docxOfParagraphs = (lines: readonly string[]): Uint8Array => makeDocx({ body: lines.map((line) => paragraph(line)).join('') })

/** A paragraph of one run; `properties` stands in `w:pPr`. */
export const paragraph = (text: string, properties = ''): string => paragraphOf(text === '' ? '' : run(text), properties)

/** A paragraph of runs and whatever else stands in one. */
export const paragraphOf = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`

/** `properties` stands in `w:rPr`. */
export const run = (text: string, properties = ''): string => runOf(`<w:t xml:space="preserve">${escaped(text)}</w:t>`, properties)

export const runOf = (content: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`

/** A field of Word: its code, and the runs that it shows. */
export const field = (code: string, result: string | null): string =>
  `${mark('begin')}${runOf(`<w:instrText xml:space="preserve">${escaped(code)}</w:instrText>`)}${result === null ? '' : mark('separate') + result}${mark('end')}`

const mark = (type: string): string => runOf(`<w:fldChar w:fldCharType="${type}"/>`)

/** Which list a paragraph counts in. */
export const inList = (numId: number | string, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`

/** A table of rows of cells; a cell is the XML that stands in `w:tc`. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

export const element = (name: string, xml: string): string => `${declaration}<w:${name}${namespaces}>${xml}</w:${name}>`

export const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${relationshipTypes}/${type}" Target="${target}"/>`

export const relationships = (each: readonly string[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`

function contentTypes(main: string): string {
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  return `${declaration}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${word}"/></Types>`
}

export const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
