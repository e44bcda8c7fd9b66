import type { FileOutcome } from '#core/contract/calls.ts'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { knownHashes } from '../library/sources.ts'
import type { TaskResult } from '../parser/messages.ts'
import type { RunOptions } from '../parser/pool.ts'
import type { Encoding } from '../readers/encoding.ts'
import type { ColumnNames } from '../readers/reader.ts'
import type { FoundFile } from './files-in.ts'
import { gather, type HeldFile } from './gather.ts'
import { asOfNow, type ImportGround } from './import-ground.ts'
import type { JobWork } from './jobs.ts'
import { Ledger } from './ledger.ts'
import { storeTogether, type Storable } from './store-files.ts'

export interface ImportChoices {
  /** Whether a person is there who confirms the columns of a sheet. */
  readonly asksColumns?: boolean
  readonly columns?: ColumnNames | null
  readonly encoding?: Encoding | null
}

/**
 * Reads files into the library. A file is stored wholly or not at all, and is said to be imported
 * only when it is on the disk; one that fails has its own outcome and disturbs no other. Outcomes
 * are in the order of the files, those from an archive in its place; of a cancelled job, those of
 * the files that were done.
 */
export function importFiles(given: ImportGround, files: readonly (FoundFile | HeldFile)[], choices: ImportChoices = {}): JobWork {
  return async (signal, { progress, page }) => {
    const ground = asOfNow(given)
    const ledger = new Ledger()
    let done = 0
    try {
      const tasks = gather(
        {
          ledger,
          known: new Set(knownHashes(ground.library.read)),
          newDesk: ground.newDesk,
          asksColumns: choices.asksColumns ?? false,
          columns: choices.columns ?? null,
          encoding: choices.encoding ?? null,
          codebook: ground.codebook
        },
        files
      )
      const onPage: RunOptions['onPage'] = (id, told) => page({ ...told, file: ledger.entry(id).name })
      for await (const results of ground.pool.run(tasks, { signal, onPage })) {
        settleBatch(ground, ledger, results)
        for (const { id } of results) {
          const { name, outcome } = ledger.entry(id)
          if (outcome !== null) progress({ done: ++done, total: ledger.total, file: name })
        }
      }
    } catch (error) {
      // the library refuses to be read, or no process can be started: what is left fails by that name
      const problem = error instanceof Refusal ? error.problem : ground.bugs.report(error, 'import')
      for (const id of ledger.unsettled()) {
        const { name } = ledger.entry(id)
        ledger.settle(id, failed(name, { ...problem, place: name }))
      }
    } finally {
      ground.news.flush()
    }
    return ledger.outcomes()
  }
}

/** A sheet whose columns a person has named. It is held on where they do not fit. */
export function importHeldSheet(ground: ImportGround, held: string, columns: ColumnNames): JobWork {
  const work = importFiles(ground, [{ ...ground.sheets.get(held), columns }])
  return async (signal, listener) => {
    const outcomes = await work(signal, listener)
    if (outcomes.some(({ state }) => state !== 'failed')) ground.sheets.release(held)
    return outcomes
  }
}

/**
 * One transaction for what came at once: a disk is flushed once for many small files. When the
 * library refuses (a full disk), every file of the batch failed, and nothing of it is there.
 */
function settleBatch(ground: ImportGround, ledger: Ledger, results: readonly TaskResult[]): void {
  const toStore: Storable[] = []
  for (const result of results) {
    const entry = ledger.entry(result.id)
    if (result.kind === 'analysed' || result.kind === 'known') toStore.push({ result, name: entry.name, file: entry.file! }) // `gather` set it
    else if (result.kind !== 'archive') ledger.settle(result.id, outcomeOf(ground, ledger, result))
    else if (result.members.length === 0) ledger.settle(result.id, failed(entry.name, emptyArchive(entry.name)))
    else ledger.withdraw(result.id)
  }
  if (toStore.length === 0) return
  for (const [id, outcome] of storeTogether(ground, toStore)) ledger.settle(id, outcome)
}

function outcomeOf({ bugs, sheets }: ImportGround, ledger: Ledger, result: TaskResult): FileOutcome {
  const { name, file } = ledger.entry(result.id)
  if (result.kind === 'refused') return failed(name, { ...result.problem, place: name })
  if (result.kind === 'sheet' && file !== null) {
    const { bytes, fileName, folders, encoding } = file
    const sheet = sheets.hold({ name, bytes, origin: { fileName, folders, encoding } }, result.guess)
    return { file: name, state: 'asks-columns', reports: [], problem: null, warnings: [], sheet }
  }
  return failed(name, bugs.report(result.kind === 'failed' ? result.error : `an import was answered by ${result.kind}`, name))
}

const emptyArchive = (place: string): Problem => ({
  kind: 'no-text',
  message: { zh: '压缩包里没有文件。请先解压看看，或重新取一份。', en: 'There is no file in this archive: look into it, or fetch it again.' },
  place
})

const failed = (file: string, problem: Problem): FileOutcome => ({ file, state: 'failed', reports: [], problem, warnings: [] })

