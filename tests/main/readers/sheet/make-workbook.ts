import ExcelJS from 'exceljs'
import { Refusal } from '../../../../src-core/contract/problem.ts'
import { readSourceFile } from '../../../../src-main/readers/read-source.ts'
import type { ColumnNames, ReadingGround, SourceFile } from '../../../../src-main/readers/reader.ts'
import { makeZip, type ZipEntry } from '../make-zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface RawWorkbook {
  /** The whole XML of each sheet, or what stands in its `sheetData`. */
  readonly sheets: readonly (string | Uint8Array)[]
  /** What stands in `sst`. */
  readonly strings?: string
  /** What stands in `styleSheet`. */
  readonly styles?: string
  /** Attributes of `workbookPr`. */
  readonly properties?: string
  /** Members besides, or instead of those of the same name. */
  readonly others?: readonly ZipEntry[]
}

/** An .xlsx file of this XML, for what no honest program writes. */
export function rawWorkbook({ sheets, strings, styles, properties = '', others = [] }: RawWorkbook): Uint8Array {
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const own: ZipEntry[] = [
    { name: '_rels/.rels', bytes: `<Relationships xmlns="${packages}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>` },
    {
      name: 'xl/workbook.xml',
      bytes: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr ${properties}/><sheets>${sheets
        .map((_, n) => `<sheet name="表${n + 1}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`)
        .join('')}</sheets></workbook>`
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: `<Relationships xmlns="${packages}">${sheets.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)).join('')}${
        strings === undefined ? '' : relation('rIdS', 'sharedStrings', '/xl/sharedStrings.xml')
      }${styles === undefined ? '' : relation('rIdT', 'styles', 'styles.xml')}</Relationships>`
    },
    ...sheets.map((sheet, n): ZipEntry => ({ name: `xl/worksheets/sheet${n + 1}.xml`, bytes: typeof sheet === 'string' && !sheet.startsWith('<?xml') ? sheetXml(sheet) : sheet })),
    ...(strings === undefined ? [] : [{ name: 'xl/sharedStrings.xml', bytes: `<sst xmlns="${main}">${strings}</sst>` }]),
    ...(styles === undefined ? [] : [{ name: 'xl/styles.xml', bytes: `<styleSheet xmlns="${main}">${styles}</styleSheet>` }])
  ]
  return makeZip([...own.filter(({ name }) => !others.some((other) => other.name === name)), ...others])
}

export const sheetXml = (rows: string, after = ''): string => `<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`

/** A row of inline strings; null leaves a cell out. */
export const inlineRow = (number: number, cells: readonly (string | null)[]): string =>
  `<row r="${number}">${cells.map((text, n) => (text === null ? '' : inlineCell(`${'ABCDEFGHIJ'[n]!}${number}`, text))).join('')}</row>`

export const inlineCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`

/** A workbook as exceljs writes it. */
export async function workbookOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

export const groundOf = (fileName: string, columns: ColumnNames | null = null): ReadingGround => ({
  fileName,
  folders: [],
  encoding: null,
  columns,
  pageProgress: () => undefined
})

export const read = (bytes: Uint8Array, fileName: string, columns: ColumnNames | null = null): Promise<SourceFile | Refusal> =>
  readSourceFile(bytes, groundOf(fileName, columns))

export async function readable(bytes: Uint8Array, fileName: string, columns: ColumnNames | null = null): Promise<SourceFile> {
  const outcome = await read(bytes, fileName, columns)
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

export async function refusal(bytes: Uint8Array, fileName: string, columns: ColumnNames | null = null): Promise<Refusal['problem']> {
  const outcome = await read(bytes, fileName, columns)
  if (outcome instanceof Refusal) return outcome.problem
  throw new Error(`${fileName} was read`)
}

export interface ReadRecord {
  readonly title: string | null
  readonly province: string | null
  readonly date: string | null
  /** Its other field lines. */
  readonly others: readonly string[]
  /** Its lines without a role, joined. */
  readonly text: string
}

/** The records of a source as their slices of its text. */
export function recordsOf({ source }: SourceFile): ReadRecord[] {
  const slice = (span: { start: number; end: number } | null) => (span === null ? null : source.text.slice(span.start, span.end))
  return (source.records ?? []).map(({ first, after, title, province, date }) => {
    const lines = source.lines.slice(first, after)
    const known = [title, province, date].flatMap((span) => (span === null ? [] : [span.start]))
    return {
      title: slice(title),
      province: slice(province),
      date: slice(date),
      others: lines.flatMap((line) => (line.role === 'field' && !known.includes(line.start) ? [slice(line)!] : [])),
      text: lines.flatMap((line) => (line.role === undefined ? [slice(line)!] : [])).join('\n')
    }
  })
}

export const kindsOf = ({ warnings }: SourceFile): string[] => warnings.map(({ kind }) => kind)
