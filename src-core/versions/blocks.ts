import { isWhiteSpace } from '../text/counted-text.ts'
import type { Span } from '../text/span.ts'
import type { Stretch, Version } from './versions.ts'

/**
 * The paragraphs of a version so that between them is nothing but white space: what lies between two paragraphs
 * belongs to the one before it, so that no character of the text is lost.
 */
export function blocksOf({ text, paragraphs }: Version): Span[] {
  const starts = paragraphs.map(({ start }) => start)
  if (starts.length === 0 || text.slice(0, starts[0]).trim() !== '') starts.unshift(0)
  return starts.map((start, index) => withoutMargins(text, { start, end: starts[index + 1] ?? text.length })).filter(({ start, end }) => end > start)
}

function withoutMargins(text: string, { start, end }: Span): Span {
  let [from, to] = [start, end]
  while (from < to && isWhiteSpace(text.charCodeAt(from))) from++
  while (to > from && isWhiteSpace(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

/** Blocks by index, both ends included. */
export type BlockRange = readonly [first: number, last: number]

export const stretchOf = (blocks: readonly Span[], [first, last]: BlockRange): Stretch => ({
  start: blocks[first]!.start,
  end: blocks[last]!.end,
  first: first + 1,
  last: last + 1
})
