import { CLOSING, SPACE, classAt, withoutSpaces } from '../text/characters.ts'
import { endsSentenceAt } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import { headlineLikeness, isHeadingForm, isOccasion, isOccasionOver, isOpenDocumentTitle, isOpenOccasion } from './headlines.ts'
import type { PrintedLine } from './lines.ts'
import { openingAt, openingInside } from './openings.ts'
import { LONGEST_TITLE } from './roles.ts'
import { wrapOf, type Wrap } from './wrap.ts'

/**
 * Which printed lines make one paragraph. A line end is a wrap or the end of a paragraph by the
 * evidence around it: final marks, blank lines, indents, the width of the line against its
 * neighbours', and how the next line begins. A blank line inside a sentence is a column break.
 * What the format says of a line end goes before all of this.
 *
 * @returns runs of line indices `[first, after)` that cover all lines, in order.
 */
export function paragraphRuns(text: string, lines: readonly PrintedLine[]): [number, number][] {
  const runs: [number, number][] = []
  const layout: Layout = { text, lines, wrap: wrapOf(lines) }
  let first = 0
  for (let next = 1; next <= lines.length; next++) {
    if (next < lines.length && !endsParagraph(layout, first, next)) continue
    runs.push([first, next])
    first = next
  }
  return runs
}

interface Layout {
  readonly text: string
  readonly lines: readonly PrintedLine[]
  readonly wrap: Wrap
}

/** True when a paragraph that began with line `first` ends before line `next`. */
function endsParagraph(layout: Layout, first: number, next: number): boolean {
  const { text, lines } = layout
  const line = lines[next - 1]!
  const following = lines[next]!
  if (following.isSetOff) return true
  const stated = statedEnd(layout, first, next)
  if (stated === true || (stated === false && line.role !== null)) return stated
  if (standsAlone(layout, next - 1)) return true
  if (stated === false) return standsAlone(layout, next)
  if (beginsWithClosing(text, following)) return isStray(layout, first, next)
  if (standsAlone(layout, next)) return true
  return line.endsSentence ? endsAfterSentence(layout, first, next) : endsInsideSentence(layout, first, next)
}

/**
 * Whether a paragraph that began with line `first` ends before line `next`, where the format says so; null where
 * the text must tell. Lines of two roles never share a paragraph. Titles one after the other are one headline,
 * unless the same is printed twice or the next is furniture by its form (letterhead over the title).
 */
function statedEnd({ text, lines }: Layout, first: number, next: number): boolean | null {
  const line = lines[next - 1]!
  const following = lines[next]!
  if (line.role !== following.role) return true
  if (line.role === 'title') return line.furniture !== following.furniture || following.end - lines[first]!.start > 2 * LONGEST_TITLE || isSame(text, lines[first]!, following)
  if (line.endsParagraph !== null) return line.endsParagraph
  return line.role === 'cell' || (line.role !== null && line.furniture !== null) ? true : null
}

const isSame = (text: string, a: PrintedLine, b: PrintedLine): boolean =>
  withoutSpaces(text.slice(a.start, a.end)) === withoutSpaces(text.slice(b.start, b.end))

/** Furniture by its form, and not words of a sentence that a wrap happened to set on a line: 承办｜… */
function standsAlone({ text, lines, wrap }: Layout, index: number): boolean {
  const line = lines[index]!
  if (line.furniture === null) return false
  if (line.furniture === 'publication-date' && /[-/:：]/.test(text.slice(line.start, line.end))) return true
  const before = lines[index - 1]
  if (before === undefined || before.endsSentence || before.furniture !== null || line.blanksBefore > 0 || line.isSetOff) return true
  return !wrap.isWrappedAt(index - 1) || wrap.isShort(index - 1, index - 1)
}

function beginsWithClosing(text: string, line: PrintedLine): boolean {
  return (classAt(text, line.start) & CLOSING) !== 0
}

/** A closing mark on a line of its own closes what is open before it, or strayed there: a lone ” after a full stop. */
function isStray({ text, lines }: Layout, first: number, next: number): boolean {
  const { start, end } = lines[next]!
  if (end - start > 2) return false
  const opener = OPENED_BY[text[start]!]
  if (opener === undefined) return lines[next - 1]!.endsSentence
  const before = lines[next - 1]!.end
  const paragraph = text.slice(Math.max(lines[first]!.start, before - LONGEST_QUOTATION), before)
  const opened = paragraph.lastIndexOf(opener)
  return opened === -1 || paragraph.includes(text[start]!, opened)
}

const LONGEST_QUOTATION = 1000

const OPENED_BY: Readonly<Record<string, string>> = { '”': '“', '’': '‘', '）': '（', '】': '【', '》': '《', '」': '「', '』': '『', ')': '(', ']': '[' }

function endsAfterSentence({ text, lines, wrap }: Layout, first: number, next: number): boolean {
  const following = lines[next]!
  if (following.blanksBefore > 0 || !wrap.isWrappedAt(next - 1)) return true
  if (wrap.isIndented(next, first) || wrap.isShort(next - 1, first)) return true
  const opening = openingAt(text, following.start)
  return opening !== null && opening !== 'dateline'
}

