import type { FileOutcome } from '#core/contract/calls.ts'
import type { Refusal } from '#core/contract/problem.ts'
import type { Source } from '#core/source/source.ts'
import type { Encoding } from './encoding.ts'
import type { PrintedRun } from './layout/printed-page.ts'
import type { GreyPicture } from './recognition/grey-picture.ts'

export type Warning = FileOutcome['warnings'][number]

/** What a reader makes of a file. */
export interface SourceFile {
  readonly source: Source
  readonly mediaType: string
  /** null for formats that are not text themselves. */
  readonly encoding: string | null
  readonly warnings: readonly Warning[]
}

/** Which column of a sheet holds what, by the words of its header (or `#3`, counted from 1). */
export interface ColumnNames {
  readonly text: string
  readonly title: string | null
  readonly province: string | null
  readonly date: string | null
}

/** What a reader is given besides the bytes. */
export interface ReadingGround {
  /** Base name, for hints and for the place of a refusal. */
  readonly fileName: string
  readonly folders: readonly string[]
  /** The encoding that a person chose; null: the bytes must tell. */
  readonly encoding: Encoding | null
  /** The columns that a person named; null: the header must tell. */
  readonly columns: ColumnNames | null
  /**
   * To be called when the work on a page of recognition begins and when it is done: the time limit is
   * per page there, and whoever waits is told.
   */
  readonly pageProgress: (progress: PageProgress) => void
  /** Who recognises pages of scans; absent: the reader opens the engine in its own process. */
  readonly openRecogniser?: () => Promise<PageRecogniser>
}

/** Reads the lines of a page, in no order; see `Recogniser`. */
export interface PageRecogniser {
  read(picture: GreyPicture): Promise<readonly PrintedRun[]>
  close(): void
}

export interface PageProgress {
  /** 1-based page that was done; 0 before the first. */
  readonly page: number
  readonly pages: number
  /** What was recognised on it. */
  readonly text: string
  /** 0..1, mean over its characters; null before the first page. */
  readonly confidence: number | null
}

/** A reader of one format. It may throw a Refusal instead of returning it; anything else it throws is a bug. */
export type Reader = (bytes: Uint8Array, ground: ReadingGround) => Promise<SourceFile | Refusal>
