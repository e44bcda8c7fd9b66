import { contains, type Span } from '../text/span.ts'
import type { Statement, Target } from './report.ts'
import { coverageOf, mainQuantity, quantitiesOf, type Quantity } from './target-quantity.ts'
import { deadlineOf, isOnlyDeadline, type Deadline } from './target-deadline.ts'

/** Cheap test of a whole sentence: most have nothing that could be measured. */
const MAY_MEASURE = /[0-9０-９]|覆盖|清零|应.尽|分之|番|倍增|[二三四五六七八九]成|半数|一半|每[个一所村]|所有|全部|[县村乡]{2}|[一二两三四五六七八九十百千万][百千万余]?[所座家台户张名场条亩公人]/

/** Words that look ahead, wherever the sentence stands. */
const AHEAD = /预计|力争|争取|确保|计划(?:用|到|新|在|建|完)|将(?!.{0,8}(?:作为|纳入))|到20[2-9]\d年|到“?十[四五六七]五”?末|未来[一二两三四五]年|下一步|年底前/

/** Words that look back: what a clause with them states has happened. */
const BACK = /已(?!知)|截至|累计(?:完成|实现|建成|发放)|同比|去年|上年(?!度)|[^为除]了(?!解)|以来/

/**
 * Future commitments with a number or full coverage, one range for each comma clause, in order.
 * A list of three or more values under `分别` gives one for each value.
 *
 * @param statements with their kinds: in what a report plans every measured clause is a commitment,
 *   elsewhere only one that says so (`预计…`, `到2025年…`)
 * @param isoDate the report's date, for `年底前` and `今年`; null where it is not known
 */
export function readTargets(text: string, statements: readonly Statement[], isoDate: string | null): Target[] {
  const reportYear = isoDate === null ? null : Number(isoDate.slice(0, 4))
  const targets: Target[] = []
  for (const sentence of sentencesOf(text, statements)) {
    if (!MAY_MEASURE.test(text.slice(sentence.start, sentence.end))) continue
    targets.push(...readSentence(text, sentence, reportYear))
  }
  return targets
}

interface Sentence extends Span {
  readonly statements: readonly Statement[]
}

/** Statements that stand in one sentence together. */
function sentencesOf(text: string, statements: readonly Statement[]): Sentence[] {
  const sentences: Sentence[] = []
  let from = 0
  statements.forEach((statement, index) => {
    const isLast = index === statements.length - 1
    if (!isLast && !endsSentence(text, statement)) return
    const own = statements.slice(from, index + 1)
    sentences.push({ start: own[0]!.start, end: statement.end, statements: own })
    from = index + 1
  })
  return sentences
}

function endsSentence(text: string, statement: Statement): boolean {
  for (let i = statement.end - 1; i >= Math.max(statement.start, statement.end - 3); i--) {
    const character = text[i]!
    if (character === '。' || character === '！' || character === '？' || character === '\n') return true
    if (GOES_ON.has(character)) return false
  }
  return text[statement.end] === '\n'
}

/** A line broken after one of these does not end a sentence. */
const GOES_ON = new Set('，、；,;')

function readSentence(text: string, sentence: Sentence, reportYear: number | null): Target[] {
  const targets: Target[] = []
  let deadline: Deadline | null = null
  let ahead = false
  let opening: Span | null = null
  let isPast = false
  let index = 0
  for (const clause of commaClauses(text, sentence)) {
    const middle = (clause.start + clause.end) >> 1
    while (index + 1 < sentence.statements.length && sentence.statements[index]!.end <= middle) index++
    const statement = sentence.statements[index]!
    const words = text.slice(clause.start, clause.end)
    const own = deadlineOf(text, clause, reportYear)
    if (own !== null && isAhead(own, reportYear)) {
      deadline = own
      isPast = false
    } else if (own !== null && own.start === clause.start) {
      isPast = true
    }
    if (own !== null && isOnlyDeadline(text, clause, own)) {
      opening = clause
      ahead ||= LOOKS_AHEAD.test(own.text)
      continue
    }
    ahead = AHEAD.test(words) || (ahead && opening !== null)
    if (AHEAD.test(words)) isPast = false
    if ((statement.kind === 'plan' && !isPast) || (ahead && statement.kind !== 'procedure')) {
      targets.push(...clauseTargets({ text, clause, statement, deadline, opening, ahead }))
    }
    opening = null
  }
  return targets
}

/** `到2030年`, `未来两年`, `“十五五”末`; a bare `2025年` may as well be the year gone by. */
const LOOKS_AHEAD = /^[到至未今接用]|[末底前]$/

