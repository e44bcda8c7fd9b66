import { grow, middleV, sharedV, type Area } from './area.ts'
import { isWide, type Word } from './words.ts'

/** Words that follow each other on one line without a gap that could part columns. */
export interface Segment extends Area {
  readonly words: Word[]
  /** Of most of its characters. */
  size: number
  characters: number
  isBold: boolean
}

/** Rules that stand across the lines, sorted by u: nothing is joined through them. */
export type Walls = readonly Area[]

/** In sizes of the type; gutters between columns are wider, spaces between words narrower. */
const WIDEST_SPACE = 0.8
/** The same where one run of the file goes on behind the gap. */
const WIDEST_IN_RUN = 1.6
const OVERLAP = -0.7
const MOST_BANDS = 20_000

/**
 * Joins words to the words before them on their line. Words are taken from left to right; the page is
 * cut into bands half a line high, and only the last word of the bands around a word can be its
 * neighbour: O(n log n) for the sort, and constant work for each word after it.
 */
export function segmentsOf(words: readonly Word[], walls: Walls = []): Segment[] {
  if (words.length === 0) return []
  const sorted = byPosition(words)
  const bands = bandsOf(sorted)
  const latest: (Segment | undefined)[] = []
  const segments: Segment[] = []
  for (const word of sorted) {
    const band = bands.of(word)
    const before = neighbourOf(word, { latest, band, walls })
    if (before === null) segments.push((latest[band] = segmentOf(word)))
    else latest[band] = append(before, word)
  }
  for (const segment of segments) settle(segment)
  return joinSpacedOut(segments, walls)
}

interface Place {
  readonly latest: readonly (Segment | undefined)[]
  readonly band: number
  readonly walls: Walls
}

function neighbourOf(word: Word, { latest, band, walls }: Place): Segment | null {
  let best: Segment | null = null
  for (let at = band < 2 ? 0 : band - 2; at <= band + 2; at++) {
    const segment = latest[at]
    if (segment === undefined || segment === best || (best !== null && segment.u1 <= best.u1)) continue
    if (follows(word, segment) && !isParted(segment, word, walls)) best = segment
  }
  return best
}

function follows(word: Word, segment: Segment): boolean {
  const last = segment.words[segment.words.length - 1]!
  const least = Math.min(word.size, last.size)
  const gap = word.u0 - segment.u1
  const widest = last.run === word.run ? WIDEST_IN_RUN : WIDEST_SPACE
  if (gap > widest * least || gap < OVERLAP * least) return false
  const lower = Math.min(word.v1 - word.v0, segment.v1 - segment.v0)
  if (sharedV(word, segment) < 0.5 * lower) return false
  return Math.max(word.size, last.size) <= 1.7 * least || Math.abs(middleV(word) - middleV(segment)) <= 0.2 * least
}

/** Whether a rule stands between the two. */
function isParted(before: Area, after: Area, walls: Walls): boolean {
  if (walls.length === 0 || after.u0 <= before.u1) return false
  let low = 0
  let high = walls.length
  const from = before.u1 - (after.u0 - before.u1) * 0.5
  while (low < high) {
    const middle = (low + high) >> 1
    if (walls[middle]!.u0 < from) low = middle + 1
    else high = middle
  }
  const v = (Math.max(before.v0, after.v0) + Math.min(before.v1, after.v1)) / 2
  for (; low < walls.length && walls[low]!.u0 <= after.u0; low++) {
    if (walls[low]!.v0 <= v && walls[low]!.v1 >= v) return true
  }
  return false
}

function segmentOf(word: Word): Segment {
  const { u0, v0, u1, v1, size, text, run } = word
  return { words: [word], u0, v0, u1, v1, size, characters: text.length, isBold: run.isBold === true }
}

function append(segment: Segment, word: Word): Segment {
  segment.words.push(word)
  segment.characters += word.text.length
  grow(segment, word)
  return segment
}

