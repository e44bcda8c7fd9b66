import type { FileOutcome } from './calls.ts'

/** Everything the host tells the window unasked: name -> payload. Payloads are Json. */
export interface Events {
  readonly 'job-progress': { readonly job: string; readonly done: number; readonly total: number; readonly file: string }
  readonly 'job-ended': {
    readonly job: string
    readonly cancelled: boolean
    readonly outcomes: readonly FileOutcome[]
  }
  readonly 'library-changed': { readonly savedAt: string }
}

export type EventName = keyof Events
