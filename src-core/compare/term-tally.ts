/** Some reports that are counted together. */
export interface TermGroup {
  readonly name: string
  readonly reports: number
  /** Without white space. */
  readonly characters: number
  /** All that was counted in them: words, runs of characters, or statements where themes are counted. */
  readonly total: number
}

/** How often each term stands in a group. */
export interface Tally extends TermGroup {
  readonly counts: ReadonlyMap<string, number>
}

/** Which terms are told of: those that stand so often in all groups together, and have so many characters. */
export interface TermBounds {
  readonly least: number
  readonly shortest: number
}

/** Work on many terms rests after so many of them. */
const AT_ONCE = 2000

/** Terms that are frequent and long enough, with how often they stand in each group; most frequent first, then by code. */
export function* candidatesOf(tallies: readonly Tally[], { least, shortest }: TermBounds): Generator<void, TermCounts[]> {
  const terms = new Map<string, number[]>()
  let done = 0
  for (const [index, { counts }] of tallies.entries()) {
    for (const [term, count] of counts) {
      const known = terms.get(term)
      if (known !== undefined) known[index] = count
      else if (term.length >= shortest) terms.set(term, tallies.map((_, at) => (at === index ? count : 0)))
      if (++done % AT_ONCE === 0) yield
    }
  }
  const found: TermCounts[] = []
  for (const [term, counts] of terms) {
    const sum = counts.reduce((all, count) => all + count, 0)
    if (sum >= least) found.push({ term, counts, sum })
    if (++done % AT_ONCE === 0) yield
  }
  return found.sort((a, b) => b.sum - a.sum || (a.term < b.term ? -1 : 1))
}

export interface TermCounts {
  readonly term: string
  /** Group by group. */
  readonly counts: readonly number[]
  readonly sum: number
}
