import { tablesForReading, type ComparisonTables } from './from-comparison.ts'
import { pageStyle } from './html-style.ts'
import { isPassing, isQuoted, numberText, type Mark, type Quotation, type Table, type TableCell, type TableColumn, type TableRow } from './table.ts'
import type { Language } from './words.ts'

/**
 * The comparison as one page that needs nothing else: no script, no remote reference (its policy
 * forbids any), light, set in Song for the reports' words, and made to be printed on landscape paper.
 * Every word of a report goes through `escaped`.
 */
export function htmlText(tables: ComparisonTables): string {
  const shown = tablesForReading(tables)
  return page(
    { title: tables.title, language: tables.language, shown },
    `<h1>${escaped(tables.title)}</h1>
<nav>${shown.map(({ id, name }) => `<a href="#${id}">${escaped(name)}</a>`).join(' ')}</nav>
<p class="legend">${legend(tables)}</p>
${shown.map((table) => section(table, shown)).join('\n')}`
  )
}

/** One table as such a page. */
export const htmlOfTable = (table: Table, language: Language): string => page({ title: table.name, language, shown: [table] }, section(table, [table]))

interface PageAbout {
  readonly title: string
  readonly language: Language
  readonly shown: readonly Table[]
}

function page({ title, language, shown }: PageAbout, body: string): string {
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${pageStyle}${themeRules(shown)}</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** What the marks in the quotations mean, each drawn as itself. */
const legend = ({ sharedPhrases, targets, programmes }: ComparisonTables): string =>
  (
    [
      ['shared', sharedPhrases],
      ['target', targets],
      ['programme', programmes]
    ] as const
  )
    .map(([kind, { name }]) => `<span class="${kind}">${escaped(name)}</span>`)
    .join(' ')

function section(table: Table, all: readonly Table[]): string {
  const colors = colorsOf(all)
  const notes = table.notes.length === 0 ? '' : `<ul class="notes">${table.notes.map((note) => `<li>${escaped(note)}</li>`).join('')}</ul>`
  return `<section id="${table.id}">
<h2>${escaped(table.name)}</h2>
<div class="scroll"><table class="${table.id}">
<thead><tr>${table.columns.map(headerCell).join('')}</tr></thead>
<tbody>
${table.rows.map((row) => bodyRow(row, table.columns, colors)).join('\n')}
</tbody>
</table></div>
${notes}</section>`
}

function headerCell({ header, kind }: TableColumn): string {
  const [first = '', ...rest] = header.split('\n')
  return `<th scope="col" class="${kind}">${escaped(first)}${rest.map((line) => `<small>${escaped(line)}</small>`).join('')}</th>`
}

function bodyRow({ cells, color, isTotal }: TableRow, columns: readonly TableColumn[], colors: readonly string[]): string {
  const theme = color === null ? -1 : colors.indexOf(color)
  const classes = [isTotal ? 'total' : '', theme < 0 ? '' : `t${theme}`].filter((name) => name !== '').join(' ')
  return `<tr${classes === '' ? '' : ` class="${classes}"`}>${cells.map((cell, index) => bodyCell(cell, columns[index]!)).join('')}</tr>`
}

function bodyCell(cell: TableCell, { kind }: TableColumn): string {
  if (kind === 'label') return `<th scope="row">${text(cell)}</th>`
  if (cell === null) return `<td class="${kind}">–</td>`
  if (typeof cell === 'number') return `<td class="${kind}">${numberText(cell, kind)}</td>`
  if (!isQuoted(cell)) return `<td class="${kind}">${escaped(cell)}</td>`
  if (cell.quotations.length === 0) return `<td class="absent ${cell.verdict === null ? 'unread' : 'judged'}"><span>${escaped(cell.absent)}</span></td>`
  return `<td class="quotations">${isPassing(cell) ? `<p class="absent judged"><span>${escaped(cell.absent)}</span></p>` : ''}${cell.quotations.map(quotation).join('')}</td>`
}

const text = (cell: TableCell): string => escaped(cell === null || isQuoted(cell) ? '' : String(cell))

const quotation = ({ text: words, source, marks }: Quotation): string =>
  `<figure><blockquote>${marked(words, marks)}</blockquote><figcaption>${escaped(source)}</figcaption></figure>`

/** Marks may overlap: the text is cut at every end of a mark, and each part carries all the marks over it. */
function marked(words: string, marks: readonly Mark[]): string {
  const cuts = [...new Set([0, words.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts
    .slice(1)
    .map((end, index) => {
      const start = cuts[index]!
      const part = escaped(words.slice(start, end))
      const kinds = new Set(marks.filter((mark) => mark.start <= start && end <= mark.end).map(({ kind }) => kind))
      return kinds.size === 0 ? part : `<span class="${[...kinds].join(' ')}">${part}</span>`
    })
    .join('')
}

/** Colours go into the page as classes: a style attribute could carry what a codebook's author likes. */
const themeRules = (tables: readonly Table[]): string =>
  colorsOf(tables)
    .map((color, index) => `.t${index}{--theme:${color}}`)
    .join('')

function colorsOf(tables: readonly Table[]): string[] {
  const colors = tables.flatMap(({ rows }) => rows.flatMap(({ color }) => (color === null ? [] : [color])))
  return [...new Set(colors)].filter((color) => /^#[0-9a-f]{6}$/i.test(color))
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (words: string): string => words.replace(/[&<>"']/g, (mark) => ENTITIES[mark]!)
