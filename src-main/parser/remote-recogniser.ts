import type { Refusal } from '#core/contract/problem.ts'
import type { PrintedRun } from '../readers/layout/printed-page.ts'
import type { GreyPicture } from '../readers/recognition/grey-picture.ts'
import { refuse } from '../readers/refusals.ts'
import { complaintNames, type ReadingLimits } from './limits.ts'
import type { FromRecogniser, ToRecogniser } from './messages.ts'
import type { Spawn, Spawned } from './spawn.ts'

export interface RecogniserOptions {
  readonly entry: URL
  readonly spawn: Spawn
  readonly limits: () => ReadingLimits
}

interface Waiting {
  readonly place: string
  readonly resolve: (runs: readonly PrintedRun[]) => void
  readonly reject: (error: Error) => void
}

/** The one process that recognises, for all parser processes: started with the first scan, ended when none comes for a while. */
export class RemoteRecogniser {
  readonly #options: RecogniserOptions
  readonly #restMs: number
  readonly #waiting = new Map<number, Waiting>()
  #child: Spawned<FromRecogniser, ToRecogniser> | null = null
  #count = 0
  #rest: NodeJS.Timeout | null = null

  constructor(options: RecogniserOptions, restMs = 60_000) {
    this.#options = options
    this.#restMs = restMs
  }

  /** @param place the document, for a refusal @throws Refusal timeout, too-much-memory, damaged-file; Error for a bug */
  read(picture: GreyPicture, place: string): Promise<readonly PrintedRun[]> {
    if (this.#rest !== null) clearTimeout(this.#rest)
    const id = ++this.#count
    const answer = Promise.withResolvers<readonly PrintedRun[]>()
    this.#waiting.set(id, { place, ...answer })
    this.#child ??= this.#start()
    this.#child.post({ id, picture })
    return answer.promise
  }

  close(): void {
    if (this.#rest !== null) clearTimeout(this.#rest)
    const child = this.#child
    this.#child = null
    child?.kill()
    this.#fail((place) => refuse('parser-fell', place))
  }

  #start(): Spawned<FromRecogniser, ToRecogniser> {
    const { entry, spawn, limits } = this.#options
    const now = limits()
    const child = spawn<FromRecogniser, ToRecogniser>(entry, now, { runsMachineCode: true })
    child.onMessage((message) => {
      if (message.kind !== 'ready') this.#answered(message)
    })
    child.onExit((complaint) => {
      if (this.#child !== child) return
      this.#child = null
      const limit = complaintNames(complaint)
      if (limit === 'memory') this.#fail((place) => refuse('too-much-memory', place, { megabytes: now.megabytes }))
      else if (limit === 'time') this.#fail((place) => refuse('took-too-long', place, { seconds: now.pageSeconds }))
      else this.#fail((place) => refuse('parser-fell', place))
    })
    return child
  }

  #answered(message: Exclude<FromRecogniser, { kind: 'ready' }>): void {
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.kind === 'recognised') waiting?.resolve(message.runs)
    else waiting?.reject(new Error(message.error))
    if (this.#waiting.size > 0) return
    this.#rest = setTimeout(() => this.close(), this.#restMs)
    this.#rest.unref()
  }

  /** The page at hand is the one that did it; who waits behind it cannot be told apart from here, and is refused as well. */
  #fail(refusal: (place: string) => Refusal): void {
    const all = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { place, reject } of all) reject(refusal(place))
  }
}
