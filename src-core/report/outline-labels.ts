import { numeralValue } from '../text/numerals.ts'

/** The kinds of label, each with its own counting: `一、` `（一）` `1.` `（1）` `①` `第一，` `首先，` `一是`. */
export type LabelStyle =
  | 'chapter'
  | 'section'
  | 'item'
  | 'bracketed-item'
  | 'circled'
  | 'ordinal'
  | 'sequence'
  | 'point'
  | 'dash'

export interface Label {
  readonly style: LabelStyle
  /** Which in its run; 1 begins a run. 0 where the label does not count (`——`). */
  readonly ordinal: number
  /** As written. */
  readonly text: string
}

/** What stands before a place: the beginning of a paragraph, of a sentence, or of a clause. */
export type Footing = 'paragraph' | 'sentence' | 'clause'

const CHINESE_NUMERAL = '一二三四五六七八九十'
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const SEQUENCE: readonly (readonly [string, number])[] = [
  ['首先', 1],
  ['其次', 2],
  ['再次', 3],
  ['再者', 3],
  ['最后', 9]
]

/**
 * The label that begins at `at`, or null. Whether it really counts is decided by its run
 * (`readOutline`): a lone `一是` is a word, `一是 … 二是 …` is an enumeration.
 */
export function labelAt(text: string, at: number, footing: Footing): Label | null {
  const first = text[at]
  if (first === undefined) return null
  if (CHINESE_NUMERAL.includes(first)) return chineseLabel(text, at, footing)
  switch (first) {
    case '（':
    case '(':
      return footing === 'clause' ? null : bracketedLabel(text, at)
    case '第':
      return footing === 'clause' ? null : ordinalLabel(text, at)
    case '其':
    case '首':
    case '再':
    case '最':
      return footing === 'clause' ? null : sequenceLabel(text, at)
    case '—':
      return footing === 'paragraph' ? dashLabel(text, at) : null
    default:
      if (footing === 'paragraph' && isDigit(text.charCodeAt(at))) return itemLabel(text, at)
      if (CIRCLED.includes(first)) return { style: 'circled', ordinal: CIRCLED.indexOf(first) + 1, text: first }
      return null
  }
}

/** `一、` (paragraphs only), `一是`, `一要`. */
function chineseLabel(text: string, at: number, footing: Footing): Label | null {
  let end = at + 1
  while (end < at + 3 && CHINESE_NUMERAL.includes(text[end] ?? '无')) end++
  const ordinal = numeralValue(text.slice(at, end))
  if (ordinal === null) return null
  const mark = text[end]
  if (mark === '、' || mark === '．') {
    const next = text[end + 1] ?? '无'
    const goesOnCounting = CHINESE_NUMERAL.includes(next) && numeralValue(next) === ordinal + 1 // 一、二线城市
    return footing === 'paragraph' && !goesOnCounting ? { style: 'chapter', ordinal, text: text.slice(at, end + 1) } : null
  }
  if (mark === '是' || (mark === '要' && text[end + 1] !== '素')) {
    return { style: 'point', ordinal, text: text.slice(at, end + 1) }
  }
  return null
}

/** `（一）`, `（1）`; not `（2025年）`. */
function bracketedLabel(text: string, at: number): Label | null {
  const close = text[at] === '（' ? '）' : ')'
  let end = at + 2
  while (end < at + 5 && text[end] !== close) end++
  if (text[end] !== close) return null
  const inside = text.slice(at + 1, end)
  const ordinal = numeralValue(inside)
  if (ordinal === null || ordinal === 0 || ordinal > 99) return null
  const style = CHINESE_NUMERAL.includes(inside[0]!) ? 'section' : 'bracketed-item'
  return { style, ordinal, text: text.slice(at, end + 1) }
}

/** `第一，`, `第一、`, `第一是`; not `第一产业`. */
function ordinalLabel(text: string, at: number): Label | null {
  let end = at + 1
  while (end < at + 4 && CHINESE_NUMERAL.includes(text[end] ?? '无')) end++
  const ordinal = numeralValue(text.slice(at + 1, end))
  const mark = text[end] ?? ''
  if (ordinal === null || mark === '' || !'，、：是'.includes(mark)) return null
  return { style: 'ordinal', ordinal, text: text.slice(at, end + 1) }
}

/** `首先，`, `其次，`, `最后，`. */
function sequenceLabel(text: string, at: number): Label | null {
  for (const [word, ordinal] of SEQUENCE) {
    if (text.startsWith(word, at) && '，是要'.includes(text[at + 2] ?? '无')) {
      return { style: 'sequence', ordinal, text: text[at + 2] === '，' ? text.slice(at, at + 3) : word }
    }
  }
  return null
}

function dashLabel(text: string, at: number): Label | null {
  return text[at + 1] === '—' ? { style: 'dash', ordinal: 0, text: '——' } : null
}

/** `1.`, `1、`, `12．`; not `1.2万`, `2026年`. */
function itemLabel(text: string, at: number): Label | null {
  let end = at + 1
  while (end < at + 2 && isDigit(text.charCodeAt(end))) end++
  const mark = text[end] ?? ''
  if (mark === '' || !'.．、'.includes(mark) || isDigit(text.charCodeAt(end + 1))) return null
  return { style: 'item', ordinal: Number(toAscii(text.slice(at, end))), text: text.slice(at, end + 1) }
}

function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}

function toAscii(digits: string): string {
  let ascii = ''
  for (let i = 0; i < digits.length; i++) {
    const code = digits.charCodeAt(i)
    ascii += String.fromCharCode(code >= 0xff10 ? code - 0xfee0 : code)
  }
  return ascii
}
