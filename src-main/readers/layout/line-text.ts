import { CLOSING, WIDE_MARK, classAt } from '#core/text/characters.ts'
import type { Box } from '#core/source/source.ts'
import type { LineFacts } from '#core/source/source-text.ts'
import { median } from './area.ts'
import { boxOf, edgeIn, isWide, type Word } from './words.ts'

/** The text of a line with its place on the page. */
export interface LineText {
  readonly text: string
  readonly facts: LineFacts
}

/** In sizes of the type: a wider gap between Latin words is a space, between Chinese ones a blank that was meant. */
const LATIN_SPACE = 0.15
const WIDE_SPACE = 0.45

/** Words of one line, in order, as text: a space where a gap sets words apart, none in lines that are spaced out. */
export function lineText(words: readonly Word[]): LineText {
  const usual = usualGap(words)
  const isVertical = words[0]!.isVertical
  const parts: string[] = []
  const edges: number[] = []
  let sum = 0
  let characters = 0
  words.forEach((word, n) => {
    const before = words[n - 1]
    if (before !== undefined && hasSpace(before, word, usual)) {
      parts.push(' ')
      edges.push(edgeIn(before, before.text.length))
    }
    parts.push(word.text)
    for (let at = 0; at < word.text.length; at++) edges.push(edgeIn(word, at))
    if (word.run.confidence !== undefined) {
      sum += word.run.confidence * word.text.length
      characters += word.text.length
    }
  })
  const last = words.at(-1)!
  edges.push(edgeIn(last, last.text.length))
  const facts = { box: boxAround(words), edges, ...(isVertical ? { isVertical } : {}), ...(characters > 0 ? { confidence: sum / characters } : {}) }
  return { text: parts.join(''), facts }
}

/** Between characters of the line, those inside a word counted. */
function usualGap(words: readonly Word[]): number {
  const gaps: number[] = []
  let inside = 0
  words.forEach((word, n) => {
    const before = words[n - 1]
    if (before !== undefined) gaps.push(gapBetween(before, word))
    inside += word.text.length - 1
  })
  return inside >= gaps.length ? 0 : median([...gaps, ...new Array<number>(inside).fill(0)])
}

const gapBetween = (before: Word, word: Word): number => (word.u0 - before.u1) / Math.min(before.size, word.size)

function hasSpace(before: Word, word: Word, usual: number): boolean {
  const gap = gapBetween(before, word)
  const last = before.text.length - 1
  if (!isWide(before.text.charCodeAt(last)) && !isWide(word.text.charCodeAt(0))) return (word.isSpaced && word.run === before.run) || gap > LATIN_SPACE
  if (((classAt(before.text, last) | classAt(word.text, 0)) & (WIDE_MARK | CLOSING)) !== 0) return false
  return gap > WIDE_SPACE && gap > 2.5 * usual
}

function boxAround(words: readonly Word[]): Box {
  let x = Infinity
  let y = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const word of words) {
    const box = boxOf(word.run, word.from, word.from + word.text.length)
    x = Math.min(x, box.x)
    y = Math.min(y, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return { x, y, width: right - x, height: bottom - y }
}
