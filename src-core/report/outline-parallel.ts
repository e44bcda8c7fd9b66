import type { Span } from '../text/span.ts'

/** Neighbouring units that open with the same word: `要聚焦…。要聚焦…。要聚焦…。`, `着力…，着力…，着力…`. */
export interface ParallelRun {
  /** At least three, in order. The stretch of an item reaches to the next, the last to its unit's end. */
  readonly items: readonly Span[]
  readonly unit: 'sentence' | 'clause'
}

/** Fewer than three alike openings are chance. */
const SHORTEST_RUN = 3

/** Openings that repeat without making a list. */
const NOT_OPENERS = new Set('的了和与及或在以从对为把将被是有这那其我他她它们全各每不也都就又还并而且因由等中上下年月日第其该此以到至于向与让使')

/**
 * The runs of one paragraph. Sentences are compared first; clauses are compared inside one sentence.
 * `sentences` are the paragraph's, with their marks.
 */
export function parallelRuns(text: string, sentences: readonly Span[]): ParallelRun[] {
  const runs: ParallelRun[] = []
  for (const items of alike(text, sentences)) runs.push({ items, unit: 'sentence' })
  for (const sentence of sentences) {
    if (sentence.end - sentence.start < 12) continue
    for (const items of alike(text, clausesOf(text, sentence))) runs.push({ items, unit: 'clause' })
  }
  return runs
}

function alike(text: string, units: readonly Span[]): Span[][] {
  const found: Span[][] = []
  let from = 0
  while (from + SHORTEST_RUN <= units.length) {
    const opening = openingOf(text, units[from]!)
    let to = from + 1
    if (opening !== null) while (to < units.length && openingOf(text, units[to]!) === opening) to++
    if (to - from >= SHORTEST_RUN) found.push(units.slice(from, to))
    from = to
  }
  return found
}

/** The first two Han characters after `要`, `会议要求，` and the like; null where they open nothing. */
function openingOf(text: string, unit: Span): string | null {
  const start = openingStart(text, unit.start)
  if (unit.end - start < 4) return null
  for (let i = start; i < start + 2; i++) {
    const code = text.charCodeAt(i)
    if (code < 0x4e00 || code > 0x9fff || NOT_OPENERS.has(text[i]!)) return null
  }
  return text.slice(start, start + 2)
}

/** Where the words of an item begin: `要` before the verb is dropped. */
export function openingStart(text: string, start: number): number {
  return text[start] === '要' ? start + 1 : start
}

function clausesOf(text: string, sentence: Span): Span[] {
  const clauses: Span[] = []
  let start = sentence.start
  for (let i = sentence.start; i < sentence.end; i++) {
    const character = text[i]
    if (character === '，' || character === '；' || character === '：') {
      clauses.push({ start, end: i + 1 })
      start = i + 1
    }
  }
  if (start < sentence.end) clauses.push({ start, end: sentence.end })
  return clauses
}
