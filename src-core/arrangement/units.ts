import { isSpaceAt } from '../text/characters.ts'
import { isSentenceEnd } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import type { Source } from '../source/source.ts'
import type { Arrangement } from './arrangement.ts'

/** A line longer than this, in code units, can be taken apart at its sentences. */
const LONG_LINE = 80

/**
 * What a person moves as one: the lines of a source, and the sentences of long ones, each with the
 * white space behind it. They cover the text without gaps; where one of the arrangements cuts, a unit begins.
 */
export function unitsOf(source: Source, arrangements: readonly Arrangement[]): Span[] {
  const { text, lines } = source
  const begins = new Set<number>([0])
  for (const line of lines) {
    begins.add(line.start)
    if (line.end - line.start > LONG_LINE) for (const begin of sentenceBegins(text, line)) begins.add(begin)
  }
  for (const { articles } of arrangements) {
    for (const { stretches, title, asides = [] } of articles) {
      for (const span of [...stretches, ...asides, ...(title === undefined || title === null ? [] : [title])]) begins.add(span.start).add(span.end)
    }
  }
  const sorted = [...begins].filter((begin) => begin < text.length).sort((a, b) => a - b)
  // what is blank goes with what stands before it, and at the begin of the text with what comes then
  const [first = 0, ...others] = sorted.filter((begin, n) => n === 0 || !isBlank(text, begin, sorted[n + 1] ?? text.length))
  const kept = [first, ...(isBlank(text, first, others[0] ?? text.length) ? others.slice(1) : others)]
  return kept.map((start, n) => ({ start, end: kept[n + 1] ?? text.length }))
}

function sentenceBegins(text: string, { start, end }: Span): number[] {
  const begins: number[] = []
  for (let at = start + 1; at < end; at++) {
    if (!isSentenceEnd(text, at) || isSentenceEnd(text, at + 1)) continue
    while (at < end && isSpaceAt(text, at)) at++
    if (at < end) begins.push(at)
  }
  return begins
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpaceAt(text, at)) return false
  return true
}
