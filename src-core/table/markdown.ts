import { tablesForReading, type ComparisonTables } from './from-comparison.ts'
import { cellText, type Table, type TableColumn } from './table.ts'

/**
 * The comparison as one Markdown document (tables of GitHub Flavored Markdown). The lists that
 * repeat the quotations row by row are left out.
 */
export const markdownText = (tables: ComparisonTables): string =>
  [`# ${tables.title}`, ...tablesForReading(tables).map(section)].join('\n\n') + '\n'

/** One table as a document of its own. */
export const markdownOfTable = (table: Table): string => `${section(table)}\n`

function section(table: Table): string {
  const head = table.columns.map(({ header }) => escaped(header))
  const rows = table.rows.map(({ cells }) => cells.map((cell, index) => escaped(cellText(cell, table.columns[index]!.kind))))
  const lines = [head, table.columns.map(alignment), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  const notes = table.notes.map((note) => `- ${escaped(note)}`)
  return [`## ${escaped(table.name)}`, lines.join('\n'), ...(notes.length > 0 ? [notes.join('\n')] : [])].join('\n\n')
}

const alignment = ({ kind }: TableColumn): string =>
  kind === 'count' || kind === 'decimal' || kind === 'ratio' || kind === 'percent' ? '--:' : '---'

/** Characters that Markdown or HTML could read as markup are escaped, line breaks become `<br>`. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]|~#$!]/g, '\\$&')
    // A bare address would become a link.
    .replace(/:\/\/|(?<=www)\./gi, (mark) => (mark === '.' ? '&#46;' : '&#58;//'))
    .replace(/\r\n|[\n\r\u2028\u2029]/g, '<br>')
