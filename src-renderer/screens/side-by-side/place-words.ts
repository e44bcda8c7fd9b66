import { countReport, placeOf, type CountedReport } from '#core/compare/passages.ts'
import type { ReportView } from '#core/contract/calls.ts'
import type { Span } from '#core/text/span.ts'
import { clipped } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'

/** A report prepared for telling where its blocks stand. */
export const placed = ({ id, report, source }: ReportView): CountedReport =>
  countReport({ id, report, sourceFile: source.fileName, sha256: source.sha256, lines: source.lines })

/** `三是 · 187–219 行`: the label of the section, and the lines or pages of the original. */
export function placeWords(from: CountedReport, block: Span, words: Words): string {
  const { outline, statements } = from.report
  const first = statements.find(({ start }) => start >= block.start) ?? block
  const anchor = Math.min(first.end, block.end) - 1
  const inner = outline.filter(({ start, end }) => start <= anchor && anchor < end).sort((a, b) => b.level - a.level)[0]
  const { source, paragraph } = placeOf(from, block, anchor)
  const label = inner === undefined ? '' : inner.label === '' ? clipped(inner.heading, 6) : inner.label
  const where = source.page !== null ? words.page(source.page) : source.unit === 'line' ? words.lines(source.line, source.lastLine) : `¶${paragraph}`
  return label === '' ? where : `${label} · ${where}`
}
