import type { Gazetteer } from '../places/gazetteer.ts'
import { arrange, type Role } from '../source/arrange.ts'
import { isSubtitle } from '../source/groups.ts'
import type { Part } from '../source/parts.ts'

/** A headline, what stands beside it, and the text, which keeps its order. */
export interface Head {
  readonly title: Part | null
  readonly asides: readonly Part[]
  readonly text: readonly Part[]
}

/** Looks for the headline of an article whose bounds a person gave: that of the first report which the machine would see in it. */
export function headOf(parts: readonly Part[], gazetteer: Gazetteer): Head {
  const placed = arrange(parts, gazetteer)
  const first = placed.findIndex(({ role }) => role !== 'stray')
  const next = placed.findIndex(({ begins }, n) => n > first && begins)
  const run = first === -1 ? [] : placed.slice(first, next === -1 ? placed.length : next)
  const having = (...roles: Role[]) => run.filter(({ role }) => roles.includes(role)).map(({ piece }) => piece.part)
  const title = having('title', 'late-title')[0] ?? null
  if (title === null) return { title, asides: [], text: parts }
  const asides = having('kicker', 'subtitle')
  const text = parts.filter((part) => part !== title && !asides.includes(part))
  const [under] = text
  return under !== undefined && text.length > 1 && isSubtitle(under)
    ? { title, asides: [...asides, under], text: text.slice(1) }
    : { title, asides, text }
}
