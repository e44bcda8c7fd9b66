import type { Span } from '../text/span.ts'
import { opensMeasure } from './verbs.ts'

/**
 * Neighbouring units that open with the same word: sentences (`要聚焦…。要聚焦…。要聚焦…。`), parts between
 * semicolons, clauses (`着力…，着力…，着力…`).
 */
export interface ParallelRun {
  /** At least three, in order. The stretch of an item reaches to the next, the last to its unit's end. */
  readonly items: readonly Span[]
  readonly unit: 'sentence' | 'part' | 'clause'
}

/** Fewer than three alike openings are chance. */
const SHORTEST_RUN = 3

/** A sentence of fewer characters holds no list. */
const SHORTEST_LIST = 12

/**
 * The runs of one paragraph. Sentences are compared first; clauses are compared inside one sentence.
 * `sentences` are the paragraph's, with their marks.
 */
export function parallelRuns(text: string, sentences: readonly Span[]): ParallelRun[] {
  const runs: ParallelRun[] = []
  for (const items of alike(text, sentences)) runs.push({ items, unit: 'sentence' })
  for (const sentence of sentences) {
    if (sentence.end - sentence.start < SHORTEST_LIST) continue
    const clauses = clausesOf(text, sentence)
    const parts = partsOf(text, clauses)
    if (parts.length >= SHORTEST_RUN) for (const items of alike(text, parts)) runs.push({ items, unit: 'part' })
    if (clauses.length > parts.length) for (const items of alike(text, clauses)) runs.push({ items, unit: 'clause' })
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

/** The verb or adverb, two characters, with which a unit opens after `要`; null where it opens with a subject. */
function openingOf(text: string, unit: Span): string | null {
  const start = openingStart(text, unit.start)
  if (unit.end - start < 4) return null
  const opening = text.slice(start, start + 2)
  return opensMeasure(opening) ? opening : null
}

/** Where the words of an item begin: `要` before the verb is dropped. */
export function openingStart(text: string, start: number): number {
  return text[start] === '要' ? start + 1 : start
}

function clausesOf(text: string, sentence: Span): Span[] {
  const clauses: Span[] = []
  let start = sentence.start
  for (let i = sentence.start; i < sentence.end; i++) {
    const code = text.charCodeAt(i)
    if (code !== COMMA && code !== SEMICOLON && code !== COLON && code !== ASCII_COMMA) continue
    clauses.push({ start, end: i + 1 })
    start = i + 1
  }
  if (start < sentence.end) clauses.push({ start, end: sentence.end })
  return clauses
}

/** The parts of a sentence between its semicolons. */
function partsOf(text: string, clauses: readonly Span[]): Span[] {
  const parts: Span[] = []
  let start: number | null = null
  clauses.forEach(({ start: from, end }, index) => {
    start ??= from
    if (index + 1 < clauses.length && text.charCodeAt(end - 1) !== SEMICOLON) return
    parts.push({ start, end })
    start = null
  })
  return parts
}

const COMMA = 0xff0c
const ASCII_COMMA = 0x2c
const SEMICOLON = 0xff1b
const COLON = 0xff1a
