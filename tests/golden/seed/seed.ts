import { readFileSync } from 'node:fs'
import { sourceFromText } from '#core/source/source.ts'
import { readReports, type ReadingContext } from '#core/report/read-reports.ts'
import type { Report } from '#core/report/report.ts'
import { referenceContext } from '../../../src-main/host/reference.ts'
import facts from './facts.json' with { type: 'json' }

/** The one real report of the repository, its facts (written by hand), and other layouts of the same text. */

export const seedBytes = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url))
export const seedText = seedBytes.toString('utf8')
export { facts }
export const context: ReadingContext = referenceContext()

export const read = (text: string, fileName = 'seed.txt'): readonly Report[] => readReports(sourceFromText(text, fileName), context).reports

export const provinceOf = (report: Report): string | undefined => report.jurisdiction?.province?.code

/** What must not depend on layout: everything but positions in the source and paragraph breaks. */
export function essence(report: Report) {
  const at = (s: { start: number; end: number }) => report.text.slice(s.start, s.end).replaceAll('\n', '')
  return {
    title: report.title?.text ?? null,
    province: provinceOf(report),
    date: report.date,
    meeting: report.meeting,
    officials: report.officials.map(({ name, title }) => ({ name, title })),
    text: report.text.replaceAll('\n', ''),
    statements: report.statements.map((s) => [at(s), s.kind, s.themes.map((theme) => theme.id).sort()]),
    targets: report.targets.map((t) => [at(t), t.value, t.unit, t.operator, t.deadlineYear, t.theme]),
    programmes: report.programmes.map((p) => p.name).sort()
  }
}

const wrap = (line: string, width: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil(line.length / width)) }, (_, i) => line.slice(i * width, (i + 1) * width))

/** The page itself re-wrapped: blocks between blank lines stay, their lines are joined and cut anew. */
export function rewrapped(text: string, width: number, keepSpaces: boolean): string {
  return text
    .split(/\n\s*\n/)
    .map((block) => {
      const joined = block.split('\n').map((line) => line.trim()).join('')
      return wrap(keepSpaces ? joined : joined.replaceAll(' ', ''), width).join('\n')
    })
    .join('\n\n')
}

export interface Layout {
  /** Characters a line; Infinity for one line a paragraph. */
  readonly width: number
  readonly titleFirst: boolean
  readonly blankBetween: boolean
  readonly indent: string
  readonly end: string
}

/** A report printed plainly: headline, paragraphs, attribution. */
export function printed(report: Report, layout: Layout): string {
  const lines = (text: string, indent: string) =>
    Number.isFinite(layout.width) ? wrap(indent + text, layout.width) : [indent + text]
  const title = report.title === null ? [] : [lines(report.title.text, '')]
  const body = report.paragraphs.map((p) => lines(report.text.slice(p.start, p.end), layout.indent))
  const attribution = report.attribution === null ? [] : [[`（据${report.attribution}）`]]
  const blocks = layout.titleFirst ? [...title, ...body, ...attribution] : [...body, ...attribution, ...title]
  return blocks.map((block) => block.join(layout.end)).join(layout.blankBetween ? layout.end + layout.end : layout.end) + layout.end
}
