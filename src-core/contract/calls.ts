import { z } from 'zod'
import { columnGroupings, type Comparison } from '../compare/comparison.ts'
import { comparisonTemplates, paperTemplates } from '../paper/paper.ts'
import type { Bilingual, Theme } from '../codebook/codebook.ts'
import type { PackedThemes } from '../listing/packed-themes.ts'
import type { TracedText } from '../source/article.ts'
import type { Division, Jurisdiction, Official, Report, ReportDate } from '../report/report.ts'
import type { PageSize, SourceLine } from '../source/source.ts'
import { articlesCalls } from './articles-calls.ts'
import { call, change } from './call.ts'
import { changeCalls } from './change-calls.ts'
import { restorePointCalls } from './restore-point-calls.ts'
import { coderCalls } from './coder-calls.ts'
import { codebookCalls } from './codebook-calls.ts'
import { codingCalls } from './coding-calls.ts'
import { linkCalls } from './link-calls.ts'
import { editCalls, type CorrectedField } from './edit-calls.ts'
import { divisionCalls } from './division-calls.ts'
import { exchangeCalls } from './exchange-calls.ts'
import { figureCalls } from './figure-calls.ts'
import { limitBounds, type ReadingLimits } from './limits.ts'
import type { Problem } from './problem.ts'
import { searchCalls } from './search-calls.ts'
import { summaryCalls } from './summary-calls.ts'
import { readingCalls } from './reading-calls.ts'
import { reviewCalls } from './review-calls.ts'
import { statisticsCalls } from './statistics-calls.ts'
import { structureCalls } from './structure-calls.ts'
import { targetCalls } from './target-calls.ts'
import { phraseCalls } from './phrase-calls.ts'
import { programCalls } from './program-calls.ts'
import { versionCalls } from './version-calls.ts'
import { workspaceCalls } from './workspace-calls.ts'

/**
 * Everything the window may ask of the host: name, input schema, output type. Both transports, the
 * command line and the tests go through this table; one line adds a call.
 */

export interface LibraryState {
  /** null while no library is open. */
  readonly name: string | null
  readonly reportCount: number
  readonly characterCount: number
  /** ISO time of the last committed change, or null. */
  readonly savedAt: string | null
  readonly codebook: { readonly id: string; readonly version: string; readonly sha256: string; readonly name: Bilingual }
  /** The themes of the codebook in use that statements can have, in its order. */
  readonly themes: readonly Theme[]
  /** Where the file lay when it was opened and no longer lies: moved or renamed by another program. Null while it is there. */
  readonly missingAt: string | null
  /** 'desktop' can show native dialogs; 'browser' uploads and downloads. */
  readonly shell: 'desktop' | 'browser'
}

export interface ReportSummary {
  readonly id: string
  readonly title: string | null
  readonly jurisdiction: Jurisdiction | null
  readonly date: ReportDate | null
  readonly meeting: string | null
  /** 发文机关 */
  readonly issuer: string | null
  readonly characters: number
  readonly themes: PackedThemes
  readonly source: { readonly id: string; readonly fileName: string; readonly folders: readonly string[]; readonly mediaType: string }
  readonly confidence: number
  /** Mean confidence of recognition, 0..1, where its text was recognised from a picture; else null. */
  readonly recognised: number | null
  /** What a person said of it and other reports. */
  readonly links: readonly { readonly report: string; readonly kind: 'same' | 'version' }[]
  readonly importedAt: string
  /** A person's notes on it. */
  readonly notes: number
  /** Of the fields that a person has put right: what the program read. */
  readonly machine: MachineReading
}

/** What of a summary is no count: a text, a place, a date, a list. */
export type SummaryPart = Exclude<ReportSummary[keyof ReportSummary], ReportSummary['source']> | ReportSummary['source']['folders']

/** Summaries in a quarter of their size; see `#core/listing/packed-summaries.ts`. */
export interface PackedSummaries {
  /** Each of them once. */
  readonly parts: readonly SummaryPart[]
  /** Of all reports, one after the other: places of parts, and counts. */
  readonly row: readonly number[]
}

/** The reports of the library, or what has become of them since another answer. */
export interface ReportsAnswer {
  /** Of this answer: what to ask with the next time. */
  readonly stamp: string
  /** These are all reports; else those that are new or have changed. */
  readonly isWhole: boolean
  readonly reports: PackedSummaries
  /** Ids of those that are in the list no more. */
  readonly gone: readonly string[]
}

