import { middleV, sharedU, type Area } from './area.ts'

/** Beyond this many the relation is not worked out: they are scattered words, not a layout. */
const MOST = 120

/**
 * Blocks in an order that keeps two rules (Breuel 2003): what is above another block of the same
 * breadth comes first; so does what is wholly left of another one, unless something between the two
 * in height spans both. O(n³).
 */
export function topological<T extends Area>(blocks: readonly T[]): T[] {
  const sorted = [...blocks].sort((a, b) => a.u0 - b.u0 || a.v0 - b.v0)
  if (blocks.length > MOST) return sorted.sort((a, b) => a.v0 - b.v0 || a.u0 - b.u0)
  const before = sorted.map((block) => sorted.flatMap((other, n) => (other !== block && precedes(other, block, sorted) ? [n] : [])))
  const open = new Set(sorted.keys())
  const result: T[] = []
  while (open.size > 0) {
    let next: number | undefined
    for (const n of open) {
      if (!before[n]!.some((other) => open.has(other))) {
        next = n
        break
      }
    }
    // Rules that contradict each other: the leftmost goes first
    next ??= [...open][0]!
    open.delete(next)
    result.push(sorted[next]!)
  }
  return result
}

function precedes(a: Area, b: Area, all: readonly Area[]): boolean {
  if (sharedU(a, b) > 0) return middleV(a) < middleV(b)
  if (a.u0 > b.u0) return false
  const low = Math.min(middleV(a), middleV(b))
  const high = Math.max(middleV(a), middleV(b))
  return !all.some((c) => c !== a && c !== b && middleV(c) > low && middleV(c) < high && sharedU(c, a) > 0 && sharedU(c, b) > 0)
}
