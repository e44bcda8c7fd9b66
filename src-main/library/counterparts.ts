import { mergeSpans, spanLength, type Span } from '#core/text/span.ts'

/** A report as the characters of its source. */
export interface Ground {
  readonly spans: readonly Span[]
}

export interface OldGround extends Ground {
  /** It carries a person's work: its place is filled before others. */
  readonly isTouched: boolean
}

/**
 * For each report of a new reading the index of the old one whose place it takes, or null. Two are
 * the same report when they have at least half of the smaller one's characters in common; of several
 * such pairs those with the most go first, and before all of them those whose old report carries a
 * person's work. The order in which either list comes decides nothing but ties.
 */
export function counterparts(before: readonly OldGround[], after: readonly Ground[]): (number | null)[] {
  const pairs = pairsOf(before, after)
    .filter(({ old, fresh, common }) => common * 2 >= Math.min(lengthOf(before[old]!), lengthOf(after[fresh]!)))
    .sort((a, b) => Number(before[b.old]!.isTouched) - Number(before[a.old]!.isTouched) || b.common - a.common || a.fresh - b.fresh)
  const taken = new Set<number>()
  const found = after.map((): number | null => null)
  for (const { old, fresh } of pairs) {
    if (taken.has(old) || found[fresh] !== null) continue
    taken.add(old)
    found[fresh] = old
  }
  return found
}

interface Pair {
  readonly old: number
  readonly fresh: number
  /** Characters that both have. */
  readonly common: number
}

/** All pairs with anything in common, by one pass over the source. */
function pairsOf(before: readonly Ground[], after: readonly Ground[]): Pair[] {
  const [old, fresh] = [placed(before), placed(after)]
  const common = new Map<number, number>()
  let [i, j] = [0, 0]
  while (i < old.length && j < fresh.length) {
    const [a, b] = [old[i]!, fresh[j]!]
    const length = Math.min(a.end, b.end) - Math.max(a.start, b.start)
    const pair = a.of * after.length + b.of
    if (length > 0) common.set(pair, (common.get(pair) ?? 0) + length)
    if (a.end < b.end) i++
    else j++
  }
  return [...common].map(([pair, length]) => ({ old: Math.floor(pair / after.length), fresh: pair % after.length, common: length }))
}

/** The spans of all, in the order of the source; those of one reading do not overlap. */
const placed = (grounds: readonly Ground[]): (Span & { of: number })[] =>
  grounds.flatMap(({ spans }, of) => mergeSpans(spans).map((span) => ({ ...span, of }))).sort((a, b) => a.start - b.start)

const lengthOf = ({ spans }: Ground): number => mergeSpans(spans).reduce((sum, span) => sum + spanLength(span), 0)
