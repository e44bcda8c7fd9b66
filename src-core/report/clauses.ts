import type { Span } from '../text/span.ts'

/** How far a bracket or quotation may reach and still be kept whole. */
const WHOLE = 40

const CLOSERS: Readonly<Record<string, string>> = { '（': '）', '(': ')', '《': '》', '〈': '〉', '［': '］', '〔': '〕', '【': '】' }
const SENTENCE_MARKS = '。！？!?…\n'
const CLAUSE_MARKS = '，；：,;:'
const CLOSING_MARKS = '”’」』）)》】'

/** A clause and whether a sentence ends with it. */
export interface Clause extends Span {
  readonly endsSentence: boolean
}

/**
 * The clauses of a text: stretches that end with a comma, semicolon, colon or full stop, marks and
 * closing quotation marks included. They are in order, do not overlap, and cover all but white
 * space. A bracket or title of up to 40 characters is never divided, nor is a number (`1,000`, `9:30`);
 * a bare ordinal (`第一，`) stays with the clause that it numbers.
 */
export function readClauses(text: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  let at = 0
  while (at < text.length) {
    const mark = text[at]!
    const closer = CLOSERS[mark]
    if (closer !== undefined) {
      at = closingAt(text, at, closer)
      continue
    }
    const endsSentence = SENTENCE_MARKS.includes(mark)
    if (!endsSentence && !(CLAUSE_MARKS.includes(mark) && !isInNumber(text, at)) && !isFullStop(text, at)) {
      at++
      continue
    }
    const end = endOfMarks(text, at)
    const isEnd = endsSentence || isFullStop(text, at) || /[。！？!?\n]/.test(text.slice(at, end))
    if (isEnd || !isBareOrdinal(text.slice(start, end))) {
      pushTrimmed(clauses, text, { start, end, endsSentence: isEnd })
      start = end
    }
    at = end
  }
  pushTrimmed(clauses, text, { start, end: text.length, endsSentence: true })
  return clauses
}

/** The position after the closing mark, or after the opening one where no closing mark is near. */
function closingAt(text: string, open: number, closer: string): number {
  const limit = Math.min(text.length, open + WHOLE)
  for (let i = open + 1; i < limit; i++) {
    if (text[i] === closer) return i + 1
    if (text[i] === '\n') break
  }
  return open + 1
}

/** Repeated marks (`，，`, `！！`) and closing quotation marks belong to the clause that they end. */
function endOfMarks(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && (SENTENCE_MARKS + CLAUSE_MARKS + CLOSING_MARKS).includes(text[end]!)) end++
  return end
}

function isInNumber(text: string, at: number): boolean {
  return (text[at] === ',' || text[at] === ':' || text[at] === '：' || text[at] === '，') && isDigit(text, at - 1) && isDigit(text, at + 1)
}

/** An ASCII full stop ends a sentence after a Chinese character only: not `1.`, not `3.5`. */
function isFullStop(text: string, at: number): boolean {
  return text[at] === '.' && at > 0 && text.charCodeAt(at - 1) > 0x2e80 && !isDigit(text, at - 1) && !isDigit(text, at + 1)
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)
}

function isBareOrdinal(clause: string): boolean {
  return clause.length <= 5 && /^\s*(?:第[一二三四五六七八九十]+|首先|其次|再次|最后|[一二三四五六七八九十]+[是要])[，,:：]$/.test(clause)
}

function pushTrimmed(clauses: Clause[], text: string, clause: Clause): void {
  let { start, end } = clause
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  if (end > start) clauses.push({ start, end, endsSentence: clause.endsSentence })
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x3000 || unit === 0xa0 || unit === 0x2028 || unit === 0x2029 || unit === 0xfeff || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x1680 || unit === 0x202f || unit === 0x205f
}
