import type { Problem } from '#core/contract/problem.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { PageProgress } from '../readers/reader.ts'
import type { ReadingLimits } from './limits.ts'
import type { Task, TaskResult } from './messages.ts'
import { ParserProcess, type Recognise, type WeighedTask } from './process.ts'
import type { Spawn } from './spawn.ts'

export interface DeskOptions {
  readonly entry: URL
  readonly spawn: Spawn
  readonly recognise: Recognise
  readonly limits: () => ReadingLimits
}

/** A task without the number that tells its answer. */
type Question = Task extends infer T ? (T extends unknown ? Omit<T, 'id'> : never) : never

interface Asked {
  readonly weighed: WeighedTask
  readonly resolve: (result: TaskResult) => void
  readonly reject: (error: Error) => void
  readonly onPage: (progress: PageProgress) => void
}

/** One parser process for single questions, started with the first and ended when nobody asks for a while. */
export class ParserDesk {
  readonly #options: DeskOptions
  readonly #restMs: number
  #line: Asked[] = []
  #process: ParserProcess | null = null
  #count = 0
  #rest: NodeJS.Timeout | null = null

  constructor(options: DeskOptions, restMs = 60_000) {
    this.#options = options
    this.#restMs = restMs
  }

  /** @throws Refusal where the document is refused; Error for a bug */
  async ask(question: Question, onPage: (progress: PageProgress) => void = () => null): Promise<TaskResult> {
    const answer = Promise.withResolvers<TaskResult>()
    this.#line.push({ weighed: { task: { ...question, id: ++this.#count }, bytes: 0, cost: 1 }, ...answer, onPage })
    if (this.#line.length === 1) this.#begin()
    return resultOrThrow(await answer.promise)
  }

  async close(): Promise<void> {
    if (this.#rest !== null) clearTimeout(this.#rest)
    const process = this.#process
    this.#process = null
    for (const { reject } of this.#line.splice(0)) reject(new Error('The desk was closed'))
    await process?.end()
  }

  /** One question at a time is in the process: each may bring a whole document with it. */
  #begin(): void {
    if (this.#rest !== null) clearTimeout(this.#rest)
    const [first] = this.#line
    if (first !== undefined) {
      this.#process ??= this.#start()
      this.#process.give(first.weighed)
      return
    }
    this.#rest = setTimeout(() => void this.close(), this.#restMs)
    this.#rest.unref()
  }

  #start(): ParserProcess {
    const { entry, spawn, recognise, limits } = this.#options
    const started: ParserProcess = new ParserProcess({
      entry,
      spawn,
      recognise,
      limits: limits(),
      events: {
        result: (result) => this.#answered(result),
        progress: (_task, progress) => this.#line[0]?.onPage(progress),
        // with one question in it, a process returns one only when it went before it began
        returned: () => null,
        gone: (cause) => {
          if (this.#process !== started) return
          this.#process = null
          if (!started.hasBeenReady) this.#line.shift()?.reject(cause ?? new Error('The parser process did not start'))
          if (!started.hasBeenReady) this.#begin()
        }
      }
    })
    return started
  }

  #answered(result: TaskResult): void {
    const answered = this.#line.shift()
    answered?.resolve(result)
    this.#begin()
  }
}

function resultOrThrow(result: TaskResult): TaskResult {
  if (result.kind === 'refused') throw new Refusal(result.problem satisfies Problem)
  if (result.kind === 'failed') throw new Error(result.error)
  return result
}
