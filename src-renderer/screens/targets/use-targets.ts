import { useEffect, useSyncExternalStore } from 'react'
import type { ReportTargets } from '#core/contract/target-calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import type { Host } from '../../host/host.ts'
import { useHost } from '../../host/use-call.ts'

/** What is known of the targets that were asked for. While they are read again, the last ones stay. */
export interface KnownTargets {
  readonly found: readonly ReportTargets[]
  readonly done: number
  readonly total: number
  readonly isWhole: boolean
  readonly problem: Problem | null
}

const nothing: KnownTargets = { found: [], done: 0, total: 0, isWhole: false, problem: null }
/** The table is drawn anew with what has come so far no more often than this. */
const tellEveryMs = 400
/** After a change of the library it rests this long before it asks again: changes come in swarms. */
const restMs = 1_500

/** Reads targets piece by piece, and again when the library has changed. One for a window: a view that comes back finds them there. */
class TargetLoader {
  readonly #host: Host
  readonly #listeners = new Set<() => void>()
  #known = nothing
  #reports: readonly string[] | null | undefined = undefined
  #round = 0
  #isStale = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(host: Host) {
    this.#host = host
    host.on('library-changed', ({ only }) => only === 'notes' || this.#changed())
    host.on('job-ended', () => this.#changed())
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly known = (): KnownTargets => this.#known

  /** @param reports null: the whole library */
  want(reports: readonly string[] | null): void {
    const isSame = this.#reports !== undefined && JSON.stringify(this.#reports) === JSON.stringify(reports)
    if (isSame && !this.#isStale) return
    this.#reports = reports
    if (!isSame) this.#tell(nothing)
    void this.#read()
  }

  async #read(): Promise<void> {
    this.#round += 1
    const round = this.#round
    this.#isStale = false
    const reports = this.#reports ?? null
    const isFirst = this.#known.found.length === 0
    const found: ReportTargets[] = []
    let toldAt = 0
    for (let from = 0; ; ) {
      const reply = await this.#host.call('targets.list', { ...(reports === null ? {} : { reports: [...reports] }), from })
      if (round !== this.#round) return
      if (!reply.ok) return this.#tell({ ...this.#known, isWhole: true, problem: reply.problem })
      found.push(...reply.value.found)
      const { done, total } = reply.value
      const isWhole = done >= total || done === from
      if (isWhole || (isFirst && performance.now() - toldAt > tellEveryMs)) {
        toldAt = performance.now()
        this.#tell({ found: [...found], done, total, isWhole, problem: null })
      }
      if (isWhole) return
      from = done
    }
  }

  #changed(): void {
    this.#isStale = true
    if (this.#timer !== null || this.#listeners.size === 0) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      if (this.#isStale && this.#listeners.size > 0) void this.#read()
    }, restMs)
  }

  #tell(known: KnownTargets): void {
    this.#known = known
    for (const listener of this.#listeners) listener()
  }
}

const loaders = new WeakMap<Host, TargetLoader>()

function loaderOf(host: Host): TargetLoader {
  const known = loaders.get(host) ?? new TargetLoader(host)
  loaders.set(host, known)
  return known
}

/** The targets of these reports, or of the whole library (null), as far as they have come. */
export function useTargets(reports: readonly string[] | null): KnownTargets {
  const loader = loaderOf(useHost())
  const known = useSyncExternalStore(loader.subscribe, loader.known)
  useEffect(() => loader.want(reports), [loader, reports])
  return known
}
