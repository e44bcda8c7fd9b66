import type { Span } from '../text/span.ts'

/** A clause and whether a sentence ends with it. */
export interface Clause extends Span {
  readonly endsSentence: boolean
}

/** How far a bracket or title may reach and still be kept whole. */
const LONGEST_WHOLE = 40

const PLAIN = 0
const SENTENCE_END = 1
const CLAUSE_END = 2
const ASCII_STOP = 3
const OPENER = 4
/** Closes a quotation or bracket: belongs to the clause that a mark before it ended. */
const CLOSER = 5

const CLOSER_OF: ReadonlyMap<number, number> = new Map(
  ['（）', '()', '《》', '〈〉', '［］', '〔〕', '【】'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)])
)

/** What each UTF-16 unit below the ideographs, or in the block of full-width forms, means for division. */
const ROLES: Readonly<Record<number, number>> = rolesOf({
  [SENTENCE_END]: '。！？!?…\n',
  [CLAUSE_END]: '，；：,;:',
  [ASCII_STOP]: '.',
  [OPENER]: '（(《〈［〔【',
  [CLOSER]: '”’」』）)》】'
})

function rolesOf(byRole: Readonly<Record<number, string>>): Record<number, number> {
  const roles: Record<number, number> = {}
  for (const [role, marks] of Object.entries(byRole)) for (const mark of marks) roles[mark.charCodeAt(0)] = Number(role)
  return roles
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
    const role = roleAt(text, at)
    if (role === PLAIN || role === CLOSER) at++
    else if (role === OPENER) at = endOfWhole(text, at)
    else if (!isDivision(text, at, role)) at++
    else {
      const { end, endsSentence } = endOfMarks(text, at)
      if (endsSentence || !isBareOrdinal(text, start, end)) {
        pushTrimmed(clauses, text, { start, end, endsSentence })
        start = end
      }
      at = end
    }
  }
  pushTrimmed(clauses, text, { start, end: text.length, endsSentence: true })
  return clauses
}

function roleAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  return unit >= 0x4e00 && unit < 0xff00 ? PLAIN : (ROLES[unit] ?? PLAIN)
}

/** The position after the closing mark, or after the opening one where no closing mark is near. */
function endOfWhole(text: string, open: number): number {
  const closer = CLOSER_OF.get(text.charCodeAt(open))
  const limit = Math.min(text.length, open + LONGEST_WHOLE)
  for (let i = open + 1; i < limit; i++) {
    const unit = text.charCodeAt(i)
    if (unit === closer) return i + 1
    if (unit === 0x0a) break
  }
  return open + 1
}

/** A mark inside a number divides nothing; an ASCII full stop divides after a Chinese character only. */
function isDivision(text: string, at: number, role: number): boolean {
  if (role === SENTENCE_END) return true
  if (role === ASCII_STOP) return at > 0 && text.charCodeAt(at - 1) > 0x2e80 && !isDigit(text, at - 1) && !isDigit(text, at + 1)
  const mark = text[at]
  return mark === '；' || mark === ';' || !(isDigit(text, at - 1) && isDigit(text, at + 1))
}

/** Repeated marks (`，，`, `！！`) and closing quotation marks belong to the clause that they end. */
function endOfMarks(text: string, at: number): { end: number; endsSentence: boolean } {
  let end = at
  let endsSentence = false
  for (; end < text.length; end++) {
    const role = roleAt(text, end)
    if (role === PLAIN || role === OPENER) break
    endsSentence ||= role === SENTENCE_END || role === ASCII_STOP
  }
  return { end, endsSentence }
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xff10 && unit <= 0xff19)
}

function isBareOrdinal(text: string, start: number, end: number): boolean {
  if (end - start > 6) return false
  return /^\s*(?:第[一二三四五六七八九十]+|首先|其次|再次|最后|[一二三四五六七八九十]+[是要])[，,:：]$/.test(text.slice(start, end))
}

function pushTrimmed(clauses: Clause[], text: string, clause: Clause): void {
  let { start, end } = clause
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--
  if (end > start) clauses.push({ start, end, endsSentence: clause.endsSentence })
}

/** What `\s` matches. */
function isSpace(unit: number): boolean {
  if (unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0x3000 || unit === 0xa0) return true
  if (unit < 0x1680) return false
  return unit === 0x1680 || (unit >= 0x2000 && unit <= 0x200a) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f || unit === 0xfeff
}
