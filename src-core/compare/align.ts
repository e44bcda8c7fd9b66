import { similarities } from './similarity.ts'
import type { ThemeBlock } from './theme-blocks.ts'

/** A report as it is aligned: its text, and the blocks that cover it. */
export interface BlockedText {
  readonly text: string
  readonly blocks: readonly ThemeBlock[]
}

/** Blocks of one theme that answer one another: one of each column at most. */
export interface AlignedUnit {
  readonly theme: string | null
  /** For each column the index of its block, or null. */
  readonly blocks: readonly (number | null)[]
}

/** Which block answers which, over all columns. */
export interface Alignment {
  /** Every block is in exactly one. */
  readonly units: readonly AlignedUnit[]
  /** Column -> block -> its unit. */
  readonly unitOf: readonly (readonly number[])[]
  /** Column -> block -> for each column the block to look at there: of its unit, else the most alike of its theme, else null. */
  readonly partners: readonly (readonly (readonly (number | null)[])[])[]
}

/** Two blocks of one theme that are less alike only answer one another where nothing else does. */
export const LEAST_ALIKE = 0.1

/**
 * Aligns the blocks of two or more reports theme by theme. Blocks without a theme answer nothing.
 *
 * Where a theme has several blocks in a report, those most alike (cosine of character bigrams) are put
 * together first. A pair under `LEAST_ALIKE` is put together only where no other pair of these two
 * columns is: a theme that both have is never left unaligned for want of like words. The order of the
 * text is no hindrance: provinces tell the same in another order, and that is worth seeing.
 */
export function alignBlocks(columns: readonly BlockedText[]): Alignment {
  const groups = new Groups(columns)
  const alike = new Map<string, readonly Alike[]>()
  for (const [theme, members] of membersByTheme(columns)) {
    const pairs = alikePairs(columns, members)
    alike.set(theme, pairs)
    const joined = new Set<string>()
    for (const pair of pairs) {
      if (pair.similarity < LEAST_ALIKE && joined.has(`${pair.a.column} ${pair.b.column}`)) continue
      for (const between of groups.join(pair.a, pair.b)) joined.add(between)
    }
  }
  const { units, unitOf } = groups.units()
  return { units, unitOf, partners: partnersOf({ columns, units, unitOf }, alike) }
}

/** Whether a report has no block of a theme. It may still speak of it in passing: `inPassing`. */
export const hasNone = ({ blocks }: BlockedText, theme: string): boolean => !blocks.some((block) => block.theme === theme)

/** The first block of another theme with statements that are about this one too, or null: then the report does not mention it. */
export function inPassing({ blocks }: BlockedText, theme: string): number | null {
  const at = blocks.findIndex(({ others }) => others.includes(theme))
  return at < 0 ? null : at
}

interface Member {
  readonly column: number
  readonly block: number
}

/** Two blocks of one theme in two columns; `a` is of the column further left. */
interface Alike {
  readonly a: Member
  readonly b: Member
  readonly similarity: number
}

function membersByTheme(columns: readonly BlockedText[]): Map<string, Member[]> {
  const themes = new Map<string, Member[]>()
  columns.forEach(({ blocks }, column) => {
    blocks.forEach(({ theme }, block) => {
      if (theme === null) return
      const known = themes.get(theme)
      if (known === undefined) themes.set(theme, [{ column, block }])
      else known.push({ column, block })
    })
  })
  return themes
}

/** Most alike first; of equals those that stand earlier. */
function alikePairs(columns: readonly BlockedText[], members: readonly Member[]): Alike[] {
  const n = members.length
  const texts = members.map(({ column, block }) => {
    const { start, end } = columns[column]!.blocks[block]!
    return columns[column]!.text.slice(start, end)
  })
  const matrix = similarities(texts)
  const pairs: Alike[] = []
  members.forEach((a, i) => {
    for (let j = i + 1; j < n; j++) {
      const b = members[j]!
      if (a.column !== b.column) pairs.push({ a, b, similarity: matrix[i * n + j]! })
    }
  })
  return pairs.sort((p, q) => q.similarity - p.similarity || p.a.block + p.b.block - q.a.block - q.b.block || p.a.column - q.a.column || p.b.column - q.b.column)
}

/** Blocks that were put together, each column once. */
class Groups {
  readonly #columns: readonly BlockedText[]
  readonly #groupOf: (number | null)[][][]

  constructor(columns: readonly BlockedText[]) {
    this.#columns = columns
    this.#groupOf = columns.map(({ blocks }, column) => blocks.map((_, block) => columns.map((_, other) => (other === column ? block : null))))
  }

  /** @returns the pairs of columns (`0 2`) that are together now; none where a column would come twice */
  join(a: Member, b: Member): string[] {
    const left = this.#groupOf[a.column]![a.block]!
    const right = this.#groupOf[b.column]![b.block]!
    const columns = [...this.#columns.keys()]
    if (left !== right && columns.some((column) => left[column] !== null && right[column] !== null)) return []
    if (left !== right) {
      right.forEach((block, column) => {
        if (block === null) return
        left[column] = block
        this.#groupOf[column]![block] = left
      })
    }
    const present = columns.filter((column) => left[column] !== null)
    return present.flatMap((one) => present.filter((other) => other > one).map((other) => `${one} ${other}`))
  }

  units(): Pick<Alignment, 'units' | 'unitOf'> {
    const numbers = new Map<readonly (number | null)[], number>()
    const units: AlignedUnit[] = []
    const unitOf = this.#groupOf.map((groups, column) =>
      groups.map((blocks, block) => {
        const known = numbers.get(blocks)
        if (known !== undefined) return known
        numbers.set(blocks, units.length)
        units.push({ theme: this.#columns[column]!.blocks[block]!.theme, blocks })
        return units.length - 1
      })
    )
    return { units, unitOf }
  }
}

function partnersOf(
  { columns, units, unitOf }: { readonly columns: readonly BlockedText[] } & Pick<Alignment, 'units' | 'unitOf'>,
  alike: ReadonlyMap<string, readonly Alike[]>
): Alignment['partners'] {
  const partners = columns.map(({ blocks }, column) => blocks.map((_, block) => [...units[unitOf[column]![block]!]!.blocks]))
  for (const pairs of alike.values()) {
    // most alike first: what is found first stays
    for (const { a, b } of pairs) {
      partners[a.column]![a.block]![b.column] ??= b.block
      partners[b.column]![b.block]![a.column] ??= a.block
    }
  }
  return partners
}
