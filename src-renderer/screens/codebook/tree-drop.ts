import type { CodebookChange } from '#core/codebook/changes.ts'
import type { Codebook, Theme } from '#core/codebook/codebook.ts'
import { siblingsOf, targetsOf } from './theme-edits.ts'

/** Where on a line of the tree something is let go: at its upper edge, its lower edge, or on it. */
export type DropPart = 'before' | 'after' | 'under'

/** @param at how far down the line, 0 to 1 */
export const dropPartAt = (at: number): DropPart => (at < 0.25 ? 'before' : at > 0.75 ? 'after' : 'under')

/** Where a theme goes that is let go on a line; null where it cannot, or stands there already. */
export function dropOf(codebook: Codebook, theme: Theme, { on, part }: { readonly on: Theme; readonly part: DropPart }): CodebookChange | null {
  const parent = part === 'under' ? on.id : (on.parent ?? null)
  const isRoom = (id: string): boolean => targetsOf(codebook, theme).some((target) => target.id === id)
  if (theme.retired !== undefined || on.retired !== undefined || on.id === theme.id || !isRoom(on.id)) return null
  const siblings = siblingsOf(codebook, parent).filter(({ id }) => id !== theme.id)
  const at = siblings.findIndex(({ id }) => id === on.id)
  const before = (part === 'under' ? undefined : siblings[part === 'before' ? at : at + 1])?.id ?? null
  const now = siblingsOf(codebook, theme.parent ?? null)
  const next = now[now.findIndex(({ id }) => id === theme.id) + 1]?.id ?? null
  return (theme.parent ?? null) === parent && next === before ? null : { kind: 'move', theme: theme.id, parent, before }
}
