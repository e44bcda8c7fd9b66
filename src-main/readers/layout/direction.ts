import { median, sharedU } from './area.ts'
import type { Segment } from './segments.ts'
import { isWide, type Word } from './words.ts'

/** In sizes of the type: characters nearer than this to the next one on their line are part of that line. */
const TIGHT = 0.25
/** Gap between stacked characters: of the size of the text, and of a headline. */
const STACKED = 0.45
const STACKED_HEADLINE = 1

interface Single {
  readonly word: Word
  /** To the nearest word of its line, in the unit of the page; Infinity where it stands alone. */
  readonly beside: number
}

/**
 * Marks the single characters that are part of a line from top to bottom, as side titles of
 * newspapers are set: characters stacked closely, with nothing as close beside them. Runs of several
 * characters tell their direction themselves.
 *
 * @param segments of the page, every character read as part of a level line
 * @returns whether any was marked
 */
export function markVertical(segments: readonly Segment[]): boolean {
  const singles = segments.flatMap(looseSingles)
  if (singles.length < 3) return false
  const usual = median(segments.flatMap((segment) => segment.words.map((word) => word.size)))
  const stacked = new Map<Word, Word>()
  for (const [above, below] of stackedPairs(singles)) {
    const { size } = above.word
    const gap = (below.word.v0 - above.word.v1) / size
    const widest = size >= 1.3 * usual ? STACKED_HEADLINE : STACKED
    if (gap <= widest && gap + 0.2 < Math.min(above.beside, below.beside) / size) stacked.set(above.word, below.word)
  }
  return markChains(stacked)
}

/** On a page of vertical lines: single Chinese characters that nothing stands close beside are part of them. */
export function markLoose(segments: readonly Segment[]): void {
  for (const { word } of segments.flatMap(looseSingles)) if (isWide(word.text.charCodeAt(0))) word.isVertical = true
}

function looseSingles({ words }: Segment): Single[] {
  const singles: Single[] = []
  words.forEach((word, n) => {
    if (word.text.length !== 1 || word.run.isVertical === false) return
    const before = words[n - 1]
    const after = words[n + 1]
    const beside = Math.min(before === undefined ? Infinity : word.u0 - before.u1, after === undefined ? Infinity : after.u0 - word.u1)
    if (beside > TIGHT * word.size) singles.push({ word, beside })
  })
  return singles
}

/** Each character with the next one under it. */
function stackedPairs(singles: readonly Single[]): [Single, Single][] {
  const band = Math.max(median(singles.map(({ word }) => word.size)), 1e-6)
  const bandOf = ({ word }: Single) => Math.floor((word.u0 + word.u1) / 2 / band)
  const latest = new Map<number, Single>()
  const pairs: [Single, Single][] = []
  for (const single of [...singles].sort((a, b) => a.word.v0 - b.word.v0)) {
    const own = bandOf(single)
    let best: Single | undefined
    for (let at = own - 2; at <= own + 2; at++) {
      const above = latest.get(at)
      if (above !== undefined && isAlike(above.word, single.word) && (best === undefined || above.word.v1 > best.word.v1)) best = above
    }
    if (best !== undefined) pairs.push([best, single])
    latest.set(own, single)
  }
  return pairs
}

function isAlike(a: Word, b: Word): boolean {
  return Math.abs(a.size - b.size) <= 0.25 * a.size && sharedU(a, b) > 0.4 * Math.min(a.u1 - a.u0, b.u1 - b.u0)
}

/** Three characters or more, most of them Chinese: digits under each other are a column of a table. */
function markChains(stacked: ReadonlyMap<Word, Word>): boolean {
  const followers = new Set(stacked.values())
  let isAny = false
  for (const head of stacked.keys()) {
    if (followers.has(head)) continue
    const chain = [head]
    for (let next = stacked.get(head); next !== undefined; next = stacked.get(next)) chain.push(next)
    const wide = chain.filter((word) => isWide(word.text.charCodeAt(0))).length
    if (chain.length < 3 || wide < 0.6 * chain.length) continue
    isAny = true
    for (const word of chain) word.isVertical = true
  }
  return isAny
}
