import { mayStartNumeral, readNumeral, type Numeral } from '../text/numerals.ts'
import type { Span } from '../text/span.ts'
import type { TargetOperator } from './report.ts'

/** How much a commitment is about: `75％以上`, `3—5个`, `翻一番`, `全覆盖`. */
export interface Quantity extends Span {
  readonly value: number
  readonly upper: number | null
  /** As written (`个`, `元/人`, `％` in either width), or null for a bare number. */
  readonly unit: string | null
  readonly operator: TargetOperator
}

/**
 * The quantities of one clause that a commitment can be measured by, in order. Left out are the
 * numbers that only name, date, count or describe: years, ages, ordinals, roads, `“8+4”`, `第二批`,
 * `500强`, `三项重点工作`, the `亿元以上` of `亿元以上项目3000个`.
 */
export function quantitiesOf(text: string, clause: Span): Quantity[] {
  const found: Quantity[] = []
  for (let at = clause.start; at < clause.end; at++) {
    const code = text.charCodeAt(at)
    if (!mayStartNumeral(code)) {
      const closing = isHan(code) ? undefined : CLOSERS.get(code)
      if (closing !== undefined) at = closingAt(text, { start: at, end: clause.end }, closing)
      continue
    }
    const numeral = readNumeral(text, at)
    if (numeral === null) continue
    const quantity = quantityAt(text, numeral, clause)
    if (quantity !== null) found.push(quantity)
    at = Math.max(at, (quantity?.end ?? numeral.end) - 1)
  }
  const doubling = doublingOf(text, clause)
  if (doubling !== null) found.push(doubling)
  return found.sort((a, b) => a.start - b.start)
}

/** What stands in quotation marks or brackets names or explains. */
const CLOSERS: ReadonlyMap<number, string> = new Map(['“”', '《》', '（）'].map(([open, close]) => [open!.charCodeAt(0), close!]))

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

/** Where the closing mark stands, or the opening one where none is near. */
function closingAt(text: string, { start, end }: Span, closing: string): number {
  const limit = Math.min(end, start + LONGEST_NAME)
  for (let i = start + 1; i < limit; i++) if (text[i] === closing) return i
  return start
}

const LONGEST_NAME = 60

/** The one that the clause is measured by: what is reached or grown to, else the first. */
export function mainQuantity(text: string, clause: Span, quantities: readonly Quantity[]): Quantity | null {
  const last = quantities.at(-1)
  const own = quantities.filter((quantity) => (quantity === last || !isDescription(text, quantity)) && !isExisting(text, clause, quantity))
  for (const quantity of own) if (REACHED.test(text.slice(Math.max(clause.start, quantity.start - 7), quantity.start))) return quantity
  return own[0] ?? null
}

const REACHED = /(?:达|达到|提升到|提升至|提高到|提高至|增加到|增至|增长|下降|降至|降低|降到|控制在|稳定在|保持在?|不低于|不少于|不超过|不高于|压减|缩短至|压缩至|总数达|占比|突破|[率例重值数度额]为)(?:约|近|超|超过)?$/

const UNIT =
  /^(?:余|多|来|几)?(个百分点|百分点|个工作日|个家庭|个(?!地级|设区市|市州|地市|盟市|省区|省份|维度|方面|环节|领域|层面|阶段|坚持|聚焦|更加|导向)|家|名|人次|人|户次|户|套（间）|套|张|台（套）|台|件(?!民生|实事|大事|好事)|项(?!指标|目标|任务|主要|重点|举措|措施|民生实事|原则|机制|基本|要求)|处|所|座|条|公里|千米|平方公里|平方米|立方米|微克\/立方米|毫克\/升|米|亩|公顷|吨标准煤|吨标煤|吨|公斤|斤|千瓦时|千瓦|度(?!电)|度电|元\/人|元|美元|欧元|场次|场|次|例|对|部|支|只|头|辆|艘|架|标箱|宗|笔|篇|册|幅|片|块|栋|幢|间|口|眼|株|棵|门|班|期|份|万亿元|倍|天|床|位|列|班次|班列|只次|具|副|盏|根|组|队|类|种|道|村|镇|企业|岗位|床位)/