/** Fields as the program read them, before a person put them right. */
export type MachineReading = { readonly [F in CorrectedField]?: F extends 'jurisdiction' ? Jurisdiction | null : F extends 'date' ? ReportDate | null : F extends 'officials' ? readonly Official[] : string | null }

/** A line of the original with all that is known of it; positions are in the source's text. */
export interface OriginalLine extends SourceLine {
  readonly number: number
  readonly text: string
}

/** A report with the original beside it. */
export interface ReportView {
  readonly id: string
  readonly report: Report
  readonly machine: MachineReading
  readonly source: {
    readonly id: string
    readonly fileName: string
    readonly sha256: string
    readonly folders: readonly string[]
    readonly mediaType: string
    readonly encoding: string | null
    /** Size of each page, where the format has pages; their pictures come by `sources.page`. */
    readonly pages: readonly PageSize[] | null
    /** Whether the pages can be shown as pictures. */
    readonly hasPictures: boolean
    readonly warnings: FileOutcome['warnings']
    readonly lines: readonly OriginalLine[]
    readonly leftOver: readonly TracedText[]
  }
}

/** What happened to one file of an import. */
export interface FileOutcome {
  readonly file: string
  readonly state: 'imported' | 'already-there' | 'failed' | 'asks-columns'
  /** Ids of the file's reports (also when it was already there). */
  readonly reports: readonly string[]
  readonly problem: Problem | null
  readonly warnings: readonly { readonly kind: string; readonly message: Bilingual }[]
  /** Of `asks-columns`: a person is to say what the columns of the sheet hold. */
  readonly sheet?: SheetQuestion
}

/** Two reports that are nearly the same text. */
export interface DuplicatePair {
  readonly first: string
  readonly second: string
  /** 0..1: share of the five-character sequences that both have. */
  readonly likeness: number
  /** 'offered' until a person has said what they are. */
  readonly state: 'offered' | 'same' | 'version' | 'different'
}

/** A sheet whose columns are not settled. It is held until they are, or the program ends. */
export interface SheetQuestion {
  readonly held: string
  /** Words of the header, one for each column. */
  readonly headers: readonly string[]
  /** A few rows, each with one cell for each header, cut to a readable length. */
  readonly sample: readonly (readonly string[])[]
  readonly guess: SheetColumns | null
}

/** Which column of a sheet holds what: words of its header, or `#n`. */
export interface SheetColumns {
  readonly text: string
  readonly title: string | null
  readonly province: string | null
  readonly date: string | null
}

export interface SearchHit {
  readonly report: string
  readonly title: string | null
  /** Whose report it is; `province` is the province it lies in (null for the whole country). */
  readonly jurisdiction: Jurisdiction | null
  readonly province: Division | null
  readonly date: ReportDate | null
  readonly count: number
  readonly snippets: readonly { readonly start: number; readonly end: number; readonly before: string; readonly hit: string; readonly after: string }[]
}

const id = z.string().min(1).max(64)
const selection = z.object({
  /** Absent: every report of the library. */
  reports: z.array(id).max(2000).optional(),
  themes: z.array(z.string().max(64)).max(500).optional(),
  by: z.enum(columnGroupings).default('report')
})
const exportFormat = z.enum(['xlsx', 'csv', 'md', 'html', 'json'])

const column = z.string().min(1).max(200)
const sheetColumns = z.object({ text: column, title: column.nullable(), province: column.nullable(), date: column.nullable() })
const whole = ({ least, most }: { readonly least: number; readonly most: number }) => z.int().min(least).max(most)
const limits = z.object({
  megabytes: whole(limitBounds.megabytes),
  seconds: whole(limitBounds.seconds),
  pageSeconds: whole(limitBounds.pageSeconds)
})