/** A year that lies before the report tells when something happened. */
function isAhead(deadline: Deadline, reportYear: number | null): boolean {
  return deadline.year === null || reportYear === null || deadline.year >= reportYear
}

/** Clauses between commas, colons, semicolons and full stops; not inside brackets. */
function commaClauses(text: string, sentence: Span): Span[] {
  const clauses: Span[] = []
  let start = sentence.start
  let depth = 0
  for (let i = sentence.start; i < sentence.end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x4e00 && code <= 0x9fff) continue
    const character = text[i]!
    if (character === '（' || character === '(') depth++
    else if (character === '）' || character === ')') depth = Math.max(0, depth - 1)
    else if (character === '\n') depth = 0
    if (depth > 0 || !BREAKS.has(character) || isInNumber(text, i)) continue
    if (i > start) clauses.push({ start, end: i })
    start = i + 1
  }
  if (start < sentence.end) clauses.push({ start, end: sentence.end })
  return clauses
}

const BREAKS = new Set('，。；：！？,;:\n')

/** `1,234` and `9:30`. */
function isInNumber(text: string, at: number): boolean {
  return isAsciiDigit(text.charCodeAt(at - 1)) && isAsciiDigit(text.charCodeAt(at + 1))
}

function isAsciiDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

interface ClauseReading {
  readonly text: string
  readonly clause: Span
  readonly statement: Statement
  readonly deadline: Deadline | null
  readonly opening: Span | null
  readonly ahead: boolean
}

function clauseTargets({ text, clause, statement, deadline, opening, ahead }: ClauseReading): Target[] {
  const range = trimmed(text, clause)
  const quantities = quantitiesOf(text, range)
  const quantity = mainQuantity(text, range, quantities) ?? coverageOf(text, range)
  if (quantity === null || (!ahead && BACK.test(text.slice(range.start, quantity.start)))) return []
  const common = {
    deadlineYear: deadline?.year ?? null,
    deadline: deadline?.text ?? null,
    theme: themeOfClause(statement, range)
  }
  const listed = respectively(text, range, quantities)
  if (listed !== null) {
    return listed.map(({ quantity, start, end }) => ({ start, end, ...measure(quantity), ...common }))
  }
  const start = opening !== null ? trimmed(text, opening).start : range.start
  return [{ start, end: range.end, ...measure(quantity), ...common }]
}

function measure({ value, upper, unit, operator }: Quantity): Pick<Target, 'value' | 'upper' | 'unit' | 'operator'> {
  return { value, upper, unit, operator }
}

const LEAD_IN = /^(?:\s|[一二三四五六七八九十]{1,3}[是要]|\d{1,2}[.．、]|（[一二三四五六七八九十\d]{1,2}）|[①-⑳]|要(?=确保|力争|争取|努力|全力)|力争|确保|争取|努力|全力|奋力|并|——)+/
const RESPONSIBLE = /（(?:牵头|责任|负责)[^）]*）?$/

/** The clause without label and without the verbs of resolve before it, and without the name of who is charged. */
function trimmed(text: string, clause: Span): Span {
  const words = text.slice(clause.start, clause.end)
  const lead = LEAD_IN.exec(words)?.[0].length ?? 0
  const tail = RESPONSIBLE.exec(words)?.[0].length ?? 0
  const blank = words.length - words.trimEnd().length
  return { start: clause.start + lead, end: clause.end - Math.max(tail, blank) }
}

interface Listed extends Span {
  readonly quantity: Quantity
}

/** `分别达到52%、47%和42%以上`: one range for each of three or more values, together the clause. */
function respectively(text: string, clause: Span, quantities: readonly Quantity[]): Listed[] | null {
  const at = text.indexOf('分别', clause.start)
  if (at < 0 || at >= clause.end) return null
  const own = quantities.filter((quantity) => quantity.start > at)
  if (own.length < 3 || text.slice(at, own[0]!.start).includes('从')) return null
  return own.map((quantity, index) => ({
    quantity,
    start: index === 0 ? clause.start : quantity.start,
    end: index === own.length - 1 ? clause.end : quantity.end
  }))
}

/** The theme whose evidence stands in the clause itself, else the surest of the statement. */
export function themeOfClause(statement: Statement, clause: Span): string | null {
  let best: { id: string; rank: number } | null = null
  for (const { id, score, evidence } of statement.themes) {
    const rank = score + (evidence.some((span) => contains(clause, span)) ? 1 : 0)
    if (best === null || rank > best.rank) best = { id, rank }
  }
  return best?.id ?? null
}
