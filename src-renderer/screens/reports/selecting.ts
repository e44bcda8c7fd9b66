/**
 * All from one report to another in the order of the list, added to what is selected: Shift with a
 * click or an arrow. Where the first is not in the list any more, the second alone.
 */
export function withRange(selected: readonly string[], ids: readonly string[], { from, to }: { readonly from: string | null; readonly to: string }): readonly string[] {
  const end = ids.indexOf(to)
  const start = from === null ? end : ids.indexOf(from)
  if (end < 0) return selected
  const range = start < 0 ? [to] : ids.slice(Math.min(start, end), Math.max(start, end) + 1)
  const known = new Set(selected)
  return [...selected, ...range.filter((id) => !known.has(id))]
}

/** All of the list; where all are selected already, none of it. What is selected outside the list stays. */
export function toggledAll(selected: readonly string[], ids: readonly string[]): readonly string[] {
  const known = new Set(selected)
  const listed = new Set(ids)
  const others = selected.filter((id) => !listed.has(id))
  return ids.every((id) => known.has(id)) ? others : [...others, ...ids]
}
