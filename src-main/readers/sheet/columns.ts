import type { ColumnNames } from '../reader.ts'
import { cellAt, type SheetRow } from './grid.ts'

export type ColumnRole = keyof ColumnNames

/** Header words of each role, the surest first; compared without case, white space, `_`, `*` and what stands in brackets. */
const headerWords: Readonly<Record<ColumnRole, readonly string[]>> = {
  text: words('正文 报告正文 文件正文 正文内容 全文 报告全文 全文内容 报告内容 文件内容 会议内容 文章内容 文本内容 报告文本 文本 内容 內容 fulltext text content body'),
  title: words('标题 報告標題 標題 报告标题 文件标题 文章标题 题名 題名 题目 会议名称 报告名称 文件名称 名称 title headline'),
  province: words('省份 省 省市 省区市 省市区 省自治区直辖市 省级行政区 所属省份 所在省份 省份名称 地区 所属地区 地区名称 province region'),
  date: words('日期 会议日期 召开日期 报告日期 会议时间 召开时间 成文日期 发文日期 印发日期 发布日期 發布日期 公布日期 发表日期 发布时间 发表时间 时间 時間 年份 年度 年 date publisheddate publicationdate publishdate published time year')
}

const roles: readonly ColumnRole[] = ['text', 'title', 'province', 'date']

/** The keys of `--columns`. */
const optionKeys: Readonly<Record<string, ColumnRole>> = {
  正文: 'text', 内容: 'text', text: 'text',
  标题: 'title', title: 'title',
  省份: 'province', 省: 'province', province: 'province',
  日期: 'date', date: 'date'
}

/** Below this row there is no header: what stands above it are titles and notes of the sheet. */
const lastHeaderRow = 30
/** A header is a word or two. */
const longestHeader = 24

export interface SheetGuess {
  /** The columns by the words of the header; null where not even a guess can be made. */
  readonly columns: ColumnNames | null
  /** Whether the header itself says so; else the column of the longest texts is meant. */
  readonly certain: boolean
  /** The cells of the header row, '' where it has none: `#1` is the first. */
  readonly headers: readonly string[]
  /** The next rows, cell by cell, cut for showing. */
  readonly sample: readonly (readonly string[])[]
}

/** Which column holds what, by the words of the header; for asking the person where `certain` is false. */
export function guessColumns(rows: readonly SheetRow[]): SheetGuess {
  const named = headerByWords(rows)
  const at = named?.at ?? firstWideRow(rows)
  const headers = at === -1 ? [] : cellsOf(rows[at]!)
  const below = rows.slice(at + 1, at + 6)
  const longest = named === null ? longestColumn(below) : null
  const name = (column: number | null): string | null => (column === null ? null : nameOf(column, headers))
  const columns = ((): ColumnNames | null => {
    if (named !== null) return { text: name(named.text)!, title: name(named.title), province: name(named.province), date: name(named.date) }
    return longest === null ? null : { text: name(longest)!, title: null, province: null, date: null }
  })()
  return { columns, certain: named !== null, headers, sample: below.map((row) => cellsOf(row).map((text) => Array.from(text).slice(0, 80).join(''))) }
}

/** Where the columns are in a sheet. */
export interface ColumnPlaces {
  /** Index of the header row among the rows; -1 where the sheet has none. */
  readonly header: number
  /** 0-based columns. */
  readonly text: number
  readonly title: number | null
  readonly province: number | null
  readonly date: number | null
}

export interface MissingColumn {
  readonly missing: string
  readonly headers: readonly string[]
}

/** The columns that a person named. */
export function locateColumns(rows: readonly SheetRow[], names: ColumnNames): ColumnPlaces | MissingColumn {
  const asked = roles.flatMap((role) => (names[role] === null ? [] : [names[role]]))
  const byWord = asked.filter((name) => columnNumber(name) === null)
  const header = byWord.length > 0 ? bestHeader(rows, byWord) : headerOfNumbers(rows, columnNumber(names.text)!)
  const headers = cellsOf(rows[header === -1 ? Math.max(0, firstWideRow(rows)) : header] ?? { number: 0, cells: [], isHidden: false })
  const width = rows.reduce((most, { cells }) => cells.reduce((last, { column }) => Math.max(last, column + 1), most), 0)
  const found = new Map<string, number>()
  for (const name of asked) {
    const column = columnNumber(name) ?? columnOfName(headers, name)
    if (column === null || column >= width) return { missing: name, headers }
    found.set(name, column)
  }
  const place = (name: string | null): number | null => (name === null ? null : found.get(name)!)
  return { header, text: found.get(names.text)!, title: place(names.title), province: place(names.province), date: place(names.date) }
}

/**
 * The option `--columns`.
 * @returns null where it names no text column, a role twice, or what is no role
 * @example parseColumns('正文=报告内容,省份=#3') // { text: '报告内容', title: null, province: '#3', date: null }
 */
