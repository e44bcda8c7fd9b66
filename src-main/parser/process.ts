import { Refusal, type Problem } from '#core/contract/problem.ts'
import type { PrintedRun } from '../readers/layout/printed-page.ts'
import type { GreyPicture } from '../readers/recognition/grey-picture.ts'
import type { PageProgress } from '../readers/reader.ts'
import { refuse } from '../readers/refusals.ts'
import type { ReadingLimits } from './limits.ts'
import { complaintNames } from './limits.ts'
import type { FromParser, Task, TaskResult, ToParser } from './messages.ts'
import type { Spawn, Spawned } from './spawn.ts'

/** A task with its weights: bytes, for what may be held in memory; milliseconds it may take, for what may wait in one line. */
export interface WeighedTask {
  readonly task: Task
  readonly bytes: number
  readonly cost: number
}

export type Recognise = (picture: GreyPicture, place: string) => Promise<readonly PrintedRun[]>

export interface ParserEvents {
  /** A task is done. */
  result(result: TaskResult, done: WeighedTask): void
  /** A page of the task at hand was recognised, or recognition begins. */
  progress(task: WeighedTask, progress: PageProgress): void
  /** It will not begin these: they are to be given to another. */
  returned(tasks: readonly WeighedTask[]): void
  /** The process has gone. The task it was at is answered; what it had not begun is `returned` before. */
  gone(cause: Error | null): void
}

export interface ParserOptions {
  readonly entry: URL
  readonly spawn: Spawn
  readonly limits: ReadingLimits
  /** Pages of scans go to the process that may run machine code. @throws Refusal */
  readonly recognise: Recognise
  readonly events: ParserEvents
}

/** Wall-clock time against processor time: a machine may be busy, a document that sleeps is stuck. */
const patience = 8
/** More than any reader takes. */
const mostPages = 10_000
/** Pixels of a page; what readers draw is bounded below this. */
const mostPixels = 128 * 1024 * 1024
/** Time to start; the first start on a cold disk is slow. */
const startSeconds = 60

/**
 * One parser process with its line of tasks. A file that passes a limit, or that brings the process
 * down, costs the process and that file, nothing else.
 */
export class ParserProcess {
  readonly #child: Spawned<FromParser, ToParser>
  readonly #options: ParserOptions
  readonly #codebooks = new Set<string>()
  #line: WeighedTask[] = []
  #isReady = false
  #isGone = false
  #isLong = false
  #lastPage = -1
  #isRecognising = false
  #timer: NodeJS.Timeout | null = null
  #ended = Promise.withResolvers<void>()

