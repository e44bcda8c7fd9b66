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
  readonly id: number
  readonly picture: GreyPicture
  readonly place: string
  readonly resolve: (runs: readonly PrintedRun[]) => void
  readonly reject: (error: Error) => void
}

/** Wall-clock time against processor time, as for parser processes. */
const patience = 8

/**
 * The one process that recognises, for all parser processes: started with the first scan, ended when
 * none comes for a while. It has one page at a time; a page that brings it down costs itself.
 */
export class RemoteRecogniser {
  readonly #options: RecogniserOptions
  readonly #restMs: number
  #line: Waiting[] = []
  #child: Spawned<FromRecogniser, ToRecogniser> | null = null
  #count = 0
  #timer: NodeJS.Timeout | null = null

  constructor(options: RecogniserOptions, restMs = 60_000) {
    this.#options = options
    this.#restMs = restMs
  }

  /** @param place the document, for a refusal @throws Refusal timeout, too-much-memory, damaged-file; Error for a bug */
  read(picture: GreyPicture, place: string): Promise<readonly PrintedRun[]> {
    const answer = Promise.withResolvers<readonly PrintedRun[]>()
    this.#line.push({ id: ++this.#count, picture, place, ...answer })
    if (this.#line.length === 1) this.#begin()
    return answer.promise
  }

  close(): void {
    this.#end()
    for (const { place, reject } of this.#line.splice(0)) reject(refuse('parser-fell', place))
  }

  #begin(): void {
    this.#stopTimer()
    const [first] = this.#line
    if (first === undefined) {
      this.#timer = setTimeout(() => this.#end(), this.#restMs)
      this.#timer.unref()
      return
    }
    this.#child ??= this.#start()
    this.#child.post({ id: first.id, picture: first.picture })
    const { pageSeconds } = this.#options.limits()
    this.#timer = setTimeout(() => this.#lose((place) => refuse('took-too-long', place, { seconds: pageSeconds })), pageSeconds * patience * 1000)
    this.#timer.unref()
  }

  #start(): Spawned<FromRecogniser, ToRecogniser> {
    const { entry, spawn, limits } = this.#options
    const now = limits()
    const child = spawn<FromRecogniser, ToRecogniser>(entry, now, { runsMachineCode: true })
    child.onMessage((message) => {
      if (this.#child === child && message.kind !== 'ready') this.#answered(message)
    })
    child.onExit((complaint) => {
      if (this.#child !== child) return
      const limit = complaintNames(complaint)
      if (limit === 'memory') this.#lose((place) => refuse('too-much-memory', place, { megabytes: now.megabytes }))
      else if (limit === 'time') this.#lose((place) => refuse('took-too-long', place, { seconds: now.pageSeconds }))
      else this.#lose((place) => refuse('parser-fell', place))
    })
    return child
  }

  #answered(message: Exclude<FromRecogniser, { kind: 'ready' }>): void {
    const first = this.#line[0]
    if (first === undefined || first.id !== message.id) return
    this.#line.shift()
    // it has grown: the next page is not to pay for the ones before
    if (message.isSpent) this.#end()
    if (message.kind === 'recognised') first.resolve(message.runs)
    else first.reject(new Error(message.error))
    this.#begin()
  }

  /** The page at hand is refused; those behind it go to another process. */
  #lose(refusal: (place: string) => Refusal): void {
    this.#end()
    const lost = this.#line.shift()
    lost?.reject(refusal(lost.place))
    this.#begin()
  }

  #end(): void {
    this.#stopTimer()
    const child = this.#child
    this.#child = null
    child?.kill()
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }
}
