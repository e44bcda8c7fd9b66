import type { FileOutcome } from '#core/contract/calls.ts'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { keepCodebook, type StoredCodebook } from '../library/codebooks.ts'
import { addReport, markSaved } from '../library/reports.ts'
import { addSource, knownHashes, reportsOfHash } from '../library/sources.ts'
import type { Library, WritableLibrary } from '../library/sql.ts'
import type { Task, TaskResult } from '../threads/messages.ts'
import type { AnalysisPool } from '../threads/pool.ts'
import type { WeighedTask } from '../threads/thread.ts'
import type { BugLog } from './bugs.ts'
import type { FoundFile } from './files-in.ts'
import type { ChangeNews, JobWork } from './jobs.ts'

/** Raise it when the same text may come out differently: libraries are then read again when they are opened. */
export const readerVersion = '1'

export interface ImportGround {
  readonly library: Library
  readonly pool: AnalysisPool
  readonly codebook: StoredCodebook
  readonly bugs: BugLog
  readonly now: () => Date
  readonly news: ChangeNews
}

/** A file whose bytes the caller holds. */
export interface HeldFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads files into the library. A file is stored wholly or not at all, and is said to be imported
 * only when it is on the disk; one that fails has its own outcome and disturbs no other. Outcomes
 * are in the order of the files; of a cancelled job, those of the files that were done.
 */
export function importFiles(ground: ImportGround, files: readonly (FoundFile | HeldFile)[]): JobWork {
  return async (signal, progress) => {
    const names = files.map((file) => ('path' in file ? file.path : file.name))
    const outcomes: (FileOutcome | null)[] = files.map((file, i) =>
      'path' in file && file.problem !== null ? failed(names[i]!, file.problem) : null
    )
    let done = outcomes.filter((outcome) => outcome !== null).length
    try {
      const known = knownHashes(ground.library.read)
      for await (const results of ground.pool.run(tasksFor(files, outcomes), { known, signal })) {
        for (const [id, outcome] of storeBatch(ground, results, names)) outcomes[id] = outcome
        for (const { id } of results) progress({ done: ++done, total: files.length, file: names[id]! })
      }
    } catch (error) {
      // the library refuses to be read, or no thread can be started: what is left fails by that name
      const problem = error instanceof Refusal ? error.problem : ground.bugs.report(error, 'import')
      return outcomes.map((outcome, id) => outcome ?? failed(names[id]!, { ...problem, place: names[id]! }))
    } finally {
      ground.news.flush()
    }
    return outcomes.filter((outcome) => outcome !== null)
  }
}

function* tasksFor(files: readonly (FoundFile | HeldFile)[], outcomes: readonly (FileOutcome | null)[]): Generator<WeighedTask> {
  for (const [id, file] of files.entries()) {
    if (outcomes[id] === null) yield 'path' in file ? taskOfPath(id, file) : taskOfBytes(id, file)
  }
}

function taskOfPath(id: number, { path, bytes }: FoundFile): WeighedTask {
  const task: Task = { id, kind: 'file', name: path, path }
  return { task, bytes }
}

function taskOfBytes(id: number, { name, bytes }: HeldFile): WeighedTask {
  const task: Task = { id, kind: 'bytes', name, bytes }
  return { task, bytes: bytes.length }
}

/**
 * One transaction for what came at once: a disk is flushed once for many small files. When the
 * library refuses (a full disk), every file of the batch failed, and nothing of it is there.
 */
function storeBatch(ground: ImportGround, results: readonly TaskResult[], names: readonly string[]): Map<number, FileOutcome> {
  const outcomes = new Map<number, FileOutcome>()
  const toStore: Storable[] = []
  for (const result of results) {
    if (result.kind === 'analysed' || result.kind === 'known') toStore.push({ result, name: names[result.id]! })
    else outcomes.set(result.id, failedOutcome(ground, result, names[result.id]!))
  }
  if (toStore.length > 0) for (const [id, outcome] of storeTogether(ground, toStore)) outcomes.set(id, outcome)
  return outcomes
}

function failedOutcome({ bugs }: ImportGround, result: Exclude<TaskResult, Storable['result']>, name: string): FileOutcome {
  if (result.kind === 'refused') return failed(name, { ...result.problem, place: name })
  return failed(name, bugs.report(result.kind === 'failed' ? result.error : 'an import does not read again', name))
}

/**
 * A file that fails by a bug of ours takes the transaction with it, and the batch is then stored file
 * by file. Not each file in a savepoint from the start: at every savepoint SQLite writes its
 * full-text index out, which doubles the time of all imports.
 */
function storeTogether(ground: ImportGround, files: readonly Storable[]): Map<number, FileOutcome> {
  const savedAt = ground.now().toISOString()
  try {
    const outcomes = ground.library.write((library) => {
      keepCodebook(library, ground.codebook)
      const stored = new Map(files.map((file) => [file.result.id, storedOutcome(ground, library, { ...file, savedAt })]))
      if (files.some(({ result }) => result.kind === 'analysed')) markSaved(library, savedAt)
      return stored
    })
    if ([...outcomes.values()].some(({ state }) => state === 'imported')) ground.news.changed(savedAt)
    return outcomes
  } catch (error) {
    if (error instanceof Refusal) {
      return new Map(files.map(({ result, name }) => [result.id, failed(name, { ...error.problem, place: name })]))
    }
    if (files.length > 1) return new Map(files.flatMap((file) => [...storeTogether(ground, [file])]))
    const { result, name } = files[0]!
    return new Map([[result.id, failed(name, ground.bugs.report(error, name))]])
  }
}

/** A file of which the library says what becomes of it. */
interface Storable {
  readonly result: Extract<TaskResult, { kind: 'analysed' | 'known' }>
  readonly name: string
}

type Stamped<T> = T & { readonly savedAt: string }

function storedOutcome(ground: ImportGround, library: WritableLibrary, { result, name, savedAt }: Stamped<Storable>): FileOutcome {
  if (result.kind === 'known') return alreadyThere(name, reportsOfHash(library, result.sha256) ?? [])
  const there = reportsOfHash(library, result.file.sha256)
  if (there !== null) return alreadyThere(name, there)
  const reports = store(ground, library, { result, name, savedAt })
  const warnings = JSON.parse(result.file.warnings) as FileOutcome['warnings']
  return { file: name, state: 'imported', reports: reports.map(String), problem: null, warnings }
}

interface Analysed {
  readonly result: Extract<TaskResult, { kind: 'analysed' }>
  readonly name: string
}

function store({ codebook }: ImportGround, library: WritableLibrary, { result, name, savedAt }: Stamped<Analysed>): number[] {
  const { file, analysis } = result
  const source = addSource(library, {
    ...file,
    fileName: name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1),
    leftOver: analysis.leftOver,
    readBy: readerVersion,
    codebook: codebook.sha256,
    importedAt: savedAt
  })
  return analysis.reports.map((report, position) =>
    addReport(library, report, { source, position, codebook: codebook.sha256 })
  )
}

const failed = (file: string, problem: Problem): FileOutcome => ({ file, state: 'failed', reports: [], problem, warnings: [] })

const alreadyThere = (file: string, reports: readonly number[]): FileOutcome => ({
  file,
  state: 'already-there',
  reports: reports.map(String),
  problem: null,
  warnings: []
})
