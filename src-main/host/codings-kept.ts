import type { Codebook } from '#core/codebook/codebook.ts'
import { compileCodebook, type CompiledCodebook } from '#core/codebook/compile.ts'
import { packCoding, unpackReport, type PackedCoding } from '#core/report/packed-report.ts'
import { recodeReport } from '#core/report/recode.ts'
import type { Report } from '#core/report/report.ts'
import { codebookInUse, isCoded, keepCoding, reportsToCode, stampInUse, uncodedReports, type StoredCodebook } from '../library/codebooks.ts'
import { machineReport } from '../library/reports.ts'
import type { Library, ReadableLibrary, WritableLibrary } from '../library/sql.ts'
import type { ParserDesk } from '../parser/desk.ts'
import type { TaskResult } from '../parser/messages.ts'
import type { WeighedTask } from '../parser/process.ts'

/** Reports that one task codes: some milliseconds of work for a process, and one transaction. */
const atOnce = 32

export interface CodingProgress {
  readonly done: number
  readonly total: number
}

/** What is told where nobody listens. */
const quietly = (): void => undefined

interface CodingWork {
  readonly library: Library
  readonly codebook: StoredCodebook
}

interface CodingOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: CodingProgress) => void
}

/** Answers tasks in batches, as a pool of processes does. */
type Coders = (tasks: Iterable<WeighedTask>) => AsyncIterable<readonly TaskResult[]>

/**
 * Codes the reports that have no coding by a codebook yet, in processes of their own. Each batch is kept
 * as it comes: what was done before a cancel is not done again.
 */
export async function codeMissing({ library, codebook }: CodingWork, coders: Coders, { signal, onProgress = quietly }: CodingOptions = {}): Promise<void> {
  const missing = uncodedReports(library.read, codebook.reading)
  const underWay: UnderWay = new Map()
  const tasks = tasksFor({ library, codebook }, missing, underWay)
  let done = 0
  onProgress({ done, total: missing.length })
  for await (const results of coders(tasks)) {
    if (signal?.aborted === true) return
    library.write((writable) => {
      for (const result of results) {
        if (result.kind !== 'coded') throw new Error(result.kind === 'failed' ? result.error : `A coding was answered by ${result.kind}`)
        const given = underWay.get(result.id) ?? []
        underWay.delete(result.id)
        keepThose(writable, { reading: codebook.reading, given, codings: result.codings })
        done += given.length
      }
    })
    onProgress({ done, total: missing.length })
  }
}

type Given = readonly { readonly id: number; readonly text: string }[]
/** By the number of the task. */
type UnderWay = Map<number, Given>

function* tasksFor({ library, codebook }: CodingWork, missing: readonly number[], underWay: UnderWay): Generator<WeighedTask> {
  for (let from = 0; from < missing.length; from += atOnce) {
    const id = from / atOnce
    const rows = reportsToCode(library.read, missing.slice(from, from + atOnce))
    underWay.set(id, rows.map(({ id: report, text }) => ({ id: report, text })))
    const characters = rows.reduce((sum, { text }) => sum + text.length, 0)
    const reports = rows.map(({ id: _, ...packed }) => packed)
    yield { task: { id, kind: 'code', name: codebook.id, reports, codebook }, bytes: characters * 4, cost: 1 + characters / 2500 }
  }
}

/** A report whose text was read otherwise meanwhile is coded when it is its turn again. */
function keepThose(library: WritableLibrary, { reading, given, codings }: { readonly reading: string; readonly given: Given; readonly codings: readonly PackedCoding[] }): void {
  const texts = new Map(reportsToCode(library, given.map(({ id }) => id)).map(({ id, text }) => [id, text]))
  given.forEach(({ id, text }, index) => {
    const coding = codings[index]
    if (coding !== undefined && texts.get(id) === text) keepCoding(library, id, { reading, coding })
  })
}

/** One process, one task after the other: for a change that waits, beside whatever the pool is at. */
export async function* byDesk(desk: ParserDesk, tasks: Iterable<WeighedTask>): AsyncGenerator<TaskResult[]> {
  // the desk numbers its questions itself
  for (const { task: { id, ...question } } of tasks) yield [{ ...(await desk.ask(question)), id }]
}

/**
 * Codes here and now what has no coding by the codebook in use: reports that came in while another was put
 * in use. It is a handful at most, so that no report is ever without its themes.
 *
 * @param by what they were just coded by: nothing is to do where that is in use
 */
export function codeLeftOut(library: WritableLibrary, by: { readonly reading: string } | null = null): void {
  const stamp = stampInUse(library)
  if (stamp === null || stamp.reading === by?.reading) return
  const missing = uncodedReports(library, stamp.reading)
  if (missing.length === 0) return
  const compiled = compileCodebook(JSON.parse(codebookInUse(library)!.definition) as Codebook) // the host checked it before it was kept
  for (const { id, ...packed } of reportsToCode(library, missing)) {
    keepCoding(library, id, { reading: stamp.reading, coding: packCoding(recodeReport(unpackReport(packed), compiled)) })
  }
}

/**
 * Reports as a codebook codes them, whether it is in use or not: a file that was read anew since has no coding but by
 * the one in use, so that it is coded here, and not kept.
 */
export function codedBy(library: ReadableLibrary, codebook: StoredCodebook): (report: number) => Report {
  let compiled: CompiledCodebook | null = null
  return (report) => {
    if (isCoded(library, report, codebook.reading)) return machineReport(library, report, codebook.reading)!
    compiled ??= compileCodebook(JSON.parse(codebook.definition) as Codebook) // the host checked it before it was kept
    return recodeReport(machineReport(library, report)!, compiled)
  }
}
