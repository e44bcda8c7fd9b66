import type { Span } from '../text/span.ts'
import { isWordCharacter } from './word-character.ts'

/** What the statistics of texts count. */
export const termUnits = ['words', 'characters', 'themes'] as const
export type TermUnit = (typeof termUnits)[number]

/** Divides a text into words, in order: only those that begin with a letter or digit. The dictionary is the caller's. */
export type WordDivision = (text: string) => Iterable<Span>

/** Runs of `size` letters or digits, none across a mark or white space: `养老服务` has three of two. */
export function* characterRuns(text: string, size: number): Generator<Span, void> {
  let run = 0
  for (let end = 1; end <= text.length; end++) {
    run = isWordCharacter(text.charCodeAt(end - 1)) ? run + 1 : 0
    if (run >= size) yield { start: end - size, end }
  }
}

/** A dictionary of names of one's own over a division that does not know them: a name is one word wherever it stands. */
export function withNames(divide: WordDivision, names: readonly string[]): WordDivision {
  if (names.length === 0) return divide
  const byFirst = Map.groupBy([...new Set(names)].filter((name) => name !== '').sort((a, b) => b.length - a.length), (name) => name[0]!)
  return function* (text) {
    let from = 0
    for (let at = 0; at < text.length; ) {
      const name = byFirst.get(text[at]!)?.find((each) => text.startsWith(each, at))
      if (name === undefined) {
        at++
        continue
      }
      yield* shifted(divide(text.slice(from, at)), from)
      yield { start: at, end: at + name.length }
      at += name.length
      from = at
    }
    yield* shifted(divide(text.slice(from)), from)
  }
}

function* shifted(spans: Iterable<Span>, by: number): Generator<Span, void> {
  for (const { start, end } of spans) yield { start: start + by, end: end + by }
}