function endsInsideSentence(layout: Layout, first: number, next: number): boolean {
  const { text, lines, wrap } = layout
  const line = lines[next - 1]!
  const following = lines[next]!
  const opening = openingInside(text, following.start)
  if (opening === 'section' || opening === 'address' || opening === 'credit') return true
  if (opening === 'bullet' && text[following.start] !== '—') return true
  if (text[following.end - 1] === '日' && following.units < 24 && SIGNATURE_DATE.test(withoutSpaces(text.slice(following.start, following.end)))) return true
  const begin = lines[first]!.start
  if ('上）)'.includes(text[line.end - 1]!) && isOccasion(withoutSpaces(text.slice(Math.max(begin, line.end - 100), line.end)))) return true
  if ('-—–（('.includes(text[begin]!) && line.end - begin < 100 && isOpenOccasion(withoutSpaces(text.slice(begin, line.end)))) return false
  if ('：:'.includes(text[line.end - 1]!) && (!wrap.isWrappedAt(next - 1) || wrap.isShort(next - 1, first))) return true
  if ('上）)'.includes(text[following.end - 1]!) && line.end - begin < 100 && isOccasionOver(withoutSpaces(text.slice(begin, line.end)), withoutSpaces(text.slice(following.start, following.end)).slice(0, 80))) return false
  if (isListed(layout, begin, next)) return true
  const runsOn = following.blanksBefore === 0 && (opening === null || opening === 'bullet') && wrap.isWrappedAt(next - 1)
  if (runsOn && !wrap.isShort(next - 1, first) && !wrap.isIndented(next, first)) return false
  const sentence = openSentence(text, lines[first]!.start, line.end)
  if (sentence === null) return false
  const isWhole = isWholeParagraph(text, { start: lines[first]!.start, end: line.end }, sentence)
  const isHeading = isWhole && isHeadingForm(sentence)
  if (isHeading && following.blanksBefore === 0 && goesOn(layout, sentence, next)) return false
  if ((opening === 'dateline' || opening === 'agency') && (isHeading || headlineLikeness(sentence) >= 0.5)) return true
  if (following.blanksBefore > 0) return isHeading
  if (wrap.isWrappedAt(next - 1)) {
    return wrap.isIndented(next, first) ? isHeading || /[；：;:]$/.test(sentence) : isHeading && wrap.isShort(next - 1, first)
  }
  return isWhole && !wrap.isFull(next - 1) && !/[，、,（(“《]$/.test(sentence)
}

/** 地点：, or the second of 1. 2. after the first: under a line that is complete by itself. */
function isListed({ text, lines }: Layout, begin: number, next: number): boolean {
  const { end } = lines[next - 1]!
  if (end - begin > LONGEST_LISTED || HANGING_END.includes(text[end - 1]!)) return false
  const ahead = text.slice(lines[next]!.start, lines[next]!.start + 8)
  if (LABEL.test(ahead)) return true
  const number = ITEM_NUMBER.exec(ahead)?.[1]
  if (number === undefined) return false
  const before = ITEM_NUMBER.exec(text.slice(begin, begin + 8))?.[1]
  return before === undefined ? number === '1' && isHeadingForm(withoutSpaces(text.slice(begin, end))) : Number(before) + 1 === Number(number)
}

const LONGEST_LISTED = 80
const HANGING_END = '，、,（(“《的和与及在把对将为'
const LABEL = /^(?:主题|时间|地点|日期|来源|作者|发布人|主持人|主讲人|发言人|嘉宾|出席人员|参会人员|参会单位|参加人员|列席人员|记录人?|主办单位|承办单位|联系人)[：:]/
const ITEM_NUMBER = /^(\d{1,2})(?:[.．] ?(?=[\u3400-\u9fff“])|、)/

/** 2024年3月5日 on a line of its own, under the name of the office. */
const SIGNATURE_DATE = /^(?:\d{4}|[二〇○零一九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/

/** A headline set over two lines: its genre is still to come, or the text has the word that the line end cuts. */
function goesOn({ text, lines }: Layout, heading: string, next: number): boolean {
  const { start, end, endsSentence } = lines[next]!
  if (endsSentence || end - start > LONGEST_OPEN_SENTENCE) return false
  const rest = withoutSpaces(text.slice(start, end))
  if (!isHeadingForm(rest)) return false
  if (isOpenDocumentTitle(heading) || (GENRE_ALONE.test(rest) && /(?:政府|厅|局|委员会|法院|检察院)$/.test(heading))) return true
  return heading.length >= 4 && rest.length >= 2 && text.slice(end, end + 3000).includes(heading.slice(-2) + rest.slice(0, 2))
}

/** 江西省人民政府｜工作报告 */
const GENRE_ALONE = /^(?:政府)?工作报告$/

function isWholeParagraph(text: string, paragraph: Span, sentence: string): boolean {
  return paragraph.end - paragraph.start < 4 * LONGEST_OPEN_SENTENCE && withoutSpaces(text.slice(paragraph.start, paragraph.end)).length === sentence.length
}

const LONGEST_OPEN_SENTENCE = 120

/** The words since the last final mark, without white space; null when they are too many for a heading. */
export function openSentence(text: string, start: number, end: number): string | null {
  let from = end
  let characters = 0
  while (from > start && characters <= LONGEST_OPEN_SENTENCE && !endsSentenceAt(text, from - 1)) {
    from--
    if ((classAt(text, from) & SPACE) === 0) characters++
  }
  return characters > LONGEST_OPEN_SENTENCE ? null : withoutSpaces(text.slice(from, end)).replace(/^[”’）】]+/, '')
}
