import { numeralValue } from '../text/numerals.ts'
import type { ReportDate } from './report.ts'
import { dateInName, type NamedDate } from './file-names.ts'
import { periodYear, textYear } from './year.ts'

/** Where a report's date and its year may stand. */
export interface DateEvidence {
  readonly title: string
  readonly text: string
  /** Publication lines, newest knowledge first: `发布时间：2023-02-10`. */
  readonly publication: readonly string[]
  /** Lines around the text that may carry the date of delivery (`——2026年1月25日在…会议上`). */
  readonly around: readonly string[]
  readonly fileName: string
  /** A work report without a date is still of a year: that of its headline or its file. */
  readonly isWorkReport: boolean
}

export interface WrittenDate {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  readonly asWritten: string
  readonly start: number
  readonly end: number
}

/**
 * The day of the event the report is about: the meeting, the delivery, the signature. Not the date
 * of another meeting, of a document, a deadline or a speech. The year may have to be inferred;
 * `yearBasis` says from what, and without a ground `iso` is null.
 */
export function readDate(evidence: DateEvidence): ReportDate | null {
  const written = deliveryDate(evidence) ?? bracketedDate(evidence) ?? leadDate(evidence.text) ?? signatureDate(evidence.text)
  const published = publicationDate(evidence.publication)
  if (written !== null) return withYear(written, evidence, published)
  const vague = vagueDay(evidence.text)
  if (vague !== null) return vagueDate(vague, published, dateInName(evidence.fileName))
  if (published !== null) return dated(published, published.year, 'text')
  return (evidence.isWorkReport ? titleYear(evidence.title) : null) ?? namedDate(evidence.fileName)
}

/** 2026年安徽省政府工作报告. */
function titleYear(title: string): ReportDate | null {
  const inTitle = /((?:19|20)\d\d)年/.exec(title)
  return inTitle === null ? null : { iso: inTitle[1]!, precision: 'year', asWritten: inTitle[0], yearBasis: 'text' }
}

/** What the name of the file says, where the text says nothing. */
function namedDate(fileName: string): ReportDate | null {
  const named = dateInName(fileName)
  const iso = named === null ? null : isoOf(named)
  return iso === null ? null : { ...iso, asWritten: named!.asWritten, yearBasis: 'file-name' }
}

/** A date as far as it is known, or null where no calendar has such a day. */
export function isoOf({ year, month, day }: Pick<NamedDate, 'year' | 'month' | 'day'>): Pick<ReportDate, 'iso' | 'precision'> | null {
  if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null
  if (month === null) return { iso: pad(year, 4), precision: 'year' }
  if (day === null) return { iso: `${pad(year, 4)}-${pad(month, 2)}`, precision: 'month' }
  return { iso: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, precision: 'day' }
}

const N = '[0-9０-９〇○Ｏ零一二三四五六七八九十]'
const DASH = '(?:[至到—–－~～-]{1,2})'
const DAYPART = '(?:上午|下午|晚上?|凌晨|早上|中午)'
const datePattern = new RegExp(
  `(?:((?:${N}){4})年)?((?:${N}){1,2})月((?:${N}){1,3})(?:[日号])?(?:${DASH}(?:(?:${N}{4}年)?(?:${N}){1,2}月)?(?:${N}){1,3})?[日号](?:${DAYPART})?`,
  'g'
)

const value = (text: string): number | null => numeralValue(text.replace(/[○Ｏ]/g, '〇'))

