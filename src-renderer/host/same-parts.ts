/**
 * The new answer with every part that says the same as before replaced by that part itself: who draws a
 * part again only when it is another object draws nothing for what did not change. Answers are Json.
 */
export function withSameParts<T>(before: unknown, now: T): T {
  return shared(before, now) as T // the same values as `now`, in part the objects of `before`
}

function shared(before: unknown, now: unknown): unknown {
  if (before === now || typeof before !== 'object' || typeof now !== 'object' || before === null || now === null) return now
  if (Array.isArray(before) !== Array.isArray(now)) return now
  return Array.isArray(now) ? sharedList(before as readonly unknown[], now) : sharedRecord(before as Fields, now as Fields)
}

type Fields = Readonly<Record<string, unknown>>

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const parts = now.map((part, index) => shared(before[index], part))
  return before.length === parts.length && parts.every((part, index) => part === before[index]) ? before : parts
}

function sharedRecord(before: Fields, now: Fields): Fields {
  const parts = Object.entries(now).map(([key, part]): [string, unknown] => [key, shared(before[key], part)])
  const isSame = Object.keys(before).length === parts.length && parts.every(([key, part]) => Object.hasOwn(before, key) && part === before[key])
  return isSame ? before : Object.fromEntries(parts)
}