  constructor(options: ParserOptions) {
    this.#options = options
    this.#child = options.spawn<FromParser, ToParser>(options.entry, options.limits, { runsMachineCode: false })
    this.#child.onMessage((message) => this.#hear(message))
    this.#child.onExit((complaint) => {
      this.#ended.resolve()
      this.#fall(complaint)
    })
    this.#watch(startSeconds)
  }

  get waitingTasks(): number {
    return this.#line.length
  }

  /** Milliseconds of work in its line; without end while it is at something long. */
  get waitingCost(): number {
    return this.#isLong ? Infinity : this.#line.reduce((sum, { cost }) => sum + cost, 0)
  }

  /** Once up, a process that falls has fallen over a task; before, over its own code. */
  get hasBeenReady(): boolean {
    return this.#isReady
  }

  give(weighed: WeighedTask): void {
    this.#line.push(weighed)
    this.#child.post(this.#asPosted(weighed.task))
    if (this.#line.length === 1 && this.#isReady) this.#watch()
  }

  /** A codebook is many times as long as most tasks: each is sent once. */
  #asPosted(task: Task): Task {
    const { codebook } = task
    if (codebook === undefined) return task
    if (this.#codebooks.has(codebook.sha256)) return { ...task, codebook: { sha256: codebook.sha256, definition: null } }
    this.#codebooks.add(codebook.sha256)
    return task
  }

  /** What has not begun is forgotten; nothing more is heard of this process. */
  async end(): Promise<void> {
    this.#isGone = true
    this.#unwatch()
    this.#child.kill()
    await this.#ended.promise
  }

  /** What a document has taken over may say anything: it costs the process, not the program. */
  #hear(message: FromParser): void {
    try {
      this.#receive(message)
    } catch (error) {
      if (!this.#isGone) this.#lose(null, error instanceof Error ? error : new Error(String(error)))
    }
  }

  #receive(message: FromParser): void {
    if (this.#isGone) return
    if (message.kind === 'ready') {
      this.#isReady = true
      this.#watch()
    } else if (message.kind === 'progress') this.#progress(message.progress)
    else if (message.kind === 'handed-back') this.#takeBack(message.ids)
    else if (message.kind === 'recognise') void this.#recognise(message)
    else this.#done(message.result, message.isSpent)
  }

  #done(result: TaskResult, isSpent: boolean): void {
    const done = this.#line.shift()
    if (done === undefined || done.task.id !== result.id) throw new Error(`The parser answered task ${result.id} out of order`)
    this.#isLong = false
    this.#lastPage = -1
    this.#watch()
    if (isSpent) this.#retire()
    this.#options.events.result(result, done)
  }

  #progress(progress: PageProgress): void {
    const [first] = this.#line
    if (first === undefined) return
    // each page once: a clock that could be set back for ever would be none
    if (!(progress.page > this.#lastPage && progress.page <= progress.pages && progress.pages <= mostPages)) throw new Error('The parser tells of pages that cannot be')
    this.#lastPage = progress.page
    if (!this.#isLong && this.#line.length > 1) this.#child.post({ kind: 'hand-back' })
    this.#isLong = true
    this.#watch(this.#options.limits.pageSeconds * patience)
    this.#options.events.progress(first, progress)
  }

  async #recognise({ request, picture }: Extract<FromParser, { kind: 'recognise' }>): Promise<void> {
    const place = this.#line[0]?.task.name ?? ''
    const { width, height, pixels } = picture
    if (this.#isRecognising || width * height !== pixels.length || pixels.length > mostPixels) {
      this.#lose(null, new Error('The parser asks for what no reader asks'))
      return
    }
    this.#isRecognising = true
    try {
      const runs = await this.#options.recognise(picture, place)
      if (!this.#isGone) this.#child.post({ kind: 'recognised', request, runs })
    } catch (error) {
      if (this.#isGone) return
      if (error instanceof Refusal) this.#child.post({ kind: 'not-recognised', request, problem: error.problem })
      else this.#lose(null, error instanceof Error ? error : new Error(String(error)))
    } finally {
      this.#isRecognising = false
    }
  }

  #takeBack(ids: readonly number[]): void {
    const back = new Set(ids)
    // also the first of the line: the child may have ended its task meanwhile, and hands back what it has not begun
    const returned = this.#line.filter(({ task }) => back.has(task.id))
    if (returned.length === 0) return
    this.#line = this.#line.filter((weighed) => !returned.includes(weighed))
    this.#watch()
    this.#options.events.returned(returned)
  }

  /** It read something that left it in doubt, or has grown: another one takes over. */
  #retire(): void {
    this.#isGone = true
    this.#unwatch()
    this.#child.kill()
    this.#options.events.returned(this.#line.splice(0))
    this.#options.events.gone(null)
  }

  #watch(seconds = this.#options.limits.seconds * patience): void {
    this.#unwatch()
    if (this.#isReady && this.#line.length === 0) return
    this.#timer = setTimeout(() => this.#lose(this.#tooLong), seconds * 1000)
    this.#timer.unref()
  }

  #unwatch(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #fall(complaint: string): void {
    if (this.#isGone) return
    const limit = complaintNames(complaint)
    if (limit === 'memory') this.#lose(this.#tooMuch)
    else if (limit === 'time') this.#lose(this.#tooLong)
    else if (this.#isReady) this.#lose((place) => refuse('parser-fell', place).problem)
    else this.#lose(null, new Error(`The parser process did not start: ${complaint}`))
  }

  readonly #tooLong = (place: string): Problem => refuse('took-too-long', place, { seconds: this.#isLong ? this.#options.limits.pageSeconds : this.#options.limits.seconds }).problem
  readonly #tooMuch = (place: string): Problem => refuse('too-much-memory', place, { megabytes: this.#options.limits.megabytes }).problem

  /** Answers for the task at the head of the line, and gives the rest back. */
  #lose(problem: ((place: string) => Problem) | null, error: Error | null = null): void {
    this.#isGone = true
    this.#unwatch()
    this.#child.kill()
    const lost = this.#isReady ? this.#line.shift() : undefined
    // first: what follows from an answer must not be given to a process that is gone
    this.#options.events.returned(this.#line.splice(0))
    this.#options.events.gone(error)
    if (lost === undefined) return
    const { id, name } = lost.task
    const result: TaskResult =
      problem === null ? { id, kind: 'failed', error: error?.stack ?? 'the process ended' } : { id, kind: 'refused', problem: problem(name) }
    this.#options.events.result(result, lost)
  }
}
