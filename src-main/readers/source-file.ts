import type { FileOutcome } from '#core/contract/calls.ts'
import type { Source } from '#core/source/source.ts'

export type Warning = FileOutcome['warnings'][number]

/** What a reader makes of a file. */
export interface SourceFile {
  readonly source: Source
  readonly mediaType: string
  /** null for formats that are not text themselves. */
  readonly encoding: string | null
  readonly warnings: readonly Warning[]
}
