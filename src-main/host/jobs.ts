import type { Bilingual } from '#core/codebook/codebook.ts'
import type { FileOutcome } from '#core/contract/calls.ts'
import type { EventName, Events } from '#core/contract/events.ts'
import { Refusal, type Problem } from '#core/contract/problem.ts'

export type Listener = <N extends EventName>(name: N, payload: Events[N]) => void

/** Whoever wants to hear of what happens: windows, the command line. */
export class Subscribers {
  readonly #listeners = new Set<Listener>()

  /** @returns a function that ends the subscription */
  add(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell<N extends EventName>(name: N, payload: Events[N]): void {
    for (const listener of this.#listeners) listener(name, payload)
  }
}

export interface JobProgress {
  readonly done: number
  readonly total: number
  /** The file that was done last. */
  readonly file: string
  /** The codebook by which reports are being coded, where no files are read. */
  readonly codebook?: Bilingual
  readonly isEffect?: true
}

/** A page of a file was recognised. */
export type RecognisedPage = Omit<Events['page-recognised'], 'job'>

/** Whoever follows a job. */
export interface JobListener {
  readonly progress: (progress: JobProgress) => void
  readonly page: (page: RecognisedPage) => void
}

export type JobWork = (signal: AbortSignal, listener: JobListener) => Promise<readonly FileOutcome[]>

export interface JobEnd {
  readonly cancelled: boolean
  readonly outcomes: readonly FileOutcome[]
}

/** Work on many files, one job after the other, each to be followed by events and to be cancelled. */
export class Jobs {
  readonly #subscribers: Subscribers
  readonly #running = new Map<string, AbortController>()
  #last: Promise<unknown> = Promise.resolve()
  readonly #name: string
  #count = 0

  /** @param name tells its jobs from those of another library, which a window may have seen before */
  constructor(subscribers: Subscribers, name = '') {
    this.#subscribers = subscribers
    this.#name = name
  }

  /** Begins when the jobs before it have ended. `ended` rejects only by a bug or a library that refuses. */
  start(work: JobWork): { job: string; ended: Promise<JobEnd> } {
    const job = `job-${this.#name}${++this.#count}`
    const controller = new AbortController()
    this.#running.set(job, controller)
    const ended = this.#last.then(() => this.#work(job, controller, work))
    this.#last = ended.catch(() => null)
    return { job, ended }
  }

  cancel(job: string): boolean {
    const controller = this.#running.get(job)
    controller?.abort()
    return controller !== undefined
  }

  /** Cancels all, and waits until none is at work. */
  async end(): Promise<void> {
    for (const controller of this.#running.values()) controller.abort()
    await this.#last
  }

  async #work(job: string, { signal }: AbortController, work: JobWork): Promise<JobEnd> {
    let outcomes: readonly FileOutcome[] = []
    let problem: Problem | null = null
    try {
      outcomes = await work(signal, {
        progress: (progress) => this.#subscribers.tell('job-progress', { job, ...progress }),
        page: (page) => this.#subscribers.tell('page-recognised', { job, ...page })
      })
      return { cancelled: signal.aborted, outcomes }
    } catch (error) {
      problem = error instanceof Refusal ? error.problem : notCarriedThrough
      throw error
    } finally {
      this.#running.delete(job)
      this.#subscribers.tell('job-ended', { job, cancelled: signal.aborted, problem, outcomes })
    }
  }
}

/** Of a bug: whoever began the job writes it into the log. */
const notCarriedThrough: Problem = {
  kind: 'internal',
  message: {
    zh: '这项工作中途出错，没有做完，详情已记入日志。资料库里已保存的内容不受影响。',
    en: 'This work went wrong on its way and was not carried through; the log has the details. What the library holds is safe.'
  },
  place: ''
}

const tellingEveryMs = 1000

type LibraryChange = Events['library-changed']

/**
 * Tells of changes at most once a second while many come, and of the last one in any case: whoever
 * listens reads the list of reports again each time.
 */
export class ChangeNews {
  readonly #tell: (change: LibraryChange) => void
  #told = -Infinity
  #untold: LibraryChange | null = null

  constructor(tell: (change: LibraryChange) => void) {
    this.#tell = tell
  }

  changed(change: LibraryChange): void {
    // it is of notes alone where what has not been told yet is so as well
    const isOfNotes = change.only === 'notes' && this.#untold?.only !== undefined
    this.#untold = this.#untold === null || isOfNotes ? change : { savedAt: change.savedAt }
    if (Date.parse(change.savedAt) - this.#told >= tellingEveryMs) this.flush()
  }

  flush(): void {
    if (this.#untold === null) return
    this.#told = Date.parse(this.#untold.savedAt)
    this.#tell(this.#untold)
    this.#untold = null
  }
}
