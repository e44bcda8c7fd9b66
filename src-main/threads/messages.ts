import type { Problem } from '#core/contract/problem.ts'
import type { PackedReport } from '#core/report/packed-report.ts'

/** What is asked of a thread. `id` is the caller's; each task is answered once, in order. */
export type Task = { readonly id: number; readonly name: string } & (
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  /** Text that was decoded before, to be read again. */
  | { readonly kind: 'text'; readonly text: string }
)

export type ToThread =
  /** Files with these hashes need not be read. */
  { readonly kind: 'known'; readonly sha256: readonly string[] } | Task

export interface AnalysedReport {
  readonly packed: PackedReport
  /** For the full-text index. */
  readonly tokens: string
}

export interface AnalysedFile {
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly encoding: string | null
  readonly text: string
  /** JSON. */
  readonly warnings: string
}

/** Strings ready to be stored: the thread that writes has nothing left to work out. */
export interface Analysis {
  readonly reports: readonly AnalysedReport[]
  /** JSON. */
  readonly leftOver: string
}

export type TaskResult = { readonly id: number } & (
  | { readonly kind: 'analysed'; readonly file: AnalysedFile; readonly analysis: Analysis }
  | { readonly kind: 'read-again'; readonly analysis: Analysis }
  | { readonly kind: 'known'; readonly sha256: string }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** A bug: `error` is for the log, not for the user. */
  | { readonly kind: 'failed'; readonly error: string }
)

export type FromThread = { readonly kind: 'ready' } | TaskResult