export const calls = {
  ...articlesCalls,
  ...changeCalls,
  ...restorePointCalls,
  ...editCalls,
  ...codebookCalls,
  ...codingCalls,
  ...readingCalls,
  ...reviewCalls,
  ...exchangeCalls,
  ...coderCalls,
  ...summaryCalls,
  ...linkCalls,
  ...searchCalls,
  ...targetCalls,
  ...phraseCalls,
  ...versionCalls,
  ...workspaceCalls,
  ...divisionCalls,
  'library.state': call<LibraryState>()(z.object({})),
  /** Adds the sample reports that come with the program. */
  'library.addSample': call<{ job: string }>()(z.object({})),
  /** Files whose bytes the window holds (dropped or picked in a browser). Answers at once; progress comes as events. */
  'sources.import': call<{ job: string }>()(
    z.object({ files: z.array(z.object({ name: z.string().max(1024), base64: z.string() })).max(10_000) })
  ),
  /** Native file dialog; null when the person closed it. Refused in the browser shell. `handed`: no dialog, but the files that the system has handed over, or null. */
  'sources.choose': call<{ job: string } | null>()(z.object({ handed: z.literal(true).optional() })),
  /** The columns of a sheet that was held back (`asks-columns`); it is then imported. */
  'sources.importSheet': call<{ job: string }>()(z.object({ held: id, columns: sheetColumns })),
  /** Reads a text again in the encoding that a person names; a division by hand is left behind with the text it was made for. @refuses where a person's codings stand on its characters */
  'sources.readAs': change<{ reports: readonly string[] }>()(
    z.object({ source: id, encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']) })
  ),
  /** A page of a source as a picture. */
  'sources.page': call<{ width: number; height: number; mediaType: string; base64: string }>()(
    z.object({ source: id, page: z.int().min(1).max(10_000), pixelsPerPoint: z.number().min(0.1).max(6).default(2) })
  ),
  /** Pairs that nobody has decided on, most alike first. */
  'duplicates.list': call<readonly DuplicatePair[]>()(z.object({})),
  'duplicates.decide': change<DuplicatePair>()(z.object({ first: id, second: id, state: z.enum(['offered', 'same', 'version', 'different']) })),
  /** What one document may cost while it is read. */
  'limits.read': call<ReadingLimits>()(z.object({})),
  'limits.write': call<ReadingLimits>()(limits),
  /** All reports; with the stamp of an answer before, only what has changed since. */
  'reports.list': call<ReportsAnswer>()(z.object({ since: z.string().max(64).optional() })),
  /** Of a large library the first reports, in order, to be shown while the list is fetched; of a small one none. */
  'reports.first': call<PackedSummaries>()(z.object({})),
  /** Those in the bin, last thrown away first. */
  'reports.binned': call<PackedSummaries>()(z.object({})),
  'reports.read': call<ReportView>()(z.object({ id })),
  'comparison.build': call<Comparison>()(selection),
  /** Desktop: asks where and saves; browser: answers the bytes for the browser to save. null when cancelled. */
  'comparison.export': call<{ fileName: string; base64: string | null } | null>()(
    selection.extend({ format: exportFormat, language: z.enum(['zh', 'en']).default('zh') })
  ),
  /** The tables of a paper (三线表) and the paragraph on methods; answers as `comparison.export`. */
  'comparison.exportPaper': call<{ fileName: string; base64: string | null } | null>()(
    selection.extend({ format: z.enum(['docx', 'xlsx']), templates: z.array(z.enum(paperTemplates).extract([...comparisonTemplates, 'T6'])).min(1).max(paperTemplates.length).optional(), language: z.enum(['zh', 'en']).default('zh') })
  ),
  'search.text': call<{ query: string; total: number; hits: readonly SearchHit[] }>()(
    z.object({ query: z.string().min(1).max(200), limit: z.int().min(1).max(1000).default(50) })
  ),
  'jobs.cancel': call<{ cancelled: boolean }>()(z.object({ job: id })),
  ...figureCalls,
  ...structureCalls,
  ...statisticsCalls,
  ...programCalls
} as const

export type CallName = keyof typeof calls
/** What the caller passes (defaults may be left out). */
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>
/** What the handler receives (defaults filled in). */
export type Parsed<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type Output<N extends CallName> = NonNullable<(typeof calls)[N]['output']> | Extract<(typeof calls)[N]['output'], null>
/** What a library answers; the rest the program does, whichever library is open. */
export type LibraryHandlers = Omit<Handlers, keyof typeof programCalls>
export type Handlers = { readonly [N in CallName]: (input: Parsed<N>) => Output<N> | Promise<Output<N>> }
