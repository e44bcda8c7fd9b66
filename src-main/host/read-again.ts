import type { FileOutcome } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { keepCodebook } from '../library/codebooks.ts'
import { replaceReading } from '../library/reparse.ts'
import { markSaved } from '../library/reports.ts'
import { isReadBy, readChoices, readSource, sourcesToReadAgain } from '../library/sources.ts'
import type { TaskResult } from '../parser/messages.ts'
import type { WeighedTask } from '../parser/process.ts'
import { codeLeftOut } from './codings-kept.ts'
import { asOfNow, type ImportGround } from './import-ground.ts'
import type { JobWork } from './jobs.ts'
import { readerVersion } from './store-files.ts'

/** The sources whose reports are from another reader than this program's. */
export const staleSources = ({ library }: ImportGround): number[] => sourcesToReadAgain(library.read, readerVersion)

/**
 * Reads the stored texts of sources again, by the present reader and the codebook in use. A person's
 * corrections and codings stay (`replaceReading`). A text that cannot be read again keeps its reading.
 */
export function readAgain(given: ImportGround, sources: readonly number[]): JobWork {
  return async (signal, { progress }) => {
    const ground = asOfNow(given)
    const outcomes: FileOutcome[] = []
    for await (const results of ground.pool.run(tasksFor(ground, sources), { signal })) {
      for (const outcome of replaceBatch(ground, results, sources)) {
        outcomes.push(outcome)
        progress({ done: outcomes.length, total: sources.length, file: outcome.file })
      }
    }
    ground.news.flush()
    return outcomes
  }
}

function* tasksFor({ library, codebook }: ImportGround, sources: readonly number[]): Generator<WeighedTask> {
  for (const [id, source] of sources.entries()) {
    const stored = readSource(library.read, source)
    if (stored === null) continue
    const { fileName, text, folders = [] } = stored.source
    const arrangement = readChoices(library.read, source)?.articles ?? null
    yield { task: { id, kind: 'text', name: fileName, text, layout: stored.layout, folders, arrangement, codebook }, bytes: text.length * 2, cost: 1 + text.length / 2000 }
  }
}

/** A source that fails by a bug of ours takes the transaction with it; the batch is then replaced one by one. */
function replaceBatch(ground: ImportGround, results: readonly TaskResult[], sources: readonly number[]): FileOutcome[] {
  try {
    return replaceTogether(ground, results, sources)
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (results.length > 1) return results.flatMap((result) => replaceBatch(ground, [result], sources))
    const file = readSource(ground.library.read, sources[results[0]!.id]!)!.source.fileName
    return [{ file, state: 'failed', reports: [], problem: ground.bugs.report(error, file), warnings: [] }]
  }
}

function replaceTogether(ground: ImportGround, results: readonly TaskResult[], sources: readonly number[]): FileOutcome[] {
  const { library, codebook, bugs, now, news } = ground
  const savedAt = now().toISOString()
  const outcomes = library.write((writable) => {
    keepCodebook(writable, codebook)
    markSaved(writable, savedAt)
    return results.map((result): FileOutcome => {
      const source = sources[result.id]!
      const file = readSource(writable, source)!.source.fileName
      // a person divided it otherwise meanwhile, which read it by this version: that holds
      if (isReadBy(writable, source, readerVersion)) return { file, state: 'imported', reports: [], problem: null, warnings: [] }
      if (result.kind === 'understood') {
        replaceReading(writable, source, { ...result.analysis, readBy: readerVersion, codebook })
        codeLeftOut(writable, codebook)
        return { file, state: 'imported', reports: [], problem: null, warnings: [] }
      }
      const problem = result.kind === 'refused' ? result.problem : bugs.report(result.kind === 'failed' ? result.error : result.kind, file)
      return { file, state: 'failed', reports: [], problem, warnings: [] }
    })
  })
  news.changed({ savedAt })
  return outcomes
}
