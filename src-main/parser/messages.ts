import type { Arrangement, KeptArrangement } from '#core/arrangement/arrangement.ts'
import type { ArticleUnit } from '#core/contract/articles-calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import type { PackedCoding, PackedReport } from '#core/report/packed-report.ts'
import type { ReportRecoded } from '#core/report/recoding-effect.ts'
import type { Jurisdiction, ReportDate } from '#core/report/report.ts'
import type { PageProgress, ReadingGround, SourceFile } from '../readers/reader.ts'
import type { PrintedRun } from '../readers/layout/printed-page.ts'
import type { GreyPicture } from '../readers/recognition/grey-picture.ts'
import type { SheetGuess } from '../readers/sheet/columns.ts'

/** A file as a parser process gets it: bytes only. It opens no file itself. */
export interface FileToParse extends Omit<ReadingGround, 'pageProgress' | 'openRecogniser'> {
  readonly bytes: Uint8Array
  /** How a person divided it elsewhere; null or absent: the machine does. */
  readonly articles?: KeptArrangement | null
}

/** The codebook that a text is to be coded by; the definition is left out where the process has it already. */
export interface CodedBy {
  readonly sha256: string
  /** JSON of a `Codebook`. */
  readonly definition: string | null
}

/** A text as a library keeps it. */
export interface TextToRead {
  readonly text: string
  readonly layout: string | null
  readonly folders: readonly string[]
  /** How a person divides it; null or absent: the machine does. */
  readonly arrangement?: KeptArrangement | null
}

/** What is asked of a parser process. `id` is the caller's; each task is answered once, in order. */
export type Task = { readonly id: number; readonly name: string; readonly codebook?: CodedBy } & (
  /** Read, understand and pack: all the work on a file but the writing. */
  | { readonly kind: 'analyse'; readonly file: FileToParse; readonly asksColumns: boolean; readonly arrangement?: KeptArrangement | null }
  /** Read only: the caller has a codebook of its own. */
  | { readonly kind: 'read'; readonly file: FileToParse }
  /** A text that was read before, to be understood again. */
  | ({ readonly kind: 'text' } & TextToRead)
  /** A text that was read before, to be divided only: what a person looks at who divides it by hand. */
  | ({ readonly kind: 'divide' } & TextToRead)
  /** Reports that were read before, to be coded by another codebook. */
  | { readonly kind: 'code'; readonly reports: readonly PackedReport[] }
  /** Reports with their codings: what another codebook would code otherwise. */
  | { readonly kind: 'effect'; readonly reports: readonly PackedReport[] }
  /** A page as a picture. */
  | { readonly kind: 'draw'; readonly bytes: Uint8Array; readonly mediaType: string; readonly page: number; readonly pixelsPerPoint: number }
  /** Opens an archive; its members are then asked for one by one. */
  | { readonly kind: 'archive'; readonly bytes: Uint8Array }
  /** A member of the archive that was opened last. */
  | { readonly kind: 'member'; readonly member: string }
)

export type ToParser =
  | Task
  /** What has not been begun is to be handed back: the task at hand takes long. */
  | { readonly kind: 'hand-back' }
  /** The answer to `recognise`. */
  | { readonly kind: 'recognised'; readonly request: number; readonly runs: readonly PrintedRun[] }
  | { readonly kind: 'not-recognised'; readonly request: number; readonly problem: Problem }

export interface AnalysedReport {
  readonly packed: PackedReport
  /** For the full-text index. */
  readonly tokens: string
  /** `textSignature`: for finding near-duplicates. */
  readonly signature: readonly number[]
  /** Mean confidence where it stands on recognised text, else null. */
  readonly recognised: number | null
}

export interface AnalysedFile {
  readonly mediaType: string
  readonly encoding: string | null
  readonly text: string
  /** `packLayout`: JSON, or null for plain lines. */
  readonly layout: string | null
  /** JSON. */
  readonly warnings: string
}

/** Strings ready to be stored: the thread that writes has nothing left to work out. */
export interface Analysis {
  readonly reports: readonly AnalysedReport[]
  /** JSON. */
  readonly leftOver: string
}

/** A source as it divides, without what its reports say. */
export interface Divided {
  readonly units: readonly ArticleUnit[]
  /** The machine's division. */
  readonly machine: Arrangement
  /** What was divided by: a person's arrangement, or the machine's. */
  readonly arrangement: Arrangement
  readonly reports: readonly DividedReport[]
  /** Characters of no report, white space left out. */
  readonly leftOver: number
}

export interface DividedReport {
  /** Index of its article in the arrangement. */
  readonly article: number
  readonly title: string | null
  readonly characters: number
  readonly jurisdiction: Jurisdiction | null
  readonly date: ReportDate | null
  /** `packMap`, as JSON. */
  readonly map: string
}

export interface ArchiveMember {
  readonly name: string
  readonly problem: Problem | null
}

export interface DrawnPage {
  readonly width: number
  readonly height: number
  readonly mediaType: string
  readonly bytes: Uint8Array
}

export type TaskResult = { readonly id: number } & (
  | { readonly kind: 'analysed'; readonly file: AnalysedFile; readonly analysis: Analysis }
  | { readonly kind: 'source'; readonly source: SourceFile }
  | { readonly kind: 'understood'; readonly analysis: Analysis }
  | { readonly kind: 'divided'; readonly divided: Divided }
  /** In the order of the reports. */
  | { readonly kind: 'coded'; readonly codings: readonly PackedCoding[] }
  /** In the order of the reports. */
  | { readonly kind: 'effect'; readonly effects: readonly ReportRecoded[] }
  /** A sheet whose columns a person is to confirm. */
  | { readonly kind: 'sheet'; readonly guess: SheetGuess }
  | { readonly kind: 'drawn'; readonly page: DrawnPage }
  | { readonly kind: 'archive'; readonly members: readonly ArchiveMember[] }
  /** A file that is in the library need not be read: said by the caller itself. */
  | { readonly kind: 'known' }
  | { readonly kind: 'member'; readonly bytes: Uint8Array }
  /** A member was asked for of a process that has no archive open: it is not the one that was asked before. */
  | { readonly kind: 'no-archive' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** A bug: `error` is for the log, not for the user. */
  | { readonly kind: 'failed'; readonly error: string }
)

export type FromParser =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: PageProgress }
  | { readonly kind: 'handed-back'; readonly ids: readonly number[] }
  /** A page is to be recognised by the process that may run machine code. */
  | { readonly kind: 'recognise'; readonly request: number; readonly picture: GreyPicture }
  /** `isSpent`: the process is not to be used again; it begins nothing more. */
  | { readonly kind: 'done'; readonly result: TaskResult; readonly isSpent: boolean }

export interface ToRecogniser {
  readonly id: number
  readonly picture: GreyPicture
}

export type FromRecogniser =
  | { readonly kind: 'ready' }
  | { readonly kind: 'recognised'; readonly id: number; readonly runs: readonly PrintedRun[]; readonly isSpent: boolean }
  | { readonly kind: 'failed'; readonly id: number; readonly error: string; readonly isSpent: boolean }
