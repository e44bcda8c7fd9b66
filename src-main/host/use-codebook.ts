import type { ChangeLabel } from '#core/contract/change-calls.ts'
import type { Handlers } from '#core/contract/calls.ts'
import { keepCodebook, uncodedReports, type StoredCodebook } from '../library/codebooks.ts'
import type { ParserPool } from '../parser/pool.ts'
import { parsed } from './codebooks.ts'
import type { CodebookGround } from './codebook-subjects.ts'
import { codeMissing, type CodingProgress } from './codings-kept.ts'
import { labelOf } from './edits.ts'
import type { Jobs, JobWork } from './jobs.ts'
import type { Journal } from './journal.ts'

export interface CodebookWorkGround extends CodebookGround {
  readonly pool: ParserPool
  readonly jobs: Jobs
  readonly journal: Journal
  /** A job that nobody waits for: what goes wrong in it is reported. */
  readonly begin: (started: ReturnType<Jobs['start']>) => { job: string }
}

/** A change that is made when all reports are coded by a codebook. */
export interface CodedChange {
  readonly codebook: StoredCodebook
  readonly label: ChangeLabel
  readonly settings: Parameters<Journal['change']>[1]
}

/** The job after which a codebook chosen before is to be shown; null where there is none. */
export interface Waiting {
  job: string | null
}

/**
 * Makes a change at once where all reports are coded by its codebook already; else a job codes them first,
 * and the library stays as it is until then. Cancelled, the change is not made. The last choice holds: one that
 * still waits is given up.
 */
export async function changeWhenCoded(ground: CodebookWorkGround, change: CodedChange, waiting: Waiting): Promise<{ job: string | null }> {
  const { library, journal, jobs, begin } = ground
  const { codebook, label, settings } = change
  if (waiting.job !== null) jobs.cancel(waiting.job)
  waiting.job = null
  library.write((writable) => keepCodebook(writable, codebook))
  if (uncodedReports(library.read, codebook.reading).length === 0) {
    await journal.change(label, settings)
    return { job: null }
  }
  const work = codingWork(ground, codebook)
  const begun = begin(
    jobs.start(async (signal, listener) => {
      await work(signal, listener)
      if (!signal.aborted) await journal.change(label, settings)
      return []
    })
  )
  waiting.job = begun.job
  return begun
}

/** Codes by a codebook what is not coded by it, in the processes that read. */
export function codingWork({ library, pool }: Pick<CodebookWorkGround, 'library' | 'pool'>, codebook: StoredCodebook): JobWork {
  return async (signal, { progress }) => {
    const { name } = parsed(codebook.definition)
    const onProgress = (so: CodingProgress): void => progress({ ...so, file: '', codebook: name })
    await codeMissing({ library, codebook }, (tasks) => pool.run(tasks, { signal }), { signal, onProgress })
    return []
  }
}

export function useCodebookHandlers(ground: CodebookWorkGround, waiting: Waiting): Pick<Handlers, 'codebooks.list' | 'codebooks.use'> {
  const { codebooks } = ground
  return {
    'codebooks.list': () => codebooks.list(),
    'codebooks.use': async ({ codebook: id }) => {
      const codebook = await codebooks.named(id)
      const label = labelOf('codebook-used', 1, parsed(codebook.definition).name.zh)
      return changeWhenCoded(ground, { codebook, label, settings: [{ subject: 'codebook-in-use', key: 'library', value: id }] }, waiting)
    }
  }
}
