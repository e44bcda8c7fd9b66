import type { ComparedVersions } from '#core/contract/version-calls.ts'
import { charactersOf } from '#core/text/counted-text.ts'
import type { VersionRow } from '#core/versions/versions.ts'

/** What stands on the page: a row, or an unchanged stretch that is folded or can be. */
export type Block = { readonly row: number } | { readonly fold: number; readonly rows: readonly number[]; readonly characters: number; readonly isOpen: boolean }

/** Shorter unchanged stretches stay in sight: they are the change's surroundings. */
const LEAST_FOLDED = 2

/** Unchanged stretches fold to one line; one that is open is followed by its rows. */
export function blocksOf({ rows, after }: Pick<ComparedVersions, 'rows' | 'after'>, unfolded: readonly number[]): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < rows.length; ) {
    const end = endOfSame(rows, at)
    if (end - at < LEAST_FOLDED) {
      blocks.push({ row: at++ })
      continue
    }
    const inside = Array.from({ length: end - at }, (_, n) => at + n)
    const isOpen = unfolded.includes(at)
    const characters = inside.reduce((sum, n) => sum + charactersOf(after.text.slice(rows[n]!.after!.start, rows[n]!.after!.end)), 0)
    blocks.push({ fold: at, rows: inside, characters, isOpen })
    if (isOpen) blocks.push(...inside.map((row) => ({ row })))
    at = end
  }
  return blocks
}

/** Where the unchanged stretch that begins here ends. */
function endOfSame(rows: readonly VersionRow[], from: number): number {
  let end = from
  while (rows[end]?.kind === 'same') end++
  return end
}

/** First rows of all stretches that fold. */
export const foldsOf = (blocks: readonly Block[]): number[] => blocks.flatMap((block) => ('fold' in block ? [block.fold] : []))