const MEASURES = /^(?:元|美元|亩|平方米|平方公里|公里|米|吨|千瓦|人口|户|人|张|台)/

/** No commitment is larger; longer rows of digits are numbers of documents or accounts. */
const LARGEST = 1e16

function quantityAt(text: string, numeral: Numeral, clause: Span): Quantity | null {
  const range = rangeAt(text, numeral)
  const last = range ?? numeral
  if (last.value > LARGEST || isName(text, numeral, last.end)) return null
  const unit = unitAt(text, last, clause)
  if (unit === null) return null
  const isInWords = !isDigitCode(text.charCodeAt(numeral.start)) && numeral.share === null
  if (isInWords && !isCountInWords(text, numeral, unit.text)) return null
  const end = Math.min(clause.end, boundEnd(text, unit.end))
  const upper = range?.value ?? numeral.upper
  const value = numeral.value * (range?.scale ?? 1)
  const operator = upper === null ? operatorOf(text, { start: numeral.start, end: unit.end }, clause) : 'range'
  return { start: numeral.start, end, value, upper, unit: unit.text, operator }
}

/** The upper end of `3—5`, `4.5%-5%`, `3至5`; its power of ten holds for the lower end too (`3—5万`). */
function rangeAt(text: string, lower: Numeral): (Numeral & { scale: number }) | null {
  const at = lower.end + (lower.share === null ? 0 : shareWidth(text, lower.end))
  const mark = text[at] ?? ''
  if (mark === '' || !'—-–~～至－到'.includes(mark)) return null
  const from = text[at + 1] === '—' ? at + 2 : at + 1
  if (!mayStartNumeral(text.charCodeAt(from))) return null
  const upper = readNumeral(text, from)
  if (upper === null || upper.value <= lower.value) return null
  const power = /[千万亿]+$/.exec(text.slice(from, upper.end))?.[0] ?? ''
  const scale = /[千万亿]$/.test(text.slice(lower.start, lower.end)) ? 1 : (POWERS[power] ?? 1)
  return { ...upper, scale }
}

const POWERS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 千万: 1e7, 亿: 1e8, 万亿: 1e12 }

/** Numbers that are part of a name or a date. */
function isName(text: string, numeral: Numeral, end: number): boolean {
  const before = text[numeral.start - 1] ?? ''
  const after = text[end] ?? ''
  if (before === '第' || before === '前' || before === '+' || before === '＋' || before === '×' || before === '·') return true
  const isLarge = '万亿'.includes(text[end - 1] ?? '无')
  if ((/[A-Za-z＋+×·]/.test(after) && !isLarge) || /[A-Za-z]/.test(before)) return true
  if (after !== '' && '月日时周号届轮版线大强级型代季度世'.includes(after)) return true
  if (DURATION.test(text.slice(end, end + 4))) return !SHORTENED.test(text.slice(Math.max(0, numeral.start - 8), numeral.start))
  return false
}

const DURATION = /^(?:小时|分钟|个?工作日|天|个月|个?方面|国道|省道|周岁)/
const SHORTENED = /缩短|压缩|压减|控制|减少|达到?|稳定在|不(?:少|低|多)于|不超过/

interface Unit {
  readonly text: string | null
  readonly end: number
}

