import { useState } from 'react'
import { nextOpen, type Queued } from './review-queue.ts'

/** Where the person is in the queue. Of one sitting: what was passed over comes back the next time. */
export interface Walk {
  readonly item: Queued | null
  readonly skipped: number
  readonly canGoBack: boolean
  /** Leaves the one that is shown for the next that is open. */
  readonly goOn: () => void
  readonly skip: () => void
  readonly goBack: () => void
  readonly takeUpSkipped: () => void
}

interface Steps {
  /** The one that is shown; undefined: the first that is open; null: none is left. */
  readonly at: string | null | undefined
  readonly skipped: ReadonlySet<string>
  /** Those that were shown before, last one last. */
  readonly before: readonly string[]
}

const start: Steps = { at: undefined, skipped: new Set(), before: [] }

/** What is shown stays while the queue grows and what was said in it comes back. */
export function useWalk(items: readonly Queued[]): Walk {
  const [steps, setSteps] = useState(start)
  const { at, skipped, before } = steps
  const shown = typeof at === 'string' ? (items.find(({ id }) => id === at) ?? null) : null
  const item = shown ?? nextOpen(items, null, skipped)
  if (item !== null && item.id !== at) setSteps({ ...steps, at: item.id })
  const leave = (passedOver: ReadonlySet<string>): void => {
    if (item === null) return
    setSteps({ at: nextOpen(items, item.id, passedOver)?.id ?? null, skipped: passedOver, before: [...before, item.id] })
  }
  return {
    item,
    skipped: items.filter(({ id, state }) => state === 'unseen' && skipped.has(id)).length,
    canGoBack: before.length > 0,
    goOn: () => leave(skipped),
    skip: () => item !== null && leave(new Set([...skipped, item.id])),
    goBack: () => {
      const last = before.at(-1)
      if (last !== undefined) setSteps({ at: last, skipped: new Set([...skipped].filter((id) => id !== last)), before: before.slice(0, -1) })
    },
    takeUpSkipped: () => setSteps({ ...steps, at: undefined, skipped: new Set() })
  }
}
