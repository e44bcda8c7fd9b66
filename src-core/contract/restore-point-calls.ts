import { z } from 'zod'
import { call, change } from './call.ts'
import type { Change, ChangeKind, ChangePreview } from './change-calls.ts'

/** What can have changed since a restore point; the window has a word for each. */
export type ChangedThing = 'report-in' | 'report-out' | 'correction' | 'verdict' | 'note' | 'summary' | 'coding' | 'pair' | 'reading' | 'other'

/** How many of them are not as they were. */
export interface ThingCount {
  readonly thing: ChangedThing
  readonly count: number
}

/** A place in the log of changes that the library can be brought back to. */
export interface RestorePoint {
  readonly id: string
  /** As its person called it; '' where the program made it. */
  readonly name: string
  /** The kind of change that the program made it before; null where a person made it. */
  readonly before: ChangeKind | null
  readonly madeAt: string
  /** Empty where all is as it was then. */
  readonly since: readonly ThingCount[]
}

/** What going back to a restore point would do. */
export interface PointPreview extends Omit<ChangePreview, 'change' | 'isEarlier'> {
  readonly point: RestorePoint
  /** Things that would stay as they are, for something outside the log has changed them. */
  readonly staying: number
}

/** The library went back to a restore point: one change, that can be undone and done again like any other. */
export interface WentBack {
  readonly change: Change
  /** Things that stayed as they are. */
  readonly stayed: number
}

const point = z.object({ point: z.string().regex(/^[1-9]\d{0,14}$/) })

export const restorePointCalls = {
  /** Newest first. */
  'points.list': call<readonly RestorePoint[]>()(z.object({})),
  'points.add': change<null>()(z.object({ name: z.string().trim().min(1).max(80) })),
  /** The point only: nothing else in the library changes. */
  'points.remove': change<null>()(point),
  /** Changes nothing. */
  'points.preview': call<PointPreview>()(point),
  /** Undoes all that was changed since, as one change; null where all is as it was then. */
  'points.goBack': change<WentBack | null>()(point)
} as const
