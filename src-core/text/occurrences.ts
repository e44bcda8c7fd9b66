import { condense, positionOf } from './folding.ts'
import type { Span } from './span.ts'

/** What a search looks for: the query as `condense` leaves it; '' where nothing is left to look for. */
export const searchedWords = (query: string): string => condense(query.toWellFormed()).text

/**
 * Every place of a text that has the query, whatever the width, the case and the white space on either
 * side; places do not overlap. Each span is of the text itself, from the first to the last character found.
 *
 * @example findOccurrences('发展养老\n服务', '养老 服务') // [{ start: 2, end: 7 }]
 */
export function findOccurrences(text: string, query: string): Span[] {
  const wanted = searchedWords(query)
  if (wanted === '') return []
  const { text: condensed, gaps } = condense(text)
  const found: Span[] = []
  for (let at = condensed.indexOf(wanted); at !== -1; at = condensed.indexOf(wanted, at + wanted.length)) {
    found.push({ start: positionOf(gaps, at), end: positionOf(gaps, at + wanted.length - 1) + 1 })
  }
  return found
}
