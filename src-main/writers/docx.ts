import {
  AlignmentType, BorderStyle, Document, LineRuleType, Packer, PageOrientation, Paragraph, SectionType, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlignTable, WidthType,
  type IBorderOptions, type IParagraphOptions, type IRunOptions, type ISectionOptions
} from 'docx'
import { columnWidth, fitOnPages, headSpans, type PageFit } from '#core/paper/page-fit.ts'
import type { MethodsParagraph, PrintedPaper, PrintedTable } from '#core/paper/paper.ts'
import { paperWords, type PaperWords } from '#core/paper/words.ts'
import { cellText, isPassing, isQuoted, type TableCell as Content, type TableColumn, type TableRow as Row } from '#core/table/table.ts'
import type { Language } from '#core/table/words.ts'
import { xmlText } from './xml-text.ts'

/**
 * A paper's tables as a Word document: three-line tables (三线表) in Song and Times New Roman, number and title above,
 * notes below, heads repeated on every page; wide tables on their side and, where needed, in parts; the paragraph on
 * methods in both languages at the end.
 */
export async function paperDocx({ title, tables, methods }: PrintedPaper, language: Language): Promise<Uint8Array> {
  const words = paperWords[language]
  const sections = tables.map((table, index): ISectionOptions => {
    const fit = fitOnPages(table.columns)
    return section(fit.orientation, tableParts(table, { number: index + 1, words, fit }))
  })
  const closing = methods === null ? [] : [section('portrait', methodsPage(methods, words))]
  const file = new Document({
    title: xmlText(title),
    creator: '对照 Duizhao',
    description: '',
    styles: { default: { document: { run: { font: FONT, size: SIZE.table } } } },
    sections: [...sections, ...closing]
  })
  return Packer.toBuffer(file)
}

const methodsPage = ({ zh, en }: MethodsParagraph, words: PaperWords): Paragraph[] => [
  paragraph(words.methods, { alignment: AlignmentType.CENTER, spacing: { after: 120 } }, { bold: true, size: SIZE.body }),
  ...[zh, en].map((text) => paragraph(text, { alignment: AlignmentType.BOTH, indent: { firstLine: 420 }, spacing: { after: 120, line: 312, lineRule: LineRuleType.AUTO } }, { size: SIZE.body }))
]

/** Latin letters and digits in Times New Roman, everything else in Song, as journals ask. */
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' } as const

/** In half points: 五号 10.5, 小五 9, 六号 7.5. */
const SIZE = { body: 21, table: 18, source: 15 } as const

/** A4 in twentieths of a point, and what its margins leave. */
const PAGE = { width: 11906, height: 16838, margin: 1417 } as const

/** In eighths of a point: 1.5 pt above and below, 0.75 pt under the head, 0.5 pt within. */
const RULE = { outer: rule(12), head: rule(6), inner: rule(4), none: { style: BorderStyle.NONE, size: 0, color: 'auto' } } as const

function rule(size: number): IBorderOptions {
  return { style: BorderStyle.SINGLE, size, color: '000000' }
}

function section(orientation: PageFit['orientation'], children: ISectionOptions['children']): ISectionOptions {
  const { width, height, margin } = PAGE
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // the library turns the page by itself
        size: { width, height, orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: margin, bottom: margin, left: margin, right: margin }
      }
    },
    children
  }
}

interface Setting {
  readonly number: number
  readonly words: PaperWords
  readonly fit: PageFit
}

function tableParts(table: PrintedTable, { number, words, fit }: Setting): (Paragraph | Table)[] {
  const title = words.numbered(number, table.title)
  const parts = fit.parts.flatMap((part, index) => [
    paragraph(
      index === 0 ? title : title + words.continued,
      { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: index === 0 ? 0 : 240, after: 80 } },
      { bold: true, size: SIZE.table }
    ),
    threeLineTable(table, part, fit.orientation)
  ])
  return [...parts, paragraph(words.note + table.notes.join(words === paperWords.zh ? '' : ' '), { spacing: { before: 60 } }, { size: SIZE.source })]
}

