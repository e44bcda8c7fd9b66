import { isSpaceAt } from '#core/text/characters.ts'
import type { Box } from '#core/source/source.ts'
import type { Area } from './area.ts'
import type { PrintedPage, PrintedRun } from './printed-page.ts'

/** Characters of one run without white space between them: what is moved about as one. */
export interface Word extends Area {
  readonly text: string
  readonly run: PrintedRun
  /** Of its first code unit in the text of the run. */
  readonly from: number
  readonly size: number
  /** White space stands before it in the same run. */
  readonly isSpaced: boolean
  isVertical: boolean
}

/** A character that takes up this many sizes of the type has a gap behind it. */
const WIDE_ADVANCE = 1.9

const WORD = /[^\s\u0085]+/g

/** All characters of a page but white space; u is x and v is y. */
export function wordsOf(page: PrintedPage): Word[] {
  const words: Word[] = []
  for (const run of page.runs) {
    if (run.text.length === 1) {
      if (!isSpaceAt(run.text, 0)) words.push(wordOf(run, 0, 1))
      continue
    }
    for (const found of run.text.matchAll(WORD)) {
      let from = found.index
      const end = from + found[0].length
      if (run.edges !== undefined) {
        for (let at = from; at < end - 1; at++) {
          if (!hasGapBehind(run, at)) continue
          words.push(wordOf(run, from, at + 1))
          from = at + 1
        }
      }
      words.push(wordOf(run, from, end))
    }
  }
  return words
}

function hasGapBehind(run: PrintedRun, at: number): boolean {
  const unit = run.text.charCodeAt(at)
  if (unit >= 0xd800 && unit <= 0xdbff) return false
  return edgeOf(run, at + 1) - edgeOf(run, at) > WIDE_ADVANCE * sizeOf(run)
}

function wordOf(run: PrintedRun, from: number, end: number): Word {
  const isVertical = isWrittenDown(run)
  if (end - from === run.text.length && run.edges === undefined) {
    const { x, y, width, height } = run.box
    if (width >= 0 && height >= 0 && Number.isFinite(x + y + width + height)) return { text: run.text, run, from, size: sizeOf(run), isSpaced: false, isVertical, u0: x, v0: y, u1: x + width, v1: y + height }
  }
  const box = boxOf(run, from, end)
  const text = end - from === run.text.length ? run.text : run.text.slice(from, end)
  return { text, run, from, size: sizeOf(run), isSpaced: from > 0, isVertical, u0: box.x, v0: box.y, u1: box.x + box.width, v1: box.y + box.height }
}

/** By what the format says, or by a box that is far higher than wide for its characters. */
function isWrittenDown({ text, box, isVertical }: PrintedRun): boolean {
  return isVertical ?? (text.length >= 3 && box.height > 1.5 * Math.abs(box.width) * (text.length / 3))
}

/** Type whose height is not told is as high as its line. */
function sizeOf(run: PrintedRun): number {
  if (run.size > 0 && Number.isFinite(run.size)) return run.size
  const { width, height } = run.box
  const across = Math.abs(isWrittenDown(run) ? width : height)
  return across > 0 && Number.isFinite(across) ? across : 1
}

/** Where a code unit of a run begins, along the direction of writing. */
function edgeOf(run: PrintedRun, at: number): number {
  const known = run.edges?.[at]
  if (known !== undefined && Number.isFinite(known)) return known
  const { box } = run
  const isVertical = isWrittenDown(run)
  const edge = (isVertical ? box.y : box.x) + ((isVertical ? box.height : box.width) * at) / run.text.length
  return Number.isFinite(edge) ? edge : 0
}

/** Where a code unit of a word begins (`at` its length: where it ends), along the line that the word is part of. */
export function edgeIn({ run, from, text, isVertical }: Word, at: number): number {
  if (isVertical === isWrittenDown(run)) return edgeOf(run, from + at)
  // a character of level type in a line that runs down
  const box = boxOf(run, from, from + text.length)
  return isVertical ? box.y + (box.height * at) / text.length : box.x + (box.width * at) / text.length
}

/** The part of a run's box that the code units `[from, end)` take up. */
export function boxOf(run: PrintedRun, from: number, end: number): Box {
  const x = finite(Math.min(run.box.x, run.box.x + run.box.width))
  const y = finite(Math.min(run.box.y, run.box.y + run.box.height))
  const width = finite(Math.abs(run.box.width))
  const height = finite(Math.abs(run.box.height))
  if (from === 0 && end === run.text.length && run.edges === undefined) return { x, y, width, height }
  const begin = edgeOf(run, from)
  const length = Math.max(0, edgeOf(run, end) - begin)
  // A gap behind the last character is not part of it
  const last = edgeOf(run, end - 1)
  const own = run.edges !== undefined && begin + length - last > WIDE_ADVANCE * sizeOf(run) ? last + sizeOf(run) - begin : length
  return isWrittenDown(run) ? { x, y: begin, width, height: own } : { x: begin, y, width: own, height }
}

const finite = (value: number): number => (Number.isFinite(value) ? value : 0)

/** CJK, by its first and last code unit: characters that are set without spaces. */
export const isWide = (unit: number): boolean => unit >= 0x2e80 || (unit >= 0x2010 && unit <= 0x206f)
