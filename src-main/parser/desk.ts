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
  readonly resolve: (result: TaskResult) => void
  readonly reject: (error: Error) => void
  readonly onPage: (progress: PageProgress) => void
}

/** One parser process for single questions, started with the first and ended when nobody asks for a while. */
export class ParserDesk {
  readonly #options: DeskOptions
  readonly #restMs: number
  readonly #asked = new Map<number, Asked>()
  #process: ParserProcess | null = null
  #count = 0
  #rest: NodeJS.Timeout | null = null

  constructor(options: DeskOptions, restMs = 60_000) {
    this.#options = options
    this.#restMs = restMs
  }

  /** @throws Refusal where the document is refused; Error for a bug */
  async ask(question: Question, onPage: (progress: PageProgress) => void = () => null): Promise<TaskResult> {
    const id = ++this.#count
    const answer = Promise.withResolvers<TaskResult>()
    this.#asked.set(id, { ...answer, onPage })
    this.#give({ task: { ...question, id }, bytes: 0, cost: 1 })
    return resultOrThrow(await answer.promise)
  }

  async close(): Promise<void> {
    if (this.#rest !== null) clearTimeout(this.#rest)
    const process = this.#process
    this.#process = null
    for (const { reject } of this.#asked.values()) reject(new Error('The desk was closed'))
    this.#asked.clear()
    await process?.end()
  }

  #give(weighed: WeighedTask): void {
    if (this.#rest !== null) clearTimeout(this.#rest)
    this.#process ??= this.#start()
    this.#process.give(weighed)
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
        progress: ({ task }, progress) => this.#asked.get(task.id)?.onPage(progress),
        returned: (tasks) => {
          this.#process = null
          if (!started.hasBeenReady) for (const { task } of tasks) this.#fail(task.id, new Error('The parser process did not start'))
          else for (const task of tasks) this.#give(task)
        },
        gone: () => {
          if (this.#process === started) this.#process = null
        }
      }
    })
    return started
  }

  #answered(result: TaskResult): void {
    this.#asked.get(result.id)?.resolve(result)
    this.#asked.delete(result.id)
    if (this.#asked.size > 0) return
    this.#rest = setTimeout(() => void this.close(), this.#restMs)
    this.#rest.unref()
  }

  #fail(id: number, error: Error): void {
    this.#asked.get(id)?.reject(error)
    this.#asked.delete(id)
  }
}

function resultOrThrow(result: TaskResult): TaskResult {
  if (result.kind === 'refused') throw new Refusal(result.problem satisfies Problem)
  if (result.kind === 'failed') throw new Error(result.error)
  return result
}
