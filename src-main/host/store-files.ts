import type { FileOutcome } from '#core/contract/calls.ts'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { keepCodebook } from '../library/codebooks.ts'
import { areBinned } from '../library/bin.ts'
import { addReport, markSaved } from '../library/reports.ts'
import { addSource, reportsOfHash, type ReadingChoices } from '../library/sources.ts'
import type { WritableLibrary } from '../library/sql.ts'
import type { FileToParse, TaskResult } from '../parser/messages.ts'
import { codeLeftOut } from './codings-kept.ts'
import type { ImportGround } from './import-ground.ts'

/** Raise it when the same text may come out differently, or its words for the index do: libraries are then read again when they are opened. */
export const readerVersion = '3'

/** A file of which the library says what becomes of it. */
export interface Storable {
  readonly result: Extract<TaskResult, { kind: 'analysed' | 'known' }>
  readonly name: string
  readonly file: FileToParse & { readonly sha256: string }
}

/**
 * A file that fails by a bug of ours takes the transaction with it, and the batch is then stored file
 * by file. Not each file in a savepoint from the start: at every savepoint SQLite writes its
 * full-text index out, which doubles the time of all imports.
 */
export function storeTogether(ground: ImportGround, files: readonly Storable[]): Map<number, FileOutcome> {
  const savedAt = ground.now().toISOString()
  try {
    const outcomes = ground.library.write((library) => {
      keepCodebook(library, ground.codebook)
      const stored = new Map(files.map((file) => [file.result.id, storedOutcome(ground, library, { ...file, savedAt })]))
      codeLeftOut(library, ground.codebook)
      if (files.some(({ result }) => result.kind === 'analysed')) markSaved(library, savedAt)
      return stored
    })
    if ([...outcomes.values()].some(({ state }) => state === 'imported')) ground.news.changed({ savedAt })
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

type Stamped<T> = T & { readonly savedAt: string }

function storedOutcome(ground: ImportGround, library: WritableLibrary, { result, name, file, savedAt }: Stamped<Storable>): FileOutcome {
  const there = reportsOfHash(library, file.sha256)
  if (there !== null) return { ...alreadyThere(name, there), warnings: areBinned(library, there) ? [inBin] : [] }
  if (result.kind === 'known') throw new Error(`${name} was in the library a moment ago`)
  const reports = store(ground, library, { result, name, file, savedAt })
  const warnings = JSON.parse(result.file.warnings) as FileOutcome['warnings']
  return { file: name, state: 'imported', reports: reports.map(String), problem: null, warnings }
}

type Analysed = Storable & { readonly result: Extract<TaskResult, { kind: 'analysed' }> }

function store({ codebook }: ImportGround, library: WritableLibrary, { result, file, savedAt }: Stamped<Analysed>): number[] {
  const { analysis } = result
  const { bytes, sha256, fileName, folders } = file
  const source = addSource(library, {
    ...result.file,
    bytes,
    sha256,
    fileName,
    folders,
    choices: choicesOf(file),
    leftOver: analysis.leftOver,
    readBy: readerVersion,
    codebook: codebook.sha256,
    importedAt: savedAt
  })
  return analysis.reports.map((report, position) => addReport(library, report, { source, position, reading: codebook.reading }))
}

const choicesOf = ({ encoding, columns, articles = null }: FileToParse): ReadingChoices => ({
  ...(articles === null ? {} : { articles }),
  ...(encoding === null ? {} : { encoding }),
  ...(columns === null ? {} : { columns })
})

const failed = (file: string, problem: Problem): FileOutcome => ({ file, state: 'failed', reports: [], problem, warnings: [] })

/** An import that was undone, for one: whoever brings the file again would look for its reports in vain. */
const inBin: FileOutcome['warnings'][number] = {
  kind: 'in-bin',
  message: { zh: '它的报告在回收站里，可以从那里恢复。', en: 'Its reports lie in the bin, and can be restored from there.' }
}

const alreadyThere = (file: string, reports: readonly number[]): FileOutcome => ({
  file,
  state: 'already-there',
  reports: reports.map(String),
  problem: null,
  warnings: []
})