function settle(segment: Segment): void {
  const { words } = segment
  if (words.length === 1) return
  const [first] = words
  if (words.every(({ size, run }) => size === first!.size && run.isBold === first!.run.isBold)) return
  const counts = new Map<number, number>()
  let bold = 0
  for (const { size, text, run } of words) {
    counts.set(size, (counts.get(size) ?? 0) + text.length)
    if (run.isBold === true) bold += text.length
  }
  segment.size = commonest(counts)
  segment.isBold = bold > segment.characters / 2
}

/** The key with the greatest count. */
export function commonest(counts: ReadonlyMap<number, number>): number {
  let most = 0
  let best = 0
  for (const [value, count] of counts) {
    if (count > most || (count === most && value > best)) {
      most = count
      best = value
    }
  }
  return best
}

/** Several segments of one line as one, in the order of u. */
export function joined(parts: readonly Segment[]): Segment {
  if (parts.length === 1) return parts[0]!
  const words = parts.flatMap((part) => part.words)
  const segment = segmentOf(words[0]!)
  for (let n = 1; n < words.length; n++) append(segment, words[n]!)
  for (const part of parts) grow(segment, part)
  settle(segment)
  return segment
}

/** Words by u; of equal ones, in the order of the file. */
function byPosition(words: readonly Word[]): Word[] {
  let least = Infinity
  let most = -Infinity
  for (const { u0 } of words) {
    if (u0 < least) least = u0
    if (u0 > most) most = u0
  }
  if (most - least > FINE || words.length > PLACES) {
    return words.map((_, n) => n).sort((a, b) => words[a]!.u0 - words[b]!.u0 || a - b).map((n) => words[n]!)
  }
  // Position and index in one number each: sorting numbers takes a fifth of the time
  const keys = new Float64Array(words.length)
  for (let n = 0; n < words.length; n++) keys[n] = Math.floor((words[n]!.u0 - least) * STEPS) * PLACES + n
  return Array.from(keys.sort(), (key) => words[key % PLACES]!)
}

/** Units of the page that keys can tell apart, with this many steps each; words a page. */
const FINE = 100_000
const STEPS = 1_000
const PLACES = 2 ** 24

function bandsOf(words: readonly Word[]): { of: (word: Word) => number } {
  let least = Infinity
  let most = -Infinity
  let first = Infinity
  let last = -Infinity
  for (const word of words) {
    const v = middleV(word)
    if (v < first) first = v
    if (v > last) last = v
    if (word.size < least) least = word.size
    if (word.size > most) most = word.size
  }
  const height = Math.max(least / 2, most / 16, (last - first) / MOST_BANDS, 1e-6)
  return { of: (word) => Math.floor((middleV(word) - first) / height) }
}

/** 全　省　民　政: single characters of one size at equal steps are one line, however far apart. */
function joinSpacedOut(segments: readonly Segment[], walls: Walls): Segment[] {
  const singles = segments.filter((segment) => segment.characters <= 2 && segment.words.length === 1 && isWide(segment.words[0]!.text.charCodeAt(0)))
  if (singles.length < 3) return [...segments]
  singles.sort((a, b) => Math.round((middleV(a) - middleV(b)) / (0.4 * Math.max(a.size, b.size))) || a.u0 - b.u0)
  const taken = new Set<Segment>()
  const whole: Segment[] = []
  let chain: Segment[] = []
  const close = () => {
    if (chain.length >= 3) {
      for (const part of chain) taken.add(part)
      whole.push(joined(chain))
    }
    chain = []
  }
  for (const segment of singles) {
    const last = chain.at(-1)
    if (last !== undefined && !stepsOn(chain, segment, walls)) close()
    chain.push(segment)
  }
  close()
  return taken.size === 0 ? [...segments] : [...segments.filter((segment) => !taken.has(segment)), ...whole]
}

function stepsOn(chain: readonly Segment[], next: Segment, walls: Walls): boolean {
  const last = chain.at(-1)!
  const gap = next.u0 - last.u1
  if (gap < 0 || gap > 3 * last.size || Math.abs(next.size - last.size) > 0.1 * last.size) return false
  if (Math.abs(middleV(next) - middleV(last)) > 0.25 * last.size || isParted(last, next, walls)) return false
  const before = chain.at(-2)
  return before === undefined || Math.abs(gap - (last.u0 - before.u1)) <= 0.2 * last.size
}
