import type { Comparison } from '#core/compare/comparison.ts'
import { csvText } from '#core/table/csv.ts'
import { paperOf } from '#core/paper/paper-tables.ts'
import type { PaperGround, PaperOptions, PaperTable, PrintedTable } from '#core/paper/paper.ts'
import { comparisonTables } from '#core/table/from-comparison.ts'
import type { TableOptions } from '#core/table/ground.ts'
import { htmlOfTable, htmlText } from '#core/table/html.ts'
import { compareJson } from '#core/table/json.ts'
import { markdownOfTable, markdownText } from '#core/table/markdown.ts'
import type { Table } from '#core/table/table.ts'
import packageJson from '../../package.json' with { type: 'json' }

/** As the notes of a table name it. */
export const program = `对照 duizhao ${packageJson.version}`

export type ExportFormat = 'xlsx' | 'csv' | 'md' | 'html' | 'json'

/** A comparison as the bytes of one file. A format is added here and in `src-core/contract/calls.ts`. */
export async function comparisonBytes(
  comparison: Comparison,
  format: ExportFormat,
  options: Omit<TableOptions, 'program'>
): Promise<Uint8Array> {
  const tables = () => comparisonTables(comparison, { ...options, program })
  switch (format) {
    case 'xlsx': {
      // the workbook library is loaded when a workbook is asked for
      const { comparisonXlsx } = await import('../writers/xlsx.ts')
      return comparisonXlsx(tables(), options.madeOn)
    }
    case 'csv':
      return Buffer.from(csvText(tables().quotations))
    case 'md':
      return Buffer.from(markdownText(tables()))
    case 'html':
      return Buffer.from(htmlText(tables()))
    case 'json':
      return Buffer.from(JSON.stringify(compareJson(comparison), null, 2) + '\n')
  }
}

export type PaperFormat = 'docx' | 'xlsx'

/** The tables of a paper as the bytes of one file. */
export async function paperBytes(ground: PaperGround, format: PaperFormat, options: Omit<PaperOptions, 'program'>): Promise<Uint8Array> {
  const paper = paperOf(ground, { ...options, program })
  // the libraries are loaded when they are needed
  if (format === 'docx') return (await import('../writers/docx.ts')).paperDocx(paper, options.language)
  return (await import('../writers/paper-xlsx.ts')).paperXlsx(paper, options)
}

/** One table, as a three-line table in Word. */
export async function tableDocx(table: PrintedTable, language: TableOptions['language']): Promise<Uint8Array> {
  const { paperDocx } = await import('../writers/docx.ts')
  return paperDocx({ title: table.title, tables: [table], methods: null }, language)
}

/** The summary matrix, which is also read as a page. */
export async function summaryBytes(table: Table, format: 'xlsx' | 'csv' | 'md' | 'html', about: Omit<TableOptions, 'program'>): Promise<Uint8Array> {
  if (format === 'md') return Buffer.from(markdownOfTable(table))
  if (format === 'html') return Buffer.from(htmlOfTable(table, about.language))
  return tableBytes(table, format, about)
}

/** One table as the bytes of one file. */
export async function tableBytes(table: Table, format: 'csv' | 'xlsx', about: { readonly language: TableOptions['language']; readonly madeOn: string }): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(csvText(table))
  // the workbook library is loaded when a workbook is asked for
  const { tableXlsx } = await import('../writers/xlsx.ts')
  return tableXlsx(table, about)
}

/** One table that is read as a page, counted with, or printed under its own name. */
export const namedTableBytes = (table: Table, format: 'xlsx' | 'csv' | 'html' | 'docx', about: Omit<TableOptions, 'program'>): Promise<Uint8Array> =>
  format === 'docx' ? tableDocx({ ...table, title: table.name }, about.language) : summaryBytes(table, format, about)

/** A table of statistics: as a paper prints it, or as rows for another program. */
export async function statisticsBytes(
  { paper, flat }: { readonly paper: PaperTable; readonly flat: Table },
  format: PaperFormat | 'csv',
  about: { readonly language: TableOptions['language']; readonly madeOn: string }
): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(csvText(flat))
  if (format === 'docx') return tableDocx(paper, about.language)
  return (await import('../writers/paper-xlsx.ts')).paperXlsx({ title: paper.title, tables: [paper], methods: null }, about)
}