export function parseColumns(option: string): ColumnNames | null {
  const named = new Map<ColumnRole, string>()
  for (const piece of option.split(/[,，;；、]/)) {
    const [, key = '', name = ''] = /^\s*([^=＝]+?)\s*[=＝]\s*(.*?)\s*$/.exec(piece) ?? []
    const role = Object.hasOwn(optionKeys, key.toLowerCase()) ? optionKeys[key.toLowerCase()] : undefined
    if (role === undefined || name === '' || named.has(role)) return null
    named.set(role, name)
  }
  const text = named.get('text')
  if (text === undefined) return null
  return { text, title: named.get('title') ?? null, province: named.get('province') ?? null, date: named.get('date') ?? null }
}

/** The option that names these columns. */
export const columnsOption = ({ text, title, province, date }: ColumnNames): string =>
  [['正文', text], ['标题', title], ['省份', province], ['日期', date]].flatMap(([key, name]) => (name === null ? [] : [`${key}=${name}`])).join(',')

/** Which role a header's word has, if it has one. */
export const roleOfHeader = (header: string): ColumnRole | null => roles.find((role) => headerWords[role].includes(bareHeader(header))) ?? null

/** The row of the first rows that has a text column and most roles; of equals the first. */
function headerByWords(rows: readonly SheetRow[]): (Omit<ColumnPlaces, 'header'> & { readonly at: number }) | null {
  let best: { readonly at: number; readonly found: Readonly<Record<ColumnRole, number | null>>; readonly count: number } | null = null
  for (let at = 0; at < Math.min(rows.length, lastHeaderRow); at++) {
    const headers = cellsOf(rows[at]!).map(bareHeader)
    const column = (role: ColumnRole): number | null => {
      const word = headerWords[role].find((one) => headers.includes(one))
      return word === undefined ? null : headers.indexOf(word)
    }
    const found = { text: column('text'), title: column('title'), province: column('province'), date: column('date') }
    const count = roles.filter((role) => found[role] !== null).length
    if (found.text !== null && count > (best?.count ?? 0)) best = { at, found, count }
  }
  return best === null ? null : { ...best.found, text: best.found.text!, at: best.at }
}

/** The row that has most of the names; of equals the first. -1 where none has one. */
function bestHeader(rows: readonly SheetRow[], names: readonly string[]): number {
  let [best, most] = [-1, 0]
  for (let at = 0; at < Math.min(rows.length, lastHeaderRow); at++) {
    const headers = cellsOf(rows[at]!)
    const count = names.filter((name) => columnOfName(headers, name) !== null).length
    if (count > most) [best, most] = [at, count]
  }
  return best
}

/** Columns named by number alone: the header is the row of known words, else a first row that is short above long texts. */
function headerOfNumbers(rows: readonly SheetRow[], text: number): number {
  const named = headerByWords(rows)
  if (named !== null) return named.at
  const first = rows[0] === undefined ? null : cellAt(rows[0], text)
  const second = rows[1] === undefined ? null : cellAt(rows[1], text)
  if (first === null || second === null) return -1
  return first.text.length <= longestHeader && second.text.length > 2 * longestHeader && !/[。！？；]/.test(first.text) ? 0 : -1
}

/** As it is written, else as it is read: full-width letters, case and spaces do not count. */
function columnOfName(headers: readonly string[], name: string): number | null {
  const exact = headers.findIndex((header) => header.trim() === name.trim())
  const column = exact !== -1 ? exact : headers.findIndex((header) => header !== '' && folded(header) === folded(name))
  return column === -1 ? null : column
}

/** `#3` is the third column, at 2. */
function columnNumber(name: string): number | null {
  const number = /^[#＃]([1-9]\d{0,4})$/.exec(name.trim())?.[1]
  return number === undefined ? null : Number(number) - 1
}

/** By its word; by its number where it has none, or another column has the same, or an option could not say it. */
function nameOf(column: number, headers: readonly string[]): string {
  const header = (headers[column] ?? '').trim()
  return header === '' || columnOfName(headers, header) !== column || /[,，;；、=＝#＃\n]/.test(header) ? `#${column + 1}` : header
}

function longestColumn(rows: readonly SheetRow[]): number | null {
  const lengths = new Map<number, number>()
  for (const { cells } of rows) for (const { column, text } of cells) lengths.set(column, (lengths.get(column) ?? 0) + text.length)
  const [best] = [...lengths].sort(([, a], [, b]) => b - a)
  return best !== undefined && best[1] >= 50 * rows.length ? best[0] : null
}

const firstWideRow = (rows: readonly SheetRow[]): number => {
  const wide = rows.slice(0, lastHeaderRow).findIndex(({ cells }) => cells.length > 1)
  return wide === -1 && rows.length > 0 ? 0 : wide
}

/** Up to 512 columns, cell by cell: no sheet of reports has more, and a hostile one has one in the last column. */
function cellsOf({ cells }: SheetRow): string[] {
  const width = Math.min(512, cells.reduce((most, { column }) => Math.max(most, column + 1), 0))
  const texts = Array.from({ length: width }, () => '')
  for (const { column, text } of cells) if (column < width && texts[column] === '') texts[column] = text
  return texts
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

const bareHeader = (header: string): string =>
  header.length > 60 ? '' : folded(header).replace(/[([【〔][^)\]】〕]*[)\]】〕]|[*_:・·、/-]/g, '')

function words(list: string): readonly string[] {
  return list.split(' ')
}
