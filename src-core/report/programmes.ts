import type { Span } from '../text/span.ts'
import { isProgrammeName } from './programme-names.ts'
import { quotationsOf, type Quotation } from './quotations.ts'
import type { Programme, Statement } from './report.ts'

/** Names of national programmes that reports also write without quotation marks. */
const WITHOUT_MARKS = ['五社联动', '乡村著名行动', '精康融合行动', '福康工程', '明天计划']

/** The characters looked at on either side of a quotation. */
const NEIGHBOURHOOD = 28

/**
 * Coined names of programmes in the order in which they first appear, each with every place where it
 * stands in the text, quoted or not. `theme` is that of the first statement around it that has one.
 */
export function readProgrammes(text: string, statements: readonly Statement[]): Programme[] {
  const quotations = quotationsOf(text)
  const counts = countNames(quotations)
  const parallel = parallelNames(text, quotations)
  const names = new Map<string, number>()
  for (const { name, start, end } of quotations) {
    if (names.has(name)) continue
    const before = text.slice(Math.max(0, start - NEIGHBOURHOOD), start)
    const after = text.slice(end, end + NEIGHBOURHOOD)
    if (isProgrammeName({ name, before, after, count: counts.get(name)!, isParallel: parallel.has(name) })) names.set(name, start)
  }
  for (const name of WITHOUT_MARKS) {
    const at = [...names.keys()].some((known) => known.includes(name)) ? -1 : text.indexOf(name)
    if (at >= 0) names.set(name, at)
  }
  return [...names]
    .sort(([, a], [, b]) => a - b)
    .map(([name]) => programmeNamed(text, statements, name))
}

/** A name with every place where it stands, and the theme of the first statement around it that has one. */
export function programmeNamed(text: string, statements: readonly Statement[], name: string): Programme {
  const occurrences = occurrencesOf(text, name)
  return { name, theme: themeOf(occurrences, statements), occurrences }
}

function countNames(quotations: readonly Quotation[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name } of quotations) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** The names that one verb introduces beside two others in the same paragraph (`推进“…”…，推进“…”…`). */
function parallelNames(text: string, quotations: readonly Quotation[]): Set<string> {
  const parallel = new Set<string>()
  let group = new Map<string, Set<string>>()
  let paragraphEnd = -1
  for (const { name, start } of quotations) {
    if (start > paragraphEnd) {
      group = new Map()
      const end = text.indexOf('\n', start)
      paragraphEnd = end < 0 ? text.length : end
    }
    const verb = text.slice(Math.max(0, start - 2), start)
    if (!INTRODUCING.has(verb)) continue
    const names = group.get(verb) ?? new Set()
    group.set(verb, names.add(name))
    if (names.size >= 3) for (const each of names) parallel.add(each)
  }
  return parallel
}

const INTRODUCING = new Set(['推进', '打造', '深化', '实施', '推动', '做优', '擦亮', '建设', '开展'])

function occurrencesOf(text: string, name: string): Span[] {
  const found: Span[] = []
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    found.push({ start: at, end: at + name.length })
  }
  return found
}

function themeOf(occurrences: readonly Span[], statements: readonly Statement[]): string | null {
  let index = 0
  for (const { start } of occurrences) {
    while (index < statements.length && statements[index]!.end <= start) index++
    const statement = statements[index]
    if (statement === undefined || statement.start > start || statement.themes.length === 0) continue
    return statement.themes.reduce((best, theme) => (theme.score > best.score ? theme : best)).id
  }
  return null
}
