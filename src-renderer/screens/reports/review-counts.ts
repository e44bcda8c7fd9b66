import { useCallback, useSyncExternalStore } from 'react'
import type { ReviewCounts } from '#core/report/reviewed.ts'
import type { Host } from '../../host/host.ts'
import { useHost } from '../../host/use-call.ts'

/** Numbers of before stay in sight this long when the library has changed. */
const restMs = 1_500

type Counted = ReadonlyMap<string, ReviewCounts>

const nothing: Counted = new Map()

/** Counts the readings of all reports piece by piece, while anybody looks, and again when the library has changed. One for a window. */
export class CountsLoader {
  readonly #host: Host
  readonly #listeners = new Set<() => void>()
  #counted = nothing
  #isStale = true
  #round = 0
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(host: Host) {
    this.#host = host
    host.on('library-changed', ({ only }) => only === 'notes' || this.#changed())
    host.on('library-switched', () => {
      // what is still being asked is of the library before
      this.#round += 1
      this.#counted = nothing
      this.#tell()
      this.#changed()
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    if (this.#isStale && this.#timer === null) void this.#read()
    return () => void this.#listeners.delete(listener)
  }

  readonly counted = (): Counted => this.#counted

  #changed(): void {
    this.#isStale = true
    if (this.#timer !== null || this.#listeners.size === 0) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#isStale && this.#listeners.size > 0) void this.#read()
    }, restMs)
  }

  /** Who stops looking stops the counting; who looks again has it begin anew. */
  async #read(): Promise<void> {
    this.#round += 1
    const round = this.#round
    this.#isStale = false
    const there = new Set<string>()
    for (let from = 0; ; ) {
      const reply = await this.#host.call('review.counts', { from })
      if (round !== this.#round) return
      if (!reply.ok || this.#listeners.size === 0) {
        this.#isStale = true
        return
      }
      const { row, done, total } = reply.value
      this.#keep(row, there)
      if (done >= total) this.#keepOnly(there)
      if (done >= total || done === from) return
      from = done
    }
  }

  /** A report that has the same numbers keeps them as one object: its cell is not drawn again. */
  #keep(row: readonly number[], there: Set<string>): void {
    const next = new Map(this.#counted)
    for (let at = 0; at + 3 < row.length; at += 4) {
      const [id, confirmed, corrected, unseen] = [String(row[at]), row[at + 1]!, row[at + 2]!, row[at + 3]!]
      there.add(id)
      const known = next.get(id)
      if (known?.confirmed !== confirmed || known.corrected !== corrected || known.unseen !== unseen) next.set(id, { confirmed, corrected, unseen })
    }
    this.#counted = next
    this.#tell()
  }

  /** A report that went away has no numbers any more. */
  #keepOnly(there: ReadonlySet<string>): void {
    if (there.size === this.#counted.size) return
    this.#counted = new Map([...this.#counted].filter(([id]) => there.has(id)))
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

const loaders = new WeakMap<Host, CountsLoader>()

function useLoader(): CountsLoader {
  const host = useHost()
  const known = loaders.get(host) ?? new CountsLoader(host)
  loaders.set(host, known)
  return known
}

/** How far the readings of a report have been looked at; undefined while that is being counted. */
export function useReviewCounts(report: string): ReviewCounts | undefined {
  const loader = useLoader()
  return useSyncExternalStore(loader.subscribe, () => loader.counted().get(report))
}

const notAsked = (): (() => void) => () => undefined

/** The same of all reports, as far as they are counted. */
export function useAllReviewCounts(isAsked: boolean): Counted {
  const loader = useLoader()
  return useSyncExternalStore(isAsked ? loader.subscribe : notAsked, useCallback(() => (isAsked ? loader.counted() : nothing), [isAsked, loader]))
}
