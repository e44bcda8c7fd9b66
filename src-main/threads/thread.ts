import { Worker } from 'node:worker_threads'
import type { Problem } from '#core/contract/problem.ts'
import type { FromThread, Task, TaskResult, ToThread } from './messages.ts'

/** A file whose reading needs more than this is refused; it must not take the program with it. */
const resourceLimits = { maxOldGenerationSizeMb: 2048, maxYoungGenerationSizeMb: 16 }

/** A task with its weight in bytes, for what may be under way at once. */
export interface WeighedTask {
  readonly task: Task
  readonly bytes: number
}

export interface ThreadEvents {
  /** A task is done. */
  result(result: TaskResult, done: WeighedTask): void
  /** The thread has gone. The task it was at is answered; these it had not begun. */
  gone(notBegun: readonly WeighedTask[], cause: Error | null): void
}

export interface ThreadOptions {
  readonly url: URL
  readonly fileTimeoutMs: number
  readonly events: ThreadEvents
}

/**
 * One worker thread with its queue. A file that takes too long, or that brings the thread down,
 * costs the thread and that file, nothing else.
 */
export class AnalysisThread {
  readonly #worker: Worker
  readonly #options: ThreadOptions
  readonly #queue: WeighedTask[] = []
  #bytes = 0
  #isReady = false
  #isGone = false
  #timer: NodeJS.Timeout | null = null

  constructor(options: ThreadOptions) {
    this.#options = options
    // the options of the process (a test runner's, an inspector's) are not the thread's
    this.#worker = new Worker(options.url, { execArgv: [], name: 'analysis', resourceLimits })
    this.#worker.on('message', (message: FromThread) => this.#receive(message))
    this.#worker.on('error', (error: Error) => this.#fall(error))
    this.#worker.on('exit', (code) => this.#fall(new Error(`The thread ended with code ${code}`)))
  }

  get waitingFiles(): number {
    return this.#queue.length
  }

  get waitingBytes(): number {
    return this.#bytes
  }

  /** Once up, a thread that falls has fallen over a task; before, over its own code. */
  get hasBeenReady(): boolean {
    return this.#isReady
  }

  tell(message: Extract<ToThread, { kind: 'known' }>): void {
    this.#worker.postMessage(message)
  }

  give(weighed: WeighedTask): void {
    this.#queue.push(weighed)
    this.#bytes += weighed.bytes
    this.#worker.postMessage(weighed.task)
    if (this.#queue.length === 1) this.#watch()
  }

  /** What has not begun is forgotten; nothing more is heard of this thread. */
  async end(): Promise<void> {
    this.#isGone = true
    this.#unwatch()
    await this.#worker.terminate()
  }

  #receive(message: FromThread): void {
    if (this.#isGone) return
    if (message.kind === 'ready') {
      this.#isReady = true
      this.#watch()
      return
    }
    const done = this.#take()
    if (done === null || done.task.id !== message.id) throw new Error(`The thread answered task ${message.id} out of order`)
    this.#watch()
    this.#options.events.result(message, done)
  }

  #take(): WeighedTask | null {
    const first = this.#queue.shift()
    if (first !== undefined) this.#bytes -= first.bytes
    return first ?? null
  }

  #watch(): void {
    this.#unwatch()
    if (this.#queue.length === 0 || !this.#isReady) return
    this.#timer = setTimeout(() => this.#lose(timedOut), this.#options.fileTimeoutMs)
  }

  #unwatch(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #fall(error: Error): void {
    if (this.#isGone) return
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    if (isMemory) this.#lose(tooMuchMemory)
    else this.#lose(null, error)
  }

  /** Answers for the task at the head of the queue, and gives the rest back. */
  #lose(problem: ((place: string) => Problem) | null, error: Error | null = null): void {
    this.#isGone = true
    this.#unwatch()
    void this.#worker.terminate()
    const lost = this.#isReady ? this.#take() : null
    // first: what follows from an answer must not be given to a thread that is gone
    this.#options.events.gone(this.#queue.splice(0), error)
    if (lost === null) return
    const { id, name } = lost.task
    const result: TaskResult =
      problem === null
        ? { id, kind: 'failed', error: error?.stack ?? 'the thread ended' }
        : { id, kind: 'refused', problem: problem(name) }
    this.#options.events.result(result, lost)
  }
}

const timedOut = (place: string): Problem => ({
  kind: 'timeout',
  message: { zh: '读取这个文件用时过长，已停止。', en: 'Reading this file took too long and was stopped.' },
  place
})

const tooMuchMemory = (place: string): Problem => ({
  kind: 'too-large',
  message: { zh: '读取这个文件需要的内存过多，已停止。', en: 'Reading this file needs too much memory and was stopped.' },
  place
})
