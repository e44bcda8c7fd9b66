import { create } from 'zustand'
import type { ChangePreview } from '#core/contract/change-calls.ts'

export type Way = 'undo' | 'redo'

/** A change on its way to being undone or done again, and what that would do. */
export interface Turning {
  readonly way: Way
  readonly preview: ChangePreview
}

/** What the person is being asked about, or null. */
export const useTurning = create<{ readonly asked: Turning | null }>()(() => ({ asked: null }))

export const askBeforeTurning = (asked: Turning | null): void => useTurning.setState({ asked })
