import type { Report } from '#core/report/report.ts'
import type { Mark } from '../../text-view/marks.ts'
import { contains, overlaps, type Span } from '#core/text/span.ts'
import type { Queued } from './review-queue.ts'

/** A stretch of the text with what the doubt is about, and the characters it rests on. */
export interface Sight {
  readonly around: Span
  readonly marks: readonly Mark[]
  readonly isCutBefore: boolean
  readonly isCutAfter: boolean
}

/** So much of the paragraphs stays in sight on either side. */
const reach = 140

/** What was read between its neighbours, or the opening of the report where its head was read. */
export function sightOf(report: Report, item: Queued): Sight {
  const subject = item.span ?? null
  const evidence = item.evidence.length > 0 ? item.evidence : wordsOf(report, item)
  const place = subject ?? evidence[0] ?? { start: 0, end: 0 }
  const { paragraphs } = report
  const at = Math.max(0, paragraphs.findIndex((one) => overlaps(one, place)))
  const whole = { start: paragraphs[Math.max(0, at - 1)]?.start ?? 0, end: paragraphs[Math.min(paragraphs.length - 1, at + 1)]?.end ?? report.text.length }
  const around = {
    start: cutAt(report.text, Math.max(whole.start, place.start - reach), whole.start),
    end: Math.min(Math.max(whole.end, place.end), place.end + reach)
  }
  return {
    around,
    marks: [...(subject === null ? [] : [{ ...subject, kind: 'subject' as const }]), ...evidence.filter((span) => overlaps(span, around)).map((span): Mark => ({ ...span, kind: 'doubt' }))],
    isCutBefore: around.start > whole.start,
    isCutAfter: around.end < whole.end
  }
}

/** A cut falls behind a mark where one is near. */
function cutAt(text: string, at: number, least: number): number {
  if (at === least) return at
  const mark = text.slice(at, at + 40).search(/[，。；！？]/)
  return mark < 0 ? at : at + mark + 1
}

/** Where the words of the head stand in the text: what was inferred stands nowhere. */
function wordsOf({ text, date, jurisdiction }: Report, { part, read }: Queued): Span[] {
  if (read === null) return []
  const words = part === 'date' ? (date?.asWritten ?? '') : part === 'jurisdiction' ? (jurisdiction?.name ?? '').replace(/[省市区县]$/, '') : read
  const start = words === '' ? -1 : text.indexOf(words)
  return start < 0 || start > HEAD ? [] : [{ start, end: start + words.length }]
}

/** What stands later in the text is no word of the head. */
const HEAD = 600

/** Evidence that stands outside the paragraph in sight: the heading that a theme was taken from. */
export const elsewhere = ({ evidence }: Queued, { around }: Sight): Span | null => evidence.find((span) => !contains(around, span) && !overlaps(around, span)) ?? null
