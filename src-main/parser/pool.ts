import { availableParallelism } from 'node:os'
import type { PageProgress } from '../readers/reader.ts'
import { defaultLimits, type ReadingLimits } from './limits.ts'
import type { Task, TaskResult } from './messages.ts'
import { ParserProcess, type Recognise } from './process.ts'
import { Run, type Given } from './run.ts'
import type { Spawn } from './spawn.ts'

export interface PoolOptions {
  readonly entry: URL
  readonly spawn: Spawn
  readonly recognise: Recognise
  /** Default: as many as the processor runs at once, at most four. The thread that writes is mostly idle. */
  readonly size?: number
  readonly limits?: ReadingLimits
}

export interface RunOptions {
  readonly signal?: AbortSignal
  /** A page of a document was recognised. */
  readonly onPage?: (id: number, progress: PageProgress) => void
}

const mostProcesses = 4
/** Enough that a process never waits while a batch is written, and not more: a line that waits behind a slow file is waste. */
const costInLine = 400
/** Another process takes half a second to start: a few small files are done by then. */
const worthAProcess = 250

/** Processes that read files. One run at a time; single questions go by themselves, between. */
export class ParserPool {
  readonly #options: Required<Omit<PoolOptions, 'limits'>>
  #limits: ReadingLimits
  #processes: ParserProcess[] = []
  #run: Run | null = null
  #hasOldLimits = false

  constructor({ entry, spawn, recognise, size, limits }: PoolOptions) {
    this.#options = { entry, spawn, recognise, size: size ?? Math.min(mostProcesses, availableParallelism()) }
    this.#limits = limits ?? defaultLimits
  }

  get limits(): ReadingLimits {
    return this.#limits
  }

  /** For the processes that are started from now on; those at rest are ended. */
  async setLimits(limits: ReadingLimits): Promise<void> {
    this.#limits = limits
    if (this.#run === null) await this.close()
    else this.#hasOldLimits = true
  }

  /**
   * Answers every task, in batches as they come. Not more is under way than bounds allow, batches
   * that were not taken yet included: whoever writes slowly slows the reading down.
   * After `signal` aborts, what was not answered yet is dropped.
   */
  async *run(given: AsyncIterable<Given> | Iterable<Given>, { signal, onPage }: RunOptions = {}): AsyncGenerator<TaskResult[]> {
    if (this.#run !== null) throw new Error('The pool has a run already')
    const run = new Run(given, () => void this.#feed(), onPage ?? (() => null))
    this.#run = run
    try {
      void this.#feed()
      while (signal?.aborted !== true) {
        const batch = await run.nextBatch(signal)
        if (batch === null) return
        if (batch.length > 0) yield batch
      }
    } finally {
      this.#run = null
      run.end()
      // a process that is still at something of this run must not answer into the next
      if (!run.isAnswered || this.#hasOldLimits) await this.close()
    }
  }

  async close(): Promise<void> {
    const processes = this.#processes
    this.#processes = []
    this.#hasOldLimits = false
    await Promise.all(processes.map((each) => each.end()))
  }

  async #feed(): Promise<void> {
    const run = this.#run
    if (run === null || run.isFeeding) return
    run.isFeeding = true
    try {
      while (run === this.#run && run.mayGive() && this.#hasRoom()) {
        const next = await run.next()
        if (next === null || run !== this.#run) break
        this.#taker(run).give(next)
      }
    } catch (error) {
      run.fail(error instanceof Error ? error : new Error(String(error)))
    } finally {
      run.isFeeding = false
    }
  }

  #hasRoom(): boolean {
    const least = this.#least()
    return least === null || least.waitingCost < costInLine || this.#processes.length < this.#options.size
  }

  /** Whoever has least in its line; a new one where that is worth it. */
  #taker(run: Run): ParserProcess {
    const least = this.#least()
    if (least === null) return this.#start(run)
    return least.waitingCost >= worthAProcess && this.#processes.length < this.#options.size ? this.#start(run) : least
  }

  #least(): ParserProcess | null {
    return this.#processes.reduce<ParserProcess | null>((a, b) => (a === null || b.waitingCost < a.waitingCost ? b : a), null)
  }

  #start(run: Run): ParserProcess {
    const { entry, spawn, recognise } = this.#options
    const started: ParserProcess = new ParserProcess({
      entry,
      spawn,
      recognise,
      limits: this.#limits,
      events: {
        result: (result, done) => this.#run?.answered(result, done),
        progress: ({ task }, progress) => this.#run?.onPage(task.id, progress),
        returned: (tasks) => this.#run?.giveBack(tasks),
        gone: (cause) => {
          this.#processes = this.#processes.filter((other) => other !== started)
          if (!started.hasBeenReady) run.fail(cause ?? new Error('The parser process did not start'))
        }
      }
    })
    this.#processes.push(started)
    return started
  }
}

/** A guess in milliseconds, for what may wait in one line: text is quick, pictures are recognised. */
export function costOf(task: Task): number {
  if (task.kind !== 'analyse' && task.kind !== 'read') return 5
  const { bytes } = task.file
  if (bytes[0] === 0x89 || (bytes[0] === 0xff && bytes[1] === 0xd8) || bytes[0] === 0x49 || bytes[0] === 0x4d) return 3000
  const isPackage = (bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes[0] === 0x25 || bytes[0] === 0xd0
  return isPackage ? 40 + bytes.length / 20_000 : 1 + bytes.length / 4000
}
