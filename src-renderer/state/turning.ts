import { create } from 'zustand'
import type { ChangePreview } from '#core/contract/change-calls.ts'
import type { PointPreview } from '#core/contract/restore-point-calls.ts'

export type Way = 'undo' | 'redo'

/** A change on its way to being undone or done again, and what that would do. */
export interface Turning {
  readonly way: Way
  readonly preview: ChangePreview
}

/** A restore point that the library is about to go back to. */
export interface Returning {
  readonly way: 'back'
  readonly preview: PointPreview
}

/** What the person is being asked about, or null. */
export const useTurning = create<{ readonly asked: Turning | Returning | null }>()(() => ({ asked: null }))

export const askBeforeTurning = (asked: Turning | Returning | null): void => useTurning.setState({ asked })