function threeLineTable(table: PrintedTable, part: readonly number[], orientation: PageFit['orientation']): Table {
  const widths = twipsOf(table, part, orientation)
  const last = table.rows.length - 1
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    margins: { marginUnitType: WidthType.DXA, top: 30, bottom: 30, left: 60, right: 60 },
    borders: { top: RULE.outer, bottom: RULE.outer, left: RULE.none, right: RULE.none, insideHorizontal: RULE.none, insideVertical: RULE.none },
    rows: [...headRows(table, part), ...table.rows.map((row, index) => bodyRow(row, { table, part, isLast: index === last }))]
  })
}

/** The columns of a part fill the line in proportion to what they need. */
function twipsOf({ columns }: PrintedTable, part: readonly number[], orientation: PageFit['orientation']): number[] {
  const line = (orientation === 'landscape' ? PAGE.height : PAGE.width) - 2 * PAGE.margin
  const needed = part.map((index) => columnWidth(columns[index]!))
  const sum = needed.reduce((total, width) => total + width, 0)
  return needed.map((width) => Math.floor((width / sum) * line))
}

function headRows({ columns }: PrintedTable, part: readonly number[]): TableRow[] {
  const spans = headSpans(columns, part)
  const isGrouped = spans.some(({ group }) => group !== null)
  const head = (index: number, rowSpan?: number): TableCell => headCell(columns[index]!.header, { bottom: RULE.head, ...(rowSpan === undefined ? {} : { rowSpan }) })
  if (!isGrouped) return [new TableRow({ tableHeader: true, cantSplit: true, children: part.map((index) => head(index)) })]
  const above = spans.map(({ group, columns: own }) => (group === null ? head(own[0]!, 2) : headCell(group, { bottom: RULE.inner, columnSpan: own.length })))
  const below = spans.filter(({ group }) => group !== null).flatMap(({ columns: own }) => own.map((index) => head(index)))
  return [above, below].map((children) => new TableRow({ tableHeader: true, cantSplit: true, children }))
}

function headCell(text: string, { bottom, rowSpan, columnSpan }: { readonly bottom: IBorderOptions; readonly rowSpan?: number; readonly columnSpan?: number }): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { bottom },
    ...(rowSpan === undefined ? {} : { rowSpan }),
    ...(columnSpan === undefined ? {} : { columnSpan }),
    children: text.split('\n').map((line) => paragraph(line, { alignment: AlignmentType.CENTER, keepNext: true }, {}))
  })
}

interface RowSetting {
  readonly table: PrintedTable
  readonly part: readonly number[]
  readonly isLast: boolean
}

function bodyRow(row: Row, { table, part, isLast }: RowSetting): TableRow {
  return new TableRow({
    // a row of long quotations may be longer than a page
    cantSplit: row.cells.every((cell) => !isQuoted(cell)),
    children: part.map((index) => {
      const column = table.columns[index]!
      return new TableCell({
        verticalAlign: VerticalAlignTable.TOP,
        borders: { ...(row.isTotal ? { top: RULE.inner } : {}), ...(isLast ? { bottom: RULE.outer } : {}) },
        children: contentOf(row.cells[index]!, row.kind === undefined ? column : { ...column, kind: row.kind })
      })
    })
  })
}

function contentOf(cell: Content, { kind }: TableColumn): Paragraph[] {
  if (isQuoted(cell) && cell.quotations.length > 0) {
    return [
      ...(isPassing(cell) ? [paragraph(`【${cell.absent}】`, {}, {})] : []),
      ...cell.quotations.map(
        ({ text, source }) => new Paragraph({ alignment: AlignmentType.BOTH, spacing: { after: 40 }, children: [...runs(text, {}), ...runs(`〔${source}〕`, { size: SIZE.source, color: '595959' })] })
      )
    ]
  }
  const isNumber = typeof cell === 'number' || cell === null
  return cellText(cell, kind).split('\n').map((line) => paragraph(line, { alignment: isNumber ? AlignmentType.CENTER : AlignmentType.LEFT }, {}))
}

const paragraph = (text: string, options: Omit<IParagraphOptions, 'children'>, run: IRunOptions): Paragraph => new Paragraph({ ...options, children: runs(text, run) })

/** Line feeds of a text become line breaks; what XML cannot hold becomes U+FFFD. */
const runs = (text: string, run: IRunOptions): TextRun[] => xmlText(text).split('\n').map((line, index) => new TextRun({ ...run, text: line, ...(index === 0 ? {} : { break: 1 }) }))
