import type { PageProgress } from '../readers/reader.ts'
import type { TaskResult } from './messages.ts'
import type { WeighedTask } from './process.ts'

/** What a run is given: something to do, or what is known without doing anything. */
export type Given = WeighedTask | { readonly settled: TaskResult }

/** Enough that no process waits while a batch is written, and bounded in memory. */
const filesUnderWay = 160
const bytesUnderWay = 24 * 1024 * 1024
/** A batch is handed out when it is worth a transaction, or when a person would want to see it. */
export const batchFiles = 64
const batchBytes = 4 * 1024 * 1024
const batchWaitMs = 120

/** The state of one run: what is still to do, under way, and ready to be taken. */
export class Run {
  readonly #given: AsyncIterator<Given> | Iterator<Given>
  readonly #wantsMore: () => void
  readonly onPage: (id: number, progress: PageProgress) => void
  #returned: WeighedTask[] = []
  #ready: TaskResult[] = []
  #readyBytes = 0
  #underWay = 0
  #bytes = 0
  #isExhausted = false
  #isPulling = false
  #failure: Error | null = null
  #wake: (() => void) | null = null
  /** Somebody is handing out tasks: only one may. */
  isFeeding = false

  constructor(given: AsyncIterable<Given> | Iterable<Given>, wantsMore: () => void, onPage: (id: number, progress: PageProgress) => void) {
    this.#given = Symbol.asyncIterator in given ? given[Symbol.asyncIterator]() : given[Symbol.iterator]()
    this.#wantsMore = wantsMore
    this.onPage = onPage
  }

  get isAnswered(): boolean {
    return this.#isExhausted && this.#returned.length === 0 && this.#underWay === 0
  }

  /** A file larger than all bounds goes alone. */
  mayGive(): boolean {
    if (this.#isExhausted && this.#returned.length === 0) return false
    const held = this.#underWay + this.#ready.length
    return held === 0 || (held < filesUnderWay && this.#bytes + this.#readyBytes < bytesUnderWay)
  }

  /** The next task; what is settled already is answered on the way. */
  async next(): Promise<WeighedTask | null> {
    for (;;) {
      const next = this.#returned.shift() ?? (await this.#pull())
      if (next === null) {
        this.#wake?.()
        return null
      }
      if (!('settled' in next)) {
        this.#underWay++
        this.#bytes += next.bytes
        return next
      }
      this.#ready.push(next.settled)
      if (this.#isBatch()) this.#wake?.()
      if (!this.mayGive()) return null
    }
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

  /** Nothing more is drawn; whoever gives hears of it. */
  end(): void {
    if (!this.#isExhausted) void this.#given.return?.(undefined)
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

  async #pull(): Promise<Given | null> {
    if (this.#isExhausted || this.#isPulling) return null
    this.#isPulling = true
    try {
      const next: IteratorResult<Given, unknown> = await this.#given.next()
      if (next.done !== true) return next.value
      this.#isExhausted = true
      return null
    } finally {
      this.#isPulling = false
    }
  }
}
