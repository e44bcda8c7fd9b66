import type { Span } from '../text/span.ts'
import type { Target } from './report.ts'
import { coverageOf, mainQuantity, quantitiesOf, type Quantity } from './target-quantity.ts'

/** What a target counts, and where its number stands. */
export interface Measure {
  /** The number with its unit and bound, or the words of full coverage; null where the clause has no such characters. */
  readonly quantity: Span | null
  /**
   * What is counted, as stretches of the clause in order (`新增 … 养老服务床位` where the number stands
   * between them); empty where the clause does not say.
   */
  readonly metric: readonly Span[]
}

/** Whatever stands before what is counted and is no part of it: resolve, time, list words, verbs that only say that it is to be. */
const BEFORE =
  /^(?:[\s，、：:；;—-]|其中|(?:20|２０|19|１９)[\d０-９]{2}年(?:底|末|初)?(?:前)?|(?:并|且|要|将|拟|再|还|也|就|至|到|使|让|把|对|为|按|有|超|约|近|过)(?![\u4e00-\u9fff]?[业度象口])|同时|以及|计划|预计|预定|预期|预算|力争|力求|确保|争取|努力|加快|着力|全力|持续|进一步|稳步|逐步|积极|继续|扎实|大力|推动|推进|实现|促进|引导|完成|做到|达到|基本|(?:今|明|全|当|本|每)年(?:底|末|内)?(?:前)?|年底前?|年末|年内|提出|至少|超过|不少于|不低于)+/

/** Whatever stands between what is counted and its number. */
const BETWEEN =
  /(?:[\s，、：:]|不(?:低|少|小|超|高|多|大)[于过]|至少|力求|(?:提升|提高|增加|增长|上升|扩大|扩展|发展|下降|降低|减少|压减|压缩|缩减|缩短|增|降|减)[到至]|达到?|[到至为在约近超]|超过|突破|[高大多快低少小]于|控制|稳定|保持|维持|分别|各|(?<!平)均|预期目标|预定|拟定|实现|目标|预计|预期|要|将|力争|争取|确保|累计|总数|总计|共计|合计|大约|今年|明年|全年|再|拟|[从由](?=[^，]*[\d０-９一二两三四五六七八九十])[^，]{1,24})$/

/** The share of a person or a month that an amount is for belongs to what is measured, but stands behind its verb. */
const PER = /每(?:人|户|亩|件|张|生|床|[千万]人)?每(?:年|月|学年|天|日)$|每[人户亩张床]$|人均$/

/** What follows the number goes on to something else. */
const GOES_ON = /^(?:[\s、，。；：（(）)“”和与及或并且—-]|以及|以(?:上|下|内)|左右|上下|的?(?:目标|要求|任务|水平)$)/

/** Words that say that something is made or grows, or name a figure, but not what of: alone they are no metric. */
const OF_NOTHING =
  /^(?:新增|新建|改建|扩建|建设|建成|新开工|开工|培育|打造|增加|增长|提高|提升|下降|降低|减少|安排|投入|投资|改造|发展|创建|新|总|占|占比|比重|比例|比率|规模|总量|数量|人数|标准|覆盖率|覆盖面|幅度|涨幅|增幅|增速|全省|全市|全区|全国|每年|年均|人均|实际|的)*$/

/** Coverage that is said by one word behind what is covered; in all other ways of saying it, the whole clause is the metric. */
const COVERED_WORD = /^(?:全(?:面)?覆盖|(?:动态)?清零)$/

/**
 * What a target counts, read from its own clause and nowhere else: every stretch is exact characters
 * of `text`. Where the clause leaves it to the clauses around it (`达到52%以上`), nothing is guessed.
 */
export function measureOf(text: string, target: Target): Measure {
  const range = afterOpening(text, target)
  const quantities = quantitiesOf(text, range)
  const quantity = target.operator === 'coverage' ? coverageOf(text, range) : ownQuantity(text, { range, target, quantities })
  if (quantity === null) return { quantity: null, metric: [] }
  const span = { start: quantity.start, end: quantity.end }
  const pieces =
    target.operator === 'coverage' && !COVERED_WORD.test(text.slice(span.start, span.end))
      ? [trimmed(text, withoutDeadline(text, range, target)[0]!)]
      : around(text, { range, target, span, next: quantities.find(({ start }) => start >= span.end) ?? null })
  const metric = pieces.filter(({ start, end }) => end > start)
  const words = metric.map(({ start, end }) => text.slice(start, end)).join('')
  return { quantity: span, metric: isOfSomething(words) ? metric : [] }
}

