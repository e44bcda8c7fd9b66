import { divideSource } from '#core/source/divide.ts'
import type { Division } from '#core/source/article.ts'
import type { Source, SourceRecord } from '#core/source/source.ts'
import { SourceText, type LineFacts } from '#core/source/source-text.ts'
import { context } from '../../golden/seed/seed.ts'

/** Sources as readers of formats make them: lines with roles, ends of paragraphs, pages. 虚构样例 wherever they are used. */

/** A line and what the format says of it; words alone are a line of which it says nothing. */
export type DescribedLine = string | readonly [text: string, facts: LineFacts]

export function described(...lines: readonly DescribedLine[]): Source {
  const text = new SourceText()
  for (const line of lines) {
    if (typeof line === 'string') text.line(line)
    else text.line(...line)
  }
  return text.source({ fileName: '' })
}

export const divideLines = (...lines: readonly DescribedLine[]): Division => divided(described(...lines))

export const divided = (source: Source): Division => divideSource(source, context.gazetteer)

/** A whole paragraph; `role` may follow. */
export const para = (text: string, role?: LineFacts['role']): DescribedLine => [text, role === undefined ? { endsParagraph: true } : { endsParagraph: true, role }]

/** A printed line whose paragraph goes on in the next. */
export const open = (text: string, facts: LineFacts = {}): DescribedLine => [text, { endsParagraph: false, ...facts }]

/** The cells of a sheet, and its rows as records: each row `[title, province, date, text]`, '' for a cell that it lacks. */
export function sheet(header: readonly string[], rows: readonly (readonly [title: string, province: string, date: string, text: string])[]): Source {
  const text = new SourceText()
  const records: SourceRecord[] = []
  for (const cell of header) text.line(cell, { role: 'cell', endsParagraph: true })
  for (const [title, province, date, report] of rows) {
    const first = text.lineCount
    const [titled, placed, day] = [title, province, date].map((cell, n) => (cell === '' ? null : text.line(cell, { role: n === 0 ? 'title' : 'field', endsParagraph: true })))
    for (const line of report.split('\n')) text.line(line)
    records.push({ first, after: text.lineCount, title: titled ?? null, province: placed ?? null, date: day ?? null })
  }
  return text.source({ fileName: '各省会议.xlsx', records })
}
