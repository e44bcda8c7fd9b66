import { availableParallelism } from 'node:os'
import type { TaskResult } from './messages.ts'
import { AnalysisThread, type WeighedTask } from './thread.ts'

export interface PoolOptions {
  readonly url: URL
  /** Default: as many as the processor runs at once, at most four. The thread that writes is mostly idle. */
  readonly size?: number
  readonly fileTimeoutMs?: number
}

export interface RunOptions {
  /** Hashes of files that need not be read. */
  readonly known?: readonly string[]
  readonly signal?: AbortSignal
}

const mostThreads = 4
const defaultFileTimeoutMs = 30_000
/** Enough that a thread never waits while a batch is written, and bounded in memory. */
const filesUnderWay = 160
const bytesUnderWay = 24 * 1024 * 1024
/** Another thread takes a third of a second to start: a few small files are done by then. */
const worthAThreadFiles = 96
const worthAThreadBytes = 256 * 1024
/** A batch is handed out when it is worth a transaction, or when a person would want to see it. */
export const batchFiles = 64
const batchBytes = 4 * 1024 * 1024
const batchWaitMs = 120

/** Threads that read files. One run at a time. */
export class AnalysisPool {
  readonly #url: URL
  readonly #size: number
  readonly #fileTimeoutMs: number
  #threads: AnalysisThread[] = []
  #run: Run | null = null

  constructor({ url, size, fileTimeoutMs }: PoolOptions) {
    this.#url = url
    this.#size = size ?? Math.min(mostThreads, availableParallelism())
    this.#fileTimeoutMs = fileTimeoutMs ?? defaultFileTimeoutMs
  }

  /**
   * Answers every task, in batches as they come. Not more is under way than bounds allow, batches
   * that were not taken yet included: whoever writes slowly slows the reading down.
   * After `signal` aborts, what was not answered yet is dropped.
   */
  async *run(tasks: Iterable<WeighedTask>, { known = [], signal }: RunOptions = {}): AsyncGenerator<TaskResult[]> {
    if (this.#run !== null) throw new Error('The pool has a run already')
    const run = new Run(tasks, () => this.#feed())
    this.#run = run
    try {
      for (const thread of this.#threads) thread.tell({ kind: 'known', sha256: known })
      run.known = known
      this.#feed()
      while (signal?.aborted !== true) {
        const batch = await run.nextBatch(signal)
        if (batch === null) return
        if (batch.length > 0) yield batch
      }
    } finally {
      this.#run = null
      // a thread that is still at something of this run must not answer into the next
      if (!run.isAnswered) await this.close()
    }
  }

  async close(): Promise<void> {
    const threads = this.#threads
    this.#threads = []
    await Promise.all(threads.map((thread) => thread.end()))
  }

  #feed(): void {
    const run = this.#run
    if (run === null) return
    while (run.mayGive()) {
      const next = run.next()
      if (next === null) break
      this.#leastBusy(run).give(next)
    }
  }

  #leastBusy(run: Run): AnalysisThread {
    if (this.#threads.length === 0) return this.#start(run)
    const least = this.#threads.reduce((a, b) => (b.waitingBytes < a.waitingBytes ? b : a))
    const isBusy = least.waitingFiles >= worthAThreadFiles || least.waitingBytes >= worthAThreadBytes
    return isBusy && this.#threads.length < this.#size ? this.#start(run) : least
  }

  #start(run: Run): AnalysisThread {
    const thread: AnalysisThread = new AnalysisThread({
      url: this.#url,
      fileTimeoutMs: this.#fileTimeoutMs,
      events: {
        result: (result, done) => this.#run?.answered(result, done),
        gone: (notBegun, cause) => {
          this.#threads = this.#threads.filter((other) => other !== thread)
          if (thread.hasBeenReady) this.#run?.giveBack(notBegun)
          else this.#run?.fail(cause ?? new Error('The analysis thread did not start'))
        }
      }
    })
    thread.tell({ kind: 'known', sha256: run.known })
    this.#threads.push(thread)
    return thread
  }
}

/** The state of one run: what is still to do, under way, and ready to be taken. */
class Run {
  readonly #tasks: Iterator<WeighedTask>
  readonly #wantsMore: () => void
  #returned: WeighedTask[] = []
  #ready: TaskResult[] = []
  #readyBytes = 0
  #underWay = 0
  #bytes = 0
  #isExhausted = false
  #failure: Error | null = null
  #wake: (() => void) | null = null
  known: readonly string[] = []

  constructor(tasks: Iterable<WeighedTask>, wantsMore: () => void) {
    this.#tasks = tasks[Symbol.iterator]()
    this.#wantsMore = wantsMore
  }

  get isAnswered(): boolean {
    return this.#isExhausted && this.#returned.length === 0 && this.#underWay === 0
  }

  /** A file larger than all bounds goes alone. */
  mayGive(): boolean {
    const held = this.#underWay + this.#ready.length
    return held === 0 || (held < filesUnderWay && this.#bytes + this.#readyBytes < bytesUnderWay)
  }

  next(): WeighedTask | null {
    const next = this.#returned.shift() ?? this.#pull()
    if (next === null) return null
    this.#underWay++
    this.#bytes += next.bytes
    return next
  }

  answered(result: TaskResult, { bytes }: WeighedTask): void {
    this.#underWay--
    this.#bytes -= bytes
    this.#ready.push(result)
    this.#readyBytes += bytes
    this.#wantsMore()
    if (this.#isBatch()) this.#wake?.()
  }

  giveBack(tasks: readonly WeighedTask[]): void {
    for (const { bytes } of tasks) {
      this.#underWay--
      this.#bytes -= bytes
    }
    this.#returned = [...tasks, ...this.#returned]
    this.#wantsMore()
  }

  fail(error: Error): void {
    this.#failure = error
    this.#wake?.()
  }

  /** The next results; empty when some time passed without any; null when there will be no more. */
  async nextBatch(signal: AbortSignal | undefined): Promise<TaskResult[] | null> {
    if (this.#ready.length === 0 && this.isAnswered) return null
    if (!this.#isBatch()) await this.#waitForBatch(signal)
    if (this.#failure !== null) throw this.#failure
    if (signal?.aborted === true) return null
    const batch = this.#ready.splice(0)
    this.#readyBytes = 0
    this.#wantsMore()
    return batch
  }

  #isBatch(): boolean {
    if (this.#failure !== null) return true
    return this.#ready.length >= batchFiles || this.#readyBytes >= batchBytes || this.isAnswered
  }

  #waitForBatch(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', wake)
        this.#wake = null
        resolve()
      }
      const timer = setTimeout(wake, batchWaitMs)
      signal?.addEventListener('abort', wake)
      this.#wake = wake
    })
  }

  #pull(): WeighedTask | null {
    if (this.#isExhausted) return null
    const next: IteratorResult<WeighedTask, unknown> = this.#tasks.next()
    if (next.done === true) {
      this.#isExhausted = true
      return null
    }
    return next.value
  }
}
