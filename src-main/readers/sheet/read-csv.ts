import { CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '#core/contract/problem.ts'
import { decodeAs, decodeText, type Encoding } from '../encoding.ts'
import type { Reader, ReadingGround, Warning } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { guessColumns, roleOfHeader } from './columns.ts'
import { GridRows, type SheetGrid } from './grid.ts'
import { chooseColumns, sheetSource } from './sheet-source.ts'
import { warning } from './sheet-warnings.ts'

const delimiters = [',', '\t', ';', '，'] as const
type Delimiter = (typeof delimiters)[number]

/** Sixteen million characters in the widest encoding. */
const csvByteLimit = 64 * 1024 * 1024
/** What is looked at to tell a sheet from prose, and one delimiter from another; in UTF-16 units. */
const sampleLength = 64 * 1024

/** Lines of cells (.csv, .tsv) whose rows are reports, in any encoding of Chinese. */
export const readCsv: Reader = (bytes, ground) => {
  const { grid, encoding, warnings } = readCsvGrid(bytes, ground)
  const chosen = chooseColumns(grid, ground)
  return Promise.resolve(chosen instanceof Refusal ? chosen : sheetSource(chosen, { mediaType: 'text/csv', encoding, warnings }, ground))
}

/** @throws Refusal too-large, damaged-file, no-text, too-many-parts */
export function readCsvGrid(bytes: Uint8Array, ground: ReadingGround): { grid: SheetGrid; encoding: Encoding; warnings: Warning[] } {
  const { fileName } = ground
  if (bytes.length > csvByteLimit) throw refuse('file-too-large', fileName, { megabytes: Math.round(bytes.length / 1024 / 1024) })
  const decoded = ground.encoding === null ? decodeText(bytes) : decodeAs(bytes, ground.encoding)
  if (decoded === null) throw refuse('not-text', fileName)
  const { text, encoding, undecodable } = decoded
  if (text.trim() === '') throw refuse('empty', fileName)
  const undecoded = warning('undecodable-bytes', [
    `有 ${undecodable} 处字节不属于 ${encoding} 编码，以“�”标出。`,
    `Bytes that ${encoding} does not have in ${undecodable} places, shown as “�”.`
  ])
  return { grid: gridOf(text, fileName), encoding, warnings: undecodable === 0 ? [] : [undecoded] }
}

/**
 * Whether the bytes of a text are a sheet, as `looksLikeSheet`; also by a header that has the text
 * column which a person named (for all files of a batch, prose among them).
 */
export function isSheet(bytes: Uint8Array, { fileName, encoding, columns }: ReadingGround): boolean {
  const head = bytes.subarray(0, sampleLength)
  const decoded = encoding === null ? decodeText(head) : decodeAs(head, encoding)
  if (decoded === null) return false
  const text = head.length < bytes.length ? wholeLines(decoded.text) : decoded.text
  return (columns !== null && (isNamedSheet(fileName) || hasCell(text, columns.text))) || looksLikeSheet(text, fileName)
}

/**
 * Whether a text is a sheet, by its beginning. Under the name of one (.csv, .tsv): a header over lines
 * of equal length. Under another name: a first line of short words, a text column and another known
 * one among them, over lines that all have as many cells. Prose has no such line.
 */
export function looksLikeSheet(text: string, fileName: string): boolean {
  const sample = sampleOf(text)
  if (isNamedSheet(fileName)) return bestDelimiter(sample) !== null
  const header = firstLine(sample)
  return header.length <= 400 && delimiters.some((delimiter) => isSheetByContent(sample, header, delimiter))
}

const isNamedSheet = (fileName: string): boolean => /\.(?:csv|tsv)$/i.test(fileName)

const firstLine = (text: string): string => /^\s*([^\r\n]*)/.exec(text)?.[1] ?? ''

const headerCells = (line: string, delimiter: Delimiter): string[] => line.split(delimiter).map((name) => name.trim().replace(/^"(.*)"$/, '$1'))

const hasCell = (text: string, name: string): boolean => delimiters.some((delimiter) => {
  const cells = headerCells(firstLine(text), delimiter)
  return cells.length > 1 && cells.includes(name)
})

function isSheetByContent(sample: string, header: string, delimiter: Delimiter): boolean {
  const names = headerCells(header, delimiter)
  const roles = new Set(names.flatMap((name) => roleOfHeader(name) ?? []))
  if (!roles.has('text') || roles.size < 2 || names.some((name) => name === '' || name.length > 12 || /[。！？；]/.test(name))) return false
  const { records, isCut } = recordsOf(sample, delimiter)
  const below = records.slice(1)
  // a full-width comma stands in prose too: one line that happens to fit is not enough
  return below.length + Number(isCut) >= (delimiter === '，' ? 2 : 1) && below.every((cells) => cells.length === names.length)
}

/** The delimiter by which most lines have equally many cells; null where by none four of five have. */
function bestDelimiter(sample: string): Delimiter | null {
  let best: Delimiter | null = null
  let most = 0
  for (const delimiter of delimiters) {
    const { records } = recordsOf(sample, delimiter)
    const rows = records.map((cells, n) => ({ number: n + 1, isHidden: false, cells: cells.flatMap((text, column) => (text.trim() === '' ? [] : [{ column, text }])) }))
    const { certain } = guessColumns(rows)
    const lengths = new Map<number, number>()
    for (const { length } of records) if (length > 1) lengths.set(length, (lengths.get(length) ?? 0) + 1)
    const [mode, count] = [...lengths].sort(([, a], [, b]) => b - a)[0] ?? [0, 0]
    const head = records.find(({ length }) => length === mode) ?? []
    const isHead = certain || (head.length > 1 && head.every((cell) => cell.length <= 20 && !/[。！？；]/.test(cell)))
    const score = certain && mode === 0 ? 0.8 : count / Math.max(1, records.length) + (certain ? 1 : 0) + mode / 1000
    if (isHead && (certain || count >= 0.8 * records.length) && score > most) [best, most] = [delimiter, score]
  }
  return best
}

/** The complete records of a sample; `isCut` where it ends within a quotation. */
function recordsOf(sample: string, delimiter: Delimiter): { records: string[][]; isCut: boolean } {
  const records: string[][] = []
  try {
    parse(sample, { ...dialect, delimiter, skip_empty_lines: true, on_record: (record: string[]) => (records.push(record), null) })
    return { records, isCut: false }
  } catch (error) {
    if (error instanceof CsvError) return { records, isCut: error.code === 'CSV_QUOTE_NOT_CLOSED' }
    throw error
  }
}

const dialect = { bom: true, relax_column_count: true, relax_quotes: true }

/** The beginning of a text, to the end of a line where it is cut. */
const sampleOf = (text: string): string => (text.length <= sampleLength ? text : wholeLines(text.slice(0, sampleLength)))

const wholeLines = (cut: string): string => cut.slice(0, Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf('\r')) + 1) || cut

function gridOf(text: string, fileName: string): SheetGrid {
  const delimiter = bestDelimiter(sampleOf(text)) ?? (/\.tsv$/i.test(fileName) ? '\t' : ',')
  const rows = new GridRows(fileName)
  let number = 0
  const add = (record: string[]): null => {
    const cells = record.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ column, text: cell }]))
    for (const cell of cells) rows.count(cell.text)
    rows.add({ number: ++number, cells, isHidden: false })
    return null
  }
  try {
    parse(text, { ...dialect, delimiter, on_record: add })
  } catch (error) {
    if (error instanceof CsvError) throw refuse('damaged-sheet', fileName)
    throw error
  }
  return { name: fileName, isHidden: false, rows: rows.rows, delimiter, unvaluedFormulas: 0 }
}
