import { randomBytes } from 'node:crypto'
import type { ChangeLabel } from '#core/contract/change-calls.ts'
import type { Settled } from '#core/contract/exchange-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { veiled } from '../library/veil.ts'
import type { Journal, Setting } from './journal.ts'
import { goneOn, type Merging } from './merging.ts'

interface Kept {
  readonly label: ChangeLabel
  readonly merging: Merging
}

/** Of so many merges theirs can still be taken: what came with them is held in memory. */
const mostKept = 5

/** Conflicts of the last merges in which mine holds, while the program runs. */
export class OpenConflicts {
  readonly #journal: Journal
  readonly #kept = new Map<string, Kept>()

  constructor(journal: Journal) {
    this.#journal = journal
  }

  newName(): string {
    return randomBytes(8).toString('hex')
  }

  keep(name: string, kept: Kept): void {
    if (!kept.merging.open.some((one) => one !== null)) return
    this.#kept.set(name, kept)
    for (const other of [...this.#kept.keys()].slice(0, -mostKept)) this.#kept.delete(other)
  }

  /** Takes theirs: a part of the merge's own change while nothing else was changed since. @throws Refusal not-found */
  async settle(name: string, conflicts: readonly number[]): Promise<Settled> {
    const kept = this.#kept.get(name)
    if (kept === undefined) throw noSuchMerge(name)
    const { label, merging } = kept
    const options = { session: name, joins: true }
    const wanted = [...new Set(conflicts)].filter((n) => merging.open[n] !== null && merging.open[n] !== undefined)
    const taken: number[] = []
    for (const n of wanted) {
      const one = merging.open[n]!
      if (!('settings' in one)) continue
      const settings = await one.settings()
      if (settings !== null && (await this.#isSet(label, settings, options))) taken.push(n)
    }
    await this.#journal.change(label, (library) => {
      const { settings, taken: now } = takenOf(merging, library, wanted)
      taken.push(...now)
      return settings
    }, options)
    for (const n of taken) merging.open[n] = null
    return { taken, overtaken: wanted.filter((n) => !taken.includes(n)) }
  }

  /** Not where a report that carries work would be gone. */
  async #isSet(label: ChangeLabel, settings: readonly Setting[], options: { readonly session: string; readonly joins: boolean }): Promise<boolean> {
    try {
      return await this.#journal.change(label, settings, options)
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }
}

function takenOf(merging: Merging, library: ReadableLibrary, wanted: readonly number[]): { readonly settings: readonly Setting[]; readonly taken: readonly number[] } {
  const later = goneOn(merging, library)
  const apart = veiled(library)?.reports
  const taken = wanted.filter((n) => {
    const one = merging.open[n]!
    return 'take' in one && !one.reports.some((report) => apart?.has(report)) && one.take(later)
  })
  return { settings: later.settings, taken }
}

const noSuchMerge = (place: string): Refusal =>
  new Refusal({
    kind: 'not-found',
    message: {
      zh: '这次并入的冲突已不在内存里。请把文件再并入一次，再作选择。',
      en: 'The conflicts of this merge are no longer held. Merge the file once more, and choose then.'
    },
    place
  })
