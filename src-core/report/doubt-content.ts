import { numeralValue } from '../text/numerals.ts'
import { spanLength, type Span } from '../text/span.ts'
import type { Unweighed, Weighed } from './doubt.ts'
import { hasNameEnding } from './programme-names.ts'
import type { OutlineEntry, Programme, Report, Target } from './report.ts'
import { measureOf } from './target-metric.ts'

/** How unsure the targets, the programmes and the outline are. */
export function contentDoubts({ text, targets, programmes, outline }: Report): Unweighed[] {
  return [...targets.map((target) => targetDoubt(text, target)), ...programmes.map((programme) => programmeDoubt(text, programme)), ...outlineDoubts(outline)]
}

function targetDoubt(text: string, target: Target): Unweighed {
  const { start, end } = target
  return { key: `target:${start}:${end}`, part: 'target', span: { start, end }, evidence: [{ start, end }], read: text.slice(start, end), because: targetReasons(text, target) }
}

const WEIGHT = { metric: 0.3, unit: 0.3, value: 0.4, year: 0.3, actors: 0.3, once: 0.15, name: 0.3, gap: 0.4 } as const

function targetReasons(text: string, target: Target): Weighed[] {
  const because: Weighed[] = []
  if (target.value === null && target.operator !== 'coverage') because.push([{ why: 'no-value' }, WEIGHT.value])
  if (target.unit === null && target.operator !== 'coverage') because.push([{ why: 'no-unit' }, WEIGHT.unit])
  if (measureOf(text, target).metric.length === 0) because.push([{ why: 'no-metric' }, WEIGHT.metric])
  if (target.deadline !== null && target.deadlineYear === null) because.push([{ why: 'deadline-without-year' }, WEIGHT.year])
  if (ACTORS.test(text.slice(target.start, target.end))) because.push([{ why: 'counts-the-actors' }, WEIGHT.actors])
  return because
}

/** `推动21家示范区提能升级`: the number counts who is to do it, or what it is done to. */
const ACTORS = /^(?:推动|支持|引导|组织|鼓励|指导|帮助|督促|依托|发挥)[\d０-９一二三四五六七八九十百千两]+[个家名所座条项]/

function programmeDoubt(text: string, { name, occurrences }: Programme): Unweighed {
  const because: Weighed[] = []
  if (occurrences.length === 1) because.push([{ why: 'named-once' }, WEIGHT.once])
  if (!hasNameEnding(name) && !occurrences.some((span) => isQuotedAndNamed(text, span))) because.push([{ why: 'unlike-a-name' }, WEIGHT.name])
  return { key: `programme:${name}`, part: 'programme', span: occurrences[0] ?? null, evidence: occurrences.slice(0, 1), read: name, because }
}

/** `“…”行动`, `“…”品牌`: what follows the marks says what it is. */
const isQuotedAndNamed = (text: string, { end }: Span): boolean => text[end] === '”' && /^.{0,6}(?:行动|工程|计划|活动|试点|品牌|机制|模式|平台|项目|系列)/.test(text.slice(end + 1, end + 10))

/** Where the numbers of a run leave one out: something before it was not seen as a heading, or it is none. */
function outlineDoubts(outline: readonly OutlineEntry[]): Unweighed[] {
  const last = new Map<string, OutlineEntry>()
  return outline.map((entry) => {
    const run = `${entry.level}:${entry.run}`
    const before = last.get(run) ?? null
    last.set(run, entry)
    const [own, former] = [ordinalOf(entry.label), before === null ? 0 : ordinalOf(before.label)]
    const isMissing = own !== null && former !== null && own !== former + 1
    const because: Weighed[] = isMissing ? [[{ why: 'number-missing', label: entry.label, before: before?.label ?? null }, WEIGHT.gap]] : []
    if (entry.heading.length > LONGEST_HEADING) because.push([{ why: 'odd-length', characters: entry.heading.length }, WEIGHT.once])
    const head = { start: entry.start, end: Math.min(entry.end, entry.start + entry.label.length + Math.max(1, entry.heading.length)) }
    return { key: `outline:${entry.start}`, part: 'outline' as const, span: head, evidence: spanLength(head) > 0 ? [head] : [], read: `${entry.label}${entry.heading}`, because }
  })
}

const LONGEST_HEADING = 40

/** `（三）`, `3.`, `三是`: 3; null for what does not count. */
function ordinalOf(label: string): number | null {
  const digits = /[\d０-９一二三四五六七八九十]+/.exec(label)?.[0]
  return digits === undefined ? null : numeralValue(digits)
}