function unitAt(text: string, numeral: Numeral, clause: Span): Unit | null {
  if (numeral.share !== null) return { text: numeral.share, end: numeral.end + shareWidth(text, numeral.end) }
  const rest = text.slice(numeral.end, Math.min(clause.end, numeral.end + 12))
  const match = UNIT.exec(rest)
  if (match === null) return bareUnit(text.slice(Math.max(clause.start, numeral.start - 7), numeral.end), numeral, rest)
  let end = numeral.end + match[0].length
  const per = /^\/(?:[\u4e00-\u9fff]{1,3}(?:\/[\u4e00-\u9fff]{1,2})?|百亿元|万人)/.exec(text.slice(end, Math.min(clause.end, end + 8)))
  if (per !== null && !match[1]!.includes('/')) {
    end += per[0].length
    return { text: match[1]! + per[0], end }
  }
  return { text: match[1]!, end }
}

/**
 * `预期寿命提高到80岁`, `受教育年限提高到11.7年` are measured in years; `15万P` has a unit in Latin
 * letters; `30万以上参保人` has none.
 */
function bareUnit(upToNumber: string, numeral: Numeral, rest: string): Unit | null {
  const before = upToNumber.slice(0, upToNumber.length - (numeral.end - numeral.start))
  if (/^[岁年]/.test(rest)) return REACHED.test(before) && numeral.value < 200 ? { text: rest[0]!, end: numeral.end + 1 } : null
  if (!/[万亿]$/.test(upToNumber)) return null
  const latin = /^[A-Za-z]+/.exec(rest)?.[0]
  if (latin !== undefined) return { text: latin, end: numeral.end + latin.length }
  return BOUNDS.has(rest.slice(0, 2)) ? { text: null, end: numeral.end } : null
}

/** A per cent sign counts to the number; one written out (`百分之八十`) has none. */
function shareWidth(text: string, at: number): number {
  return '%％﹪‰'.includes(text[at] ?? '无') ? 1 : 0
}

/** `三项重点工作`, `一批`, `两个维护` count or name; `新建三所`, `千名`, `百分之八十` commit. */
function isCountInWords(text: string, numeral: Numeral, unit: string | null): boolean {
  if (numeral.upper !== null) return true
  if (unit === null || '百千万'.includes(text[numeral.end + unit.length] ?? '无')) return false
  if (numeral.value >= 100) return unit === '人' || unit === '名' || unit === '个' || unit === '户' || unit === '人次' || unit === '家' || unit === '亩' || unit === '元'
  if (/^(?:以上|以下|左右|以内)/.test(text.slice(numeral.end + unit.length, numeral.end + unit.length + 2))) return true
  if (/[个项类种道条次]/.test(unit)) return false
  return /(?:新建|新增|建成|新设|开工|开通|新开工|改造|新培育|再建|建设)$/.test(text.slice(Math.max(0, numeral.start - 4), numeral.start))
}

/** Before another quantity: `50亿元以上项目3000个` and `从77%提高到80%` describe by the first and commit by the second. */
function isDescription(text: string, quantity: Quantity): boolean {
  if (/从.{0,12}$/.test(text.slice(Math.max(0, quantity.start - 14), quantity.start)) && /^[^，]*?(?:到|至)/.test(text.slice(quantity.end, quantity.end + 12))) return true
  if (quantity.unit === null || !MEASURES.test(quantity.unit)) return false
  return /^(?:的|[重大及]|项目|产业|工业|企业|行政|村|内|级)/.test(text.slice(quantity.end, quantity.end + 2)) || text.slice(quantity.end - 2, quantity.end) === '以上' && /^[\u4e00-\u9fff]/.test(text.slice(quantity.end)) && text[quantity.end] !== '、'
}

/** `“十四五”批复的6个基地`, `现有的3家机构`, `提出28项工程`, `5%左右的目标`: counts and aims that are only named. */
function isExisting(text: string, clause: Span, quantity: Quantity): boolean {
  const before = text.slice(Math.max(clause.start, quantity.start - 6), quantity.start)
  const after = text.slice(quantity.end, Math.min(clause.end, quantity.end + 10))
  if (/^的.{0,8}目标/.test(after)) return true
  return /(?:批复|获批|批准|建成|确定|现有|原有|入选|公布|命名)的$|(?:现有|原有|目前|已有)$|(?:提出|设置|设定|涵盖|包括|包含|明确|细化)了?$/.test(before)
}

