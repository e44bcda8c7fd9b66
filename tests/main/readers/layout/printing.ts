import { SourceText } from '#core/source/source-text.ts'
import type { Source } from '#core/source/source.ts'
import { addPages } from '../../../../src-main/readers/layout/page-lines.ts'
import type { PrintedPage, PrintedRule, PrintedRun } from '../../../../src-main/readers/layout/printed-page.ts'

/** Sets invented text (虚构样例) on pages, as a printer does: for tests of the order of reading. */

const POOL = '云溪县虚构样例松坪镇设服务点十二处走访乡亲登记需求安排车辆送餐到户清点物资修缮屋顶整理院落开办课堂教习算术栽种果树疏浚沟渠铺设石板添置书桌聘请匠人'

/** Paragraphs of invented sentences, no two alike: each sentence carries its number. */
export function invented(paragraphs: number, from = 0): string[] {
  return Array.from({ length: paragraphs }, (_, n) => {
    const sentences = Array.from({ length: 3 + ((from + n) % 3) }, (_s, at) => {
      const begin = ((from + n) * 17 + at * 29) % POOL.length
      return `${numeral((from + n) * 10 + at)}号点${(POOL + POOL + POOL).slice(begin, begin + 22 + ((n * 7 + at * 5) % 19))}。`
    })
    return sentences.join('')
  })
}

const numeral = (n: number): string => [...String(n)].map((digit) => '零甲乙丙丁戊己庚辛壬'[Number(digit)]).join('')

export interface Setting {
  readonly x: number
  readonly y: number
  /** Characters a line. */
  readonly measure: number
  readonly size?: number
  /** From line to line, in sizes. */
  readonly pitch?: number
  /** Characters at the begin of a paragraph. */
  readonly indent?: number
  readonly by?: 'character' | 'word' | 'line'
}

export interface Line {
  readonly text: string
  readonly indent: number
}

/** Paragraphs cut into lines of a measure; a closing mark never begins a line. */
export function linesOf(paragraphs: readonly string[], measure: number, indent = 2): Line[] {
  return paragraphs.flatMap((paragraph) => {
    const lines: Line[] = []
    for (let at = 0; at < paragraph.length; ) {
      const own = lines.length === 0 ? indent : 0
      let end = Math.min(paragraph.length, at + measure - own)
      if ('，。'.includes(paragraph[end] ?? ' ')) end--
      lines.push({ text: paragraph.slice(at, end), indent: own })
      at = end
    }
    return lines
  })
}

/** Runs of lines under each other, by character, by pairs of characters or by line. */
export function setLines(lines: readonly Line[], setting: Setting): PrintedRun[] {
  const { x, y, size = 10, pitch = 1.5 } = setting
  return lines.flatMap(({ text, indent }, n) => setLine(text, { ...setting, x: x + indent * size, y: y + n * size * pitch }))
}

export function setLine(text: string, { x, y, size = 10, by = 'line' }: Omit<Setting, 'measure'>): PrintedRun[] {
  const step = by === 'character' ? 1 : by === 'word' ? 2 : text.length
  const runs: PrintedRun[] = []
  for (let at = 0; at < text.length; at += step) {
    const part = text.slice(at, at + step)
    runs.push({ text: part, size, box: { x: x + at * size, y, width: part.length * size, height: size } })
  }
  return runs
}

/** Characters under each other. */
export function setDown(text: string, { x, y, size = 10 }: Omit<Setting, 'measure'>): PrintedRun[] {
  return [...text].map((character, n) => ({ text: character, size, box: { x, y: y + n * size, width: size, height: size } }))
}

export interface Columns extends Setting {
  readonly columns: number
  /** In sizes. */
  readonly gutter?: number
}

/** Paragraphs in columns of equal height (the last may be shorter). */
export function setColumns(paragraphs: readonly string[], setting: Columns): { runs: PrintedRun[]; bottom: number; right: number } {
  const { columns, measure, gutter = 2, size = 10, pitch = 1.5, x, y, indent } = setting
  const lines = linesOf(paragraphs, measure, indent)
  const height = Math.ceil(lines.length / columns)
  const runs = Array.from({ length: columns }, (_, n) => setLines(lines.slice(n * height, (n + 1) * height), { ...setting, x: x + n * (measure + gutter) * size, y }))
  return { runs: runs.flat(), bottom: y + height * size * pitch, right: x + (columns * (measure + gutter) - gutter) * size }
}

export const page = (runs: readonly PrintedRun[], rules: readonly PrintedRule[] = []): PrintedPage => ({ width: 800, height: 1100, runs, rules })

export function read(...pages: readonly PrintedPage[]): Source {
  const into = new SourceText()
  addPages(into, pages)
  return into.source({ fileName: '虚构样例.pdf', pages: pages.map(({ width, height }) => ({ width, height })) })
}

export const flat = (text: string): string => text.replace(/\s+/g, '')

/** The lines that hold anything, with what is known of them. */
export function linesRead(source: Source) {
  return source.lines.filter((line) => line.end > line.start).map((line) => ({ ...line, text: source.text.slice(line.start, line.end) }))
}

/** Characters that are not white space, sorted: what must not change. */
export const characters = (texts: readonly string[]): string => [...flat(texts.join(''))].sort().join('')

/** The same runs in an order that has nothing to do with reading. */
export function shuffled<T>(values: readonly T[], seed = 7): T[] {
  const result = [...values]
  let state = seed
  for (let n = result.length - 1; n > 0; n--) {
    state = (state * 1103515245 + 12345) % 2147483648
    const other = state % (n + 1)
    ;[result[n], result[other]] = [result[other]!, result[n]!]
  }
  return result
}
