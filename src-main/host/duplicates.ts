import type { Handlers } from '#core/contract/calls.ts'
import { setImmediate } from 'node:timers/promises'
import { offerDuplicates, offeredPairs, pairOfReports, reportsToCompare } from '../library/near-duplicates.ts'
import { idOf } from './ids.ts'
import type { ImportGround } from './import-ground.ts'
import type { Journal } from './journal.ts'
import type { Subscribers } from './jobs.ts'

export function duplicateHandlers({ library, now }: ImportGround, journal: Journal): Pick<Handlers, 'duplicates.list' | 'duplicates.decide'> {
  return {
    'duplicates.list': () => offeredPairs(library.read),
    'duplicates.decide': async (decided) => {
      const { first, second, likeness } = pairOfReports(library.read, [idOf(decided.first), idOf(decided.second)])
      const { state } = decided
      const value = { state, likeness, at: state === 'offered' ? null : now().toISOString() }
      await journal.change({ kind: 'pair', count: 2, what: '' }, [{ subject: 'pair', key: `${first}:${second}`, value }])
      return { first: String(first), second: String(second), likeness, state }
    }
  }
}

/** Reports that are compared in one transaction: some milliseconds, so that a person's own work never waits. */
const atOnce = 8

/**
 * Compares new reports with those that are there, in the background: whoever imports does not wait
 * for it, and what a crash left over is compared when the library is opened next.
 */
export class DuplicateSearch {
  readonly #ground: ImportGround
  #running: Promise<void> | null = null
  #isEnded = false

  constructor(ground: ImportGround) {
    this.#ground = ground
  }

  /** Resolves when all reports are compared. */
  run(): Promise<void> {
    this.#running ??= this.#work().finally(() => (this.#running = null))
    return this.#running
  }

  /** Looks now, for what a crash left over, and after every job. */
  follow(subscribers: Subscribers): void {
    const look = (): void => void this.run().catch((error: unknown) => this.#ground.bugs.report(error, 'duplicates'))
    subscribers.add((name) => {
      if (name === 'job-ended') look()
    })
    look()
  }

  async end(): Promise<void> {
    this.#isEnded = true
    await this.#running?.catch(() => null)
  }

  async #work(): Promise<void> {
    const { library, now, news } = this.#ground
    let found = 0
    for (;;) {
      await setImmediate()
      const ids = this.#isEnded ? [] : reportsToCompare(library.read, atOnce)
      if (ids.length === 0) break
      found += library.write((writable) => ids.reduce((sum, id) => sum + offerDuplicates(writable, id).length, 0))
    }
    if (found === 0 || this.#isEnded) return
    news.changed({ savedAt: now().toISOString() })
    news.flush()
  }
}