/** Every day written with month and day, in order. */
export function writtenDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = []
  if (!text.includes('月')) return found
  for (const match of text.matchAll(datePattern)) {
    const month = value(match[2]!)
    const day = value(match[3]!)
    if (month === null || day === null || month < 1 || month > 12 || day < 1 || day > 31) continue
    const year = match[1] === undefined ? null : value(match[1])
    found.push({ year, month, day, asWritten: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

const deliveryPattern = /日在.{2,50}?(?:会议|全会|大会)上/

/** `——二〇二六年一月二十七日在…第四次会议上`, in the first lines or around the text. */
function deliveryDate({ text, around, title }: DateEvidence): WrittenDate | null {
  for (const line of [title, ...around, text.slice(0, 400)]) {
    const part = line.replace(/(?<=[0-9０-９年月])[ 　]+(?=[0-9０-９年月日])/g, '')
    if (!deliveryPattern.test(part)) continue
    const date = writtenDates(part).find((d) => d.year !== null && deliveryPattern.test(part.slice(d.end - 1, d.end + 60)))
    if (date !== undefined) return date
  }
  return null
}

/** 在全省民政工作会议上的讲话（2024年1月18日）: a full date in brackets below or at the end of a headline. */
function bracketedDate({ title, text }: DateEvidence): WrittenDate | null {
  const digits = /[（(]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[）)]$/.exec(title.trim())
  if (digits !== null) {
    const [, year, month, day] = digits.map(Number)
    return { year: year!, month: month!, day: day!, asWritten: digits[0].slice(1, -1), start: digits.index + 1, end: digits.index + 9 }
  }
  for (const line of [title, ...text.slice(0, 200).split('\n', 3)]) {
    const bracket = /[（(]([^（）()]{8,16})[）)]$/.exec(line.trim())
    if (bracket === null || (line !== title && bracket.index > 0)) continue
    const date = writtenDates(bracket[1]!).find(({ year, asWritten }) => year !== null && asWritten === bracket[1])
    if (date !== undefined) return date
  }
  return null
}

const LEAD = 900

/** The best date of the lead, or null where none is the report's own. */
function leadDate(text: string): WrittenDate | null {
  const lead = text.slice(0, LEAD)
  let best: { date: WrittenDate; score: number } | null = null
  const written = writtenDates(lead)
  for (const date of [...written, ...bareDays(lead, written)]) {
    const score = ownDateScore(lead, date)
    if (score >= OWN_DATE && (best === null || score > best.score)) best = { date, score }
  }
  return best?.date ?? null
}

const OWN_DATE = 4

const bareDayPattern =
  /(?<![月0-9０-９第年])(?:[昨今][（(])?([0-9０-９]{1,2})[）)]?日(?:[至—-][0-9０-９]{1,2}日)?(?:上午|下午|晚上?)?(?=[，,]|在|[\u4e00-\u9fff]{0,30}(?:召开|举行|主持|出席|会见))/g

/** 19日下午: a day without its month. */
function bareDays(lead: string, written: readonly WrittenDate[]): WrittenDate[] {
  const found: WrittenDate[] = []
  const filed = written.find((date) => /^[电讯]/.test(lead.slice(date.end, date.end + 1))) ?? null
  for (const match of lead.slice(0, 240).matchAll(bareDayPattern)) {
    const day = value(match[1]!)
    if (day === null || day < 1 || day > 31) continue
    // The dateline (武汉2月9日电) gives the month of the day before it.
    if (filed !== null && filed.day === day) continue
    const isBeforeFiling = filed !== null && filed.day !== null && day < filed.day
    const [year, month] = isBeforeFiling ? [filed.year, filed.month] : [null, null]
    found.push({ year, month, day, asWritten: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}

const EVENT = /^[^。]{0,60}(?:召开|举行|举办|主持|出席|开幕|启动|调研|考察|会见|走访|慰问|部署|研究|审议|发布|印发|公布|接待|介绍|参加|获悉|组织|揭牌|签约|闭幕)/
/** A day with its year is history unless something is held on it. */
const HELD = /^[^。]{0,60}(?:召开|举行|举办|主持|出席|开幕|启动|印发|发布|公布|调研|揭牌|签约)/
const QUOTED = /^[^。]{0,20}(?:习近平|总书记)/
const OTHER_EVENT = /^[^。，；,;]{0,30}?(?:召开|举行|印发|发布|作出|公布|出台|实施|通过|开幕)的/
const NOT_EVENT = /^(?:以来|前|之前|以前|底|起施行|起实施|起执行|止|截止|为止|（含）)/

/** How surely a date of the lead is the report's own day; see `OWN_DATE`. */
function ownDateScore(lead: string, date: WrittenDate): number {
  const before = lead.slice(Math.max(0, date.start - 24), date.start)
  const after = lead.slice(date.end, date.end + 90)
  const isToday = /(?:今天|今日|昨天|昨日|日前|近日)[（(]$/.test(before)
  if (isToday) return 12
  if (NOT_EVENT.test(after) || /(?:截至|截止到?|[^今]?自|从|到|至|于|在|以|《[^》]*|总书记[^，。]*|同志[^，。]*)$/.test(before)) return 0
  if (isInBrackets(before)) return 0
  const head = lead.slice(0, date.start)
  const sentence = count(head, '。')
  let score = sentence === 0 ? 4 : sentence === 1 ? 3 : sentence < 4 ? 1 : 0
  if (head.includes('\n')) score -= 1
  if (before === '' || /[\n。，,；;：:—■　 ）)讯电]$/.test(before)) score += 2
  if (OTHER_EVENT.test(after)) score -= 5
  else if (EVENT.test(after)) score += 3
  if (date.year !== null && (QUOTED.test(after) || !HELD.test(after))) score -= head.trim() === '' && !QUOTED.test(after) ? 2 : 4
  return score
}

const isInBrackets = (before: string): boolean => /[（(《][^）)》]*$/.test(before)

function count(text: string, mark: string): number {
  let n = 0
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) n++
  return n
}

/** 成文日期: a full date alone at the end of one of the last lines. */
function signatureDate(text: string): WrittenDate | null {
  const lines = text.slice(-600).split('\n').slice(-8).reverse()
  for (const line of lines) {
    const trimmed = line.trim()
    if (trimmed.length > 60) continue
    const date = writtenDates(trimmed).at(-1)
    if (date !== undefined && date.year !== null && date.end === trimmed.length) return date
  }
  return null
}

/** 近日, 日前, 近期 at the head of a report that names no day. */
function vagueDay(text: string): string | null {
  const sentence = text.slice(0, 200).split(/[。\n]/)[0] ?? ''
  return /近日|日前|今天|今日|昨天|昨日|(?<=^|[，,：:])(?:近期|连日来)/.exec(sentence)?.[0] ?? null
}

/** Of 近日 at most the year can be told, and in January not even that. */
function vagueDate(asWritten: string, published: WrittenDate | null, named: NamedDate | null): ReportDate {
  const known = published ?? named
  if (known === null) return { iso: null, precision: 'day', asWritten, yearBasis: 'none' }
  const iso = known.year !== null && known.month !== 1 ? pad(known.year, 4) : null
  if (published !== null) return { iso, precision: 'year', asWritten, yearBasis: 'text' }
  return { iso, precision: 'year', asWritten, yearBasis: iso === null ? 'none' : 'file-name' }
}

/** 发布时间：2023-02-10 09:30, 2023年2月10日, 2023/2/10. */
function publicationDate(lines: readonly string[]): WrittenDate | null {
  for (const line of lines) {
    const dated = writtenDates(line).find((d) => d.year !== null)
    if (dated !== undefined) return dated
    const match = /((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})/.exec(line)
    if (match === null) continue
    const [asWritten, year, month, day] = [match[0], Number(match[1]), Number(match[2]), Number(match[3])]
    if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
      return { year, month, day, asWritten, start: match.index, end: match.index + asWritten.length }
    }
  }
  return null
}

function withYear(date: WrittenDate, evidence: DateEvidence, published: WrittenDate | null): ReportDate {
  if (date.year !== null) return dated(date, date.year, 'text')
  const fromPublication = yearBefore(date, published)
  if (date.month === null) {
    const near = published !== null && date.day !== null && published.day !== null && date.day <= published.day
    return near ? dated({ ...date, month: published.month }, published.year, 'text') : dated(date, null, 'none')
  }
  if (fromPublication !== null) return dated(date, fromPublication, 'text')
  const own = textYear(evidence.title, evidence.text, date.month)
  if (own !== null) return dated(date, own, 'text')
  const period = periodYear(evidence.text, date.month)
  if (period !== null) return dated(date, period, 'period')
  const named = dateInName(evidence.fileName)
  return named === null ? dated(date, null, 'none') : dated(date, yearNear(date.month, named), 'file-name')
}

/** 12月28日 in a file of January: of the year before. */
const yearNear = (month: number, named: NamedDate): number => (named.month !== null && month > named.month + 2 ? named.year - 1 : named.year)

/** The year in which the day comes last before the publication. */
function yearBefore(date: WrittenDate, published: WrittenDate | null): number | null {
  if (published === null || published.year === null || date.month === null || date.day === null) return null
  const order = (d: { month: number | null; day: number | null }) => (d.month ?? 0) * 40 + (d.day ?? 0)
  return order(date) <= order(published) ? published.year : published.year - 1
}

/** A date with its year, as a value of the report. */
export function dated(
  date: Pick<WrittenDate, 'month' | 'day' | 'asWritten'>,
  year: number | null,
  yearBasis: ReportDate['yearBasis']
): ReportDate {
  const { month, day, asWritten } = date
  if (year === null || month === null || day === null) return { iso: null, precision: 'day', asWritten, yearBasis: 'none' }
  return { iso: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`, precision: 'day', asWritten, yearBasis }
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0')
