import { numeralValue } from '../text/numerals.ts'
import type { Span } from '../text/span.ts'

/** By when: as written, and the year it comes to where that can be told. */
export interface Deadline extends Span {
  readonly text: string
  readonly year: number | null
}

const DEADLINE = new RegExp(
  [
    '(?:到|至|在)?(20\\d\\d|二[〇○零]\\d?[〇○零一二三四五六七八九]{1,2})年(?:底|末|年底|年末)?(?:前|之前|以前)?',
    '(?:到|至)?“?(十[一二三四五六七八九])五”?(?:规划)?(?:末|期末|期间|时期|时)?',
    '(?:到|至)?(?:今年(?:年底|年末|底|末|年内|内)?|本年(?:底|末|内)?|当年|年内|年底|年末|全年)(?:前|之前)?',
    '(?:到|至)?(?:今年)?(?:\\d{1,2}月(?:底|末|份)?前|(?:上|下)半年)',
    '(?:到|至)?(?:明年)(?:底|年底|末)?(?:前)?',
    '(?:未来|今后|接下来|用)([一二两三四五六七八九十])(?:到[一二三四五六七八九十])?年(?:内|时间|左右)?'
  ].join('|')
)

const MAY_HOLD = /年|五”|五末|五规|五期|五时|月.?前/

/**
 * The deadline that a clause names, or null. `“十四五”末` is 2025, `“十五五”末` 2030 (a five-year
 * plan period ends in the year before the next begins); `今年`, `年底前` and `未来两年` need the
 * report's year and are null without it.
 *
 * @param reportYear calendar year of the report, or null
 */
export function deadlineOf(text: string, clause: Span, reportYear: number | null): Deadline | null {
  const words = text.slice(clause.start, clause.end)
  if (!MAY_HOLD.test(words)) return null
  const match = DEADLINE.exec(words)
  if (match === null) return null
  const start = clause.start + match.index
  return { start, end: start + match[0].length, text: match[0], year: yearOf(match, reportYear) }
}

function yearOf(match: RegExpExecArray, reportYear: number | null): number | null {
  const [whole, year, period, span] = match
  if (year !== undefined) return /^\d/.test(year) ? Number(year) : numeralValue(year.replaceAll('○', '〇'))
  if (period !== undefined) return periodEnd(period)
  if (reportYear === null) return null
  if (span !== undefined) return reportYear + (numeralValue(span) ?? 0)
  return whole.includes('明年') ? reportYear + 1 : reportYear
}

/** The tenth five-year plan ended in 2005; each later one five years on. */
function periodEnd(period: string): number | null {
  const ordinal = numeralValue(period)
  return ordinal === null ? null : 2005 + (ordinal - 10) * 5
}

/** Whether a clause is nothing but its deadline: `到2025年，`, `未来两年，`. */
export function isOnlyDeadline(text: string, clause: Span, deadline: Deadline): boolean {
  const rest = text.slice(clause.start, deadline.start) + text.slice(deadline.end, clause.end)
  return /^(?:力争|确保|争取|“|”)*$/.test(rest)
}