/** The same thing counted, however its clause is spaced, quoted and scoped to its own province. */
export function metricKey(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/[\s“”"'《》]/g, '')
    .replace(/^(?:全省|全市|全区|全州|全县|全自治区|[我本]省|[我本]市|[我本]区)的?/, '')
}

/** `％` in all its forms is one unit; whatever has none is counted in nothing. */
export function unitKey(unit: string | null): string {
  return unit === null ? '' : unit.normalize('NFKC').replace('﹪', '%')
}

interface Search {
  readonly range: Span
  readonly target: Target
  readonly quantities: readonly Quantity[]
}

/** The quantity that the target was read from: the main one, or, in a list under 分别, the first of its value. */
function ownQuantity(text: string, { range, target, quantities }: Search): Quantity | null {
  const isOwn = ({ value, upper, unit }: Quantity): boolean => value === target.value && upper === target.upper && unit === target.unit
  const main = mainQuantity(text, range, quantities)
  return main !== null && isOwn(main) ? main : (quantities.find(isOwn) ?? null)
}

/** Without the clause before it that only names the deadline. */
function afterOpening(text: string, { start, end, deadline }: Target): Span {
  if (deadline === null) return { start, end }
  const words = text.slice(start, end)
  const at = words.indexOf(deadline)
  const comma = at < 0 || at > 4 ? -1 : words.indexOf('，', at + deadline.length)
  return comma < 0 || comma - at - deadline.length > 2 ? { start, end } : { start: start + comma + 1, end }
}

/** The range in one piece, or the two pieces around the deadline within it. */
function withoutDeadline(text: string, range: Span, { deadline }: Target): Span[] {
  const at = deadline === null ? -1 : text.slice(range.start, range.end).indexOf(deadline)
  if (at < 0) return [range]
  const behind = { start: range.start + at + deadline!.length, end: range.end }
  const before = trimmed(text, { start: range.start, end: range.start + at })
  return before.end - before.start < 2 ? [behind] : [before, behind]
}

interface Surroundings {
  readonly range: Span
  readonly target: Target
  readonly span: Span
  /** The quantity behind it, which has a metric of its own. */
  readonly next: Span | null
}

/** What stands before the number, the share it is for, and the noun behind it. */
function around(text: string, { range, target, span, next }: Surroundings): Span[] {
  const before = withoutDeadline(text, { start: range.start, end: span.start }, target)
  const last = before.at(-1)!
  const per = PER.exec(text.slice(last.start, last.end))
  const perStart = per === null ? last.end : last.start + per.index
  return [
    ...before.slice(0, -1),
    upToNumber(text, { start: last.start, end: perStart }),
    ...(per === null ? [] : [{ start: perStart, end: last.end }]),
    behindNumber(text, { start: span.end, end: next?.start ?? range.end })
  ]
}

function upToNumber(text: string, piece: Span): Span {
  const own = trimmed(text, piece)
  let words = text.slice(own.start, own.end)
  for (let tail = BETWEEN.exec(words); tail !== null; tail = BETWEEN.exec(words)) words = words.slice(0, tail.index)
  return { start: own.start, end: own.start + words.length }
}

function behindNumber(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  if (GOES_ON.test(words)) return { start, end: start }
  const from = words.startsWith('的') ? 1 : 0
  const blank = /[\s、，。；：和与及]*$/.exec(words)?.[0].length ?? 0
  return { start: start + from, end: Math.max(start + from, end - blank) }
}

function trimmed(text: string, { start, end }: Span): Span {
  const lead = BEFORE.exec(text.slice(start, end))?.[0].length ?? 0
  return { start: start + lead, end }
}

function isOfSomething(words: string): boolean {
  return /[\u4e00-\u9fffA-Za-z]{2}/.test(words) && !OF_NOTHING.test(words)
}

/** The metric of a target as one text, `…` where the number stands between its words; null where the clause does not say what it counts. */
export function metricText(text: string, target: Target): string | null {
  const { metric } = measureOf(text, target)
  return metric.length === 0 ? null : metric.map(({ start, end }) => text.slice(start, end)).join('…')
}