function boundEnd(text: string, end: number): number {
  return BOUNDS.has(text.slice(end, end + 2)) ? end + 2 : end
}

const BOUNDS: ReadonlySet<string> = new Set(['以上', '以下', '以内', '左右', '上下', '之内'])

function operatorOf(text: string, number: Span, clause: Span): TargetOperator {
  const after = text.slice(number.end, number.end + 2)
  const before = text.slice(Math.max(clause.start, number.start - 8), number.start)
  if (after === '以上' || /(?:不低于|不少于|至少|不小于)/.test(before)) return '>='
  if (after === '以内' || after === '以下' || after === '之内' || /(?:不超过|不高于|不多于|不大于)/.test(before)) return '<='
  if (/(?:超过|超|突破|高于|大于|多于|快于)(?:了)?$/.test(before)) return '>'
  if (/(?:低于|少于|小于)$/.test(before)) return '<'
  if (after === '左右' || after === '上下' || /(?:约|近|大约|左右)$/.test(before)) return 'about'
  if (/[余多]/.test(text[number.end - 1] ?? '')) return '>'
  if (/倍$/.test(text.slice(number.start, number.end)) && !/(?:的)$/.test(before)) return 'x'
  if (/(?:增长|增加|提高|提升|上升|新增|净增|扩大)$/.test(before)) return '+'
  return /(?:下降|降低|减少|压减|缩减|缩短|压缩|减)$/.test(before) ? '-' : '='
}

/** `翻一番`, `翻两番`, `实现翻番`, `倍增`; not the name of a `倍增计划`. */
function doublingOf(text: string, clause: Span): Quantity | null {
  const words = text.slice(clause.start, clause.end)
  if (!words.includes('番') && !words.includes('倍增')) return null
  const match = /翻([一两二三])?番|倍增(?!.{0,4}(?:计划|行动|工程|方案))/.exec(words)
  if (match === null) return null
  const times = match[1] === undefined || match[1] === '一' ? 2 : match[1] === '三' ? 8 : 4
  const start = clause.start + match.index
  return { start, end: start + match[0].length, value: times, upper: null, unit: '倍', operator: 'x' }
}

const SCOPED = /(?:符合条件|群众|人群|对象|人员|老年人|儿童|家庭|残疾人|人口|学生|职工|农民工|困难|患者|村|社区|机构).{0,12}应(.)尽\1/
const COVERED = /(?<![健安])全(?:面)?覆盖(?!的|式|监督|等)|(?:动态)?清零(?!行动|攻坚|专项|工作|等)|(?:所有|每个|每一个|每所|每村|各县|全部).{0,24}?(?:建有|设有|建成|建立|配备|设立|都有|拥有|至少(?:有|建)|达到|达标|开设|完成|实现|消除|纳入|通达|配齐)|(?:完成|消除|配齐)(?:所有|全部)(?!任务|工作|目标)|(?:县县|乡乡|镇镇|村村)(?:都)?(?:有|建有|设有|建成|覆盖|达标|通(?!工程))/

/** Full coverage: `全覆盖`, `清零`, `每个县设有…`, `困难群众应保尽保`; null where the clause has none. */
export function coverageOf(text: string, clause: Span): Quantity | null {
  const words = text.slice(clause.start, clause.end)
  if (!MAY_COVER.test(words)) return null
  const match = COVERED.exec(words) ?? SCOPED.exec(words)
  if (match === null) return null
  const start = clause.start + match.index
  return { start, end: start + match[0].length, value: 100, upper: null, unit: '％', operator: 'coverage' }
}

const MAY_COVER = /覆盖|清零|应.尽|所有|每|全部|各县|县县|乡乡|镇镇|村村/

function isDigitCode(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19)
}
