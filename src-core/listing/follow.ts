/** An answer that tells what has changed since the one before, or all. */
export interface Told<T> {
  readonly isWhole: boolean
  /** What is new or has changed; all, where it is whole. */
  readonly told: readonly T[]
  /** Ids of what is there no more. */
  readonly gone: readonly string[]
}

/**
 * The list after an answer, in order. A part that says the same as before is the same object, and a list
 * of which nothing has changed is the same list.
 * @param before the list that was asked with; null: none
 * @param how `kept`: what is to stand for a new part: the one before where it says the same
 */
export function follow<T extends { readonly id: string }>(
  before: readonly T[] | null,
  { isWhole, told, gone }: Told<T>,
  { ordered, kept }: { readonly ordered: (parts: readonly T[]) => readonly T[]; readonly kept: (before: T, now: T) => T }
): readonly T[] {
  if (before === null) return ordered(told)
  if (told.length === 0 && gone.length === 0 && (!isWhole || before.length === 0)) return before
  const known = new Map(before.map((part) => [part.id, part]))
  const now = told.map((part) => {
    const old = known.get(part.id)
    return old === undefined ? part : kept(old, part)
  })
  const replaced = new Set([...gone, ...told.map(({ id }) => id)])
  const next = ordered(isWhole ? now : [...before.filter(({ id }) => !replaced.has(id)), ...now])
  return next.length === before.length && next.every((part, index) => part === before[index]) ? before : next
}
