import { z } from 'zod'
import type { Comparison } from '../compare/comparison.ts'
import type { Bilingual, Theme } from '../codebook/codebook.ts'
import type { TracedText } from '../source/article.ts'
import type { Division, Jurisdiction, Report, ReportDate } from '../report/report.ts'
import type { Problem } from './problem.ts'

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
  readonly themes: readonly Theme[]
  /** 'desktop' can show native dialogs; 'browser' uploads and downloads. */
  readonly shell: 'desktop' | 'browser'
}

export interface ReportSummary {
  readonly id: string
  readonly title: string | null
  readonly jurisdiction: Jurisdiction | null
  readonly date: ReportDate | null
  readonly meeting: string | null
  readonly characters: number
  /** Theme ids with characters covered, most first. */
  readonly themes: readonly { readonly id: string; readonly characters: number }[]
  readonly source: { readonly id: string; readonly fileName: string }
  readonly confidence: number
  readonly importedAt: string
}

export interface OriginalLine {
  readonly number: number
  readonly page: number | null
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A report with the original beside it. */
export interface ReportView {
  readonly id: string
  readonly report: Report
  readonly source: {
    readonly id: string
    readonly fileName: string
    readonly sha256: string
    readonly encoding: string | null
    readonly lines: readonly OriginalLine[]
    readonly leftOver: readonly TracedText[]
  }
}

/** What happened to one file of an import. */
export interface FileOutcome {
  readonly file: string
  readonly state: 'imported' | 'already-there' | 'failed'
  /** Ids of the file's reports (also when it was already there). */
  readonly reports: readonly string[]
  readonly problem: Problem | null
  readonly warnings: readonly { readonly kind: string; readonly message: Bilingual }[]
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
  by: z.enum(['report', 'province']).default('report')
})
const exportFormat = z.enum(['xlsx', 'csv', 'md', 'html', 'json'])

function call<Output>() {
  return <Schema extends z.ZodType>(input: Schema) => ({ input }) as { input: Schema; output?: Output }
}

export const calls = {
  'library.state': call<LibraryState>()(z.object({})),
  /** Adds the sample reports that come with the program. */
  'library.addSample': call<{ job: string }>()(z.object({})),
  /** Files whose bytes the window holds (dropped or picked in a browser). Answers at once; progress comes as events. */
  'sources.import': call<{ job: string }>()(
    z.object({ files: z.array(z.object({ name: z.string().max(1024), base64: z.string() })).max(10_000) })
  ),
  /** Native file dialog; null when the person closed it. Refused in the browser shell. */
  'sources.choose': call<{ job: string } | null>()(z.object({})),
  'reports.list': call<readonly ReportSummary[]>()(z.object({})),
  'reports.read': call<ReportView>()(z.object({ id })),
  'comparison.build': call<Comparison>()(selection),
  /** Desktop: asks where and saves; browser: answers the bytes for the browser to save. null when cancelled. */
  'comparison.export': call<{ fileName: string; base64: string | null } | null>()(
    selection.extend({ format: exportFormat, language: z.enum(['zh', 'en']).default('zh') })
  ),
  'search.text': call<{ query: string; total: number; hits: readonly SearchHit[] }>()(
    z.object({ query: z.string().min(1).max(200), limit: z.int().min(1).max(1000).default(50) })
  ),
  'jobs.cancel': call<{ cancelled: boolean }>()(z.object({ job: id }))
} as const

export type CallName = keyof typeof calls
/** What the caller passes (defaults may be left out). */
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>
/** What the handler receives (defaults filled in). */
export type Parsed<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type Output<N extends CallName> = NonNullable<(typeof calls)[N]['output']> | Extract<(typeof calls)[N]['output'], null>
export type Handlers = { readonly [N in CallName]: (input: Parsed<N>) => Output<N> | Promise<Output<N>> }
