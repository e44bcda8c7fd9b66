import { useEffect, useSyncExternalStore } from 'react'
import type { Input } from '#core/contract/calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import type { ReportReview } from '#core/contract/review-calls.ts'
import type { ReviewCounts, ReadingState, ReviewedReading } from '#core/report/reviewed.ts'
import type { Host } from '../../host/host.ts'
import { useHost } from '../../host/use-call.ts'

/** One reading in the queue of all. */
export interface Queued extends ReviewedReading {
  /** Of the whole queue the only one. */
  readonly id: string
  readonly report: string
}

export interface Queue {
  /** Worst first. */
  readonly items: readonly Queued[]
  /** Of all readings of the reports, asked about or not. */
  readonly counts: ReviewCounts
  readonly done: number
  readonly total: number
  readonly isWhole: boolean
  readonly problem: Problem | null
}

export type Asked = Omit<Input<'review.queue'>, 'from'>

const nothing: Queue = { items: [], counts: { unseen: 0, confirmed: 0, corrected: 0 }, done: 0, total: 0, isWhole: false, problem: null }

/** Of more reports than these a change is followed in those alone that were worked on. */
const followedWhole = 30

/** Reads the queue piece by piece, and what has become of it when the library has changed. One for a window. */
class QueueLoader {
  readonly #host: Host
  readonly #listeners = new Set<() => void>()
  #queue = nothing
  #asked: string | null = null
  #round = 0
  /** Report -> what it has in the queue. */
  #found = new Map<string, ReportReview>()
  /** Reports that the person worked on in this sitting. */
  readonly #touched = new Set<string>()
  /** What the person has just said, until the host says so. */
  readonly #said = new Map<string, ReadingState>()

  constructor(host: Host) {
    this.#host = host
    host.on('library-changed', ({ only }) => void (only === 'notes' || this.#follow()))
    host.on('job-ended', () => this.#readAnew())
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly known = (): Queue => this.#queue

  want(asked: Asked): void {
    const key = JSON.stringify(asked)
    if (key === this.#asked) return void this.#follow()
    this.#asked = key
    this.#found = new Map()
    this.#queue = nothing
    this.#tell({ done: 0, total: 0, isWhole: false, problem: null })
    void this.#read()
  }

  /** Shown at once; `null` takes it back, where the host refused it. */
  say({ id, report }: Pick<Queued, 'id' | 'report'>, state: ReadingState | null): void {
    this.#touched.add(report)
    if (state === null) this.#said.delete(id)
    else this.#said.set(id, state)
    this.#tell(this.#queue)
  }

  #readAnew(): void {
    if (this.#asked !== null && this.#listeners.size > 0) void this.#read()
    else this.#asked = null
  }

  async #read(): Promise<void> {
    this.#round += 1
    const round = this.#round
    const asked = JSON.parse(this.#asked!) as Asked // it was made from one
    const isFirst = this.#queue.items.length === 0
    const found = new Map<string, ReportReview>()
    for (let from = 0; ; ) {
      const reply = await this.#host.call('review.queue', { ...asked, from })
      if (round !== this.#round) return
      if (!reply.ok) return this.#tell({ ...this.#queue, isWhole: true, problem: reply.problem })
      for (const one of reply.value.found) found.set(one.report, one)
      const { done, total } = reply.value
      const isWhole = done >= total || done === from
      if (isWhole || isFirst) {
        this.#found = new Map(found)
        if (isWhole) this.#said.clear()
        this.#tell({ done, total, isWhole, problem: null })
      }
      if (isWhole) return
      from = done
    }
  }

  /** Of few reports all is looked at again; of many only what the person worked on. */
  async #follow(): Promise<void> {
    if (this.#asked === null || this.#listeners.size === 0) return
    if (this.#queue.total <= followedWhole) return this.#read()
    const { parts } = JSON.parse(this.#asked) as Asked
    const reports = [...this.#touched].slice(-followedWhole)
    if (reports.length === 0) return
    const reply = await this.#host.call('review.queue', { reports, ...(parts === undefined ? {} : { parts }) })
    if (!reply.ok) return
    for (const now of reply.value.found) {
      const before = this.#found.get(now.report)
      if (before === undefined) continue
      const states = new Map(now.asked.map((one) => [one.key, one]))
      this.#found.set(now.report, { ...now, asked: before.asked.flatMap(({ key }) => states.get(key) ?? []) })
    }
    for (const id of this.#said.keys()) if (reports.includes(id.slice(0, id.indexOf(' ')))) this.#said.delete(id)
    this.#tell(this.#queue)
  }

  #tell({ done, total, isWhole, problem }: Omit<Queue, 'items' | 'counts'>): void {
    const items = [...this.#found.values()].flatMap(({ report, asked }) =>
      asked.map((one): Queued => {
        const id = `${report} ${one.key}`
        return { ...one, id, report, state: this.#said.get(id) ?? one.state }
      })
    )
    const counts = { unseen: 0, confirmed: 0, corrected: 0 }
    for (const one of this.#found.values()) for (const state of ['unseen', 'confirmed', 'corrected'] as const) counts[state] += one.counts[state]
    this.#queue = { items: items.sort((a, b) => b.doubt - a.doubt), counts, done, total, isWhole, problem }
    for (const listener of this.#listeners) listener()
  }
}

const loaders = new WeakMap<Host, QueueLoader>()

function loaderOf(host: Host): QueueLoader {
  const known = loaders.get(host) ?? new QueueLoader(host)
  loaders.set(host, known)
  return known
}

/** The queue, and how an answer is shown in it before the host has it. @param asked the same object while it asks the same; null: nothing is asked */
export function useQueue(asked: Asked | null): { readonly queue: Queue; readonly say: QueueLoader['say'] } {
  const loader = loaderOf(useHost())
  const queue = useSyncExternalStore(loader.subscribe, loader.known)
  useEffect(() => {
    if (asked !== null) loader.want(asked)
  }, [loader, asked])
  return { queue: asked === null ? nothing : queue, say: (one, state) => loader.say(one, state) }
}

/** The next that nobody has looked at and that was not passed over; from `id` on, then from the beginning. */
export function nextOpen(items: readonly Queued[], id: string | null, skipped: ReadonlySet<string>): Queued | null {
  const isOpen = (one: Queued): boolean => one.state === 'unseen' && !skipped.has(one.id) && one.id !== id
  const at = items.findIndex((one) => one.id === id)
  return items.slice(at + 1).find(isOpen) ?? items.slice(0, Math.max(0, at)).find(isOpen) ?? null
}
