import { randomBytes } from 'node:crypto'
import type { ChangeLabel } from '#core/contract/change-calls.ts'
import type { KeptMerge, MergeConflict, MergeReport, Settled } from '#core/contract/exchange-calls.ts'
import type { Json } from '#core/contract/json.ts'
import { Refusal } from '#core/contract/problem.ts'
import { conflictKey, conflictsOf, mergeNames, mergeSubject, type StoredConflict, type StoredMerge } from '../library/merges.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { veiled } from '../library/veil.ts'
import type { Setting } from './journal.ts'
import { groundSettings, type GroundsToMerge } from './merge-grounds.ts'
import type { Behind } from './merging.ts'
import { newTaking, takeTheirs, type GroundProposal, type Proposal } from './take-theirs.ts'

type Report = Omit<MergeReport, 'codebook'>

interface Recorded {
  readonly label: ChangeLabel
  readonly mergedAt: string
  readonly report: Report
  /** Of each of its conflicts. */
  readonly behind: readonly Behind[]
}

/** Of so many merges the conflicts are shown. */
const mostShown = 20

/** Conflicts of merges in which mine holds. They are part of the change that the merge is: undone with it, and there after a restart. */
export class OpenConflicts {
  readonly #ground: GroundsToMerge

  constructor(ground: GroundsToMerge) {
    this.#ground = ground
  }

  newName(): string {
    return randomBytes(8).toString('hex')
  }

  /** What keeps a merge of which any conflict is open. */
  record(name: string, { label, mergedAt, report: { conflicts, ...report }, behind }: Recorded): Setting[] {
    if (!conflicts.some(({ isOpen }) => isOpen)) return []
    return [
      { subject: 'merge', key: name, value: asJson({ report, label, mergedAt } satisfies { [key in keyof StoredMerge]: unknown }) },
      ...conflicts.map((conflict, n): Setting => {
        const { report: on, proposal, isTaken } = behind[n]!
        return { subject: 'merge-conflict', key: conflictKey(name, n), value: asJson({ report: on, conflict, proposal, isTaken } satisfies { [key in keyof StoredConflict]: unknown }) }
      })
    ]
  }

  list(): KeptMerge[] {
    const { library: { read } } = this.#ground
    const apart = veiled(read)?.reports
    return mergeNames(read, mostShown).map((name): KeptMerge => {
      const { report, mergedAt } = storedMerge(read, name)!
      // what is said on reports that are being coded apart is not shown
      const shown = conflictsOf(read, name).filter(([, { report: on }]) => on === null || apart?.has(on) !== true)
      const conflicts = shown.map(([, { conflict, proposal, isTaken }]) => ({ ...(conflict as unknown as MergeConflict), isOpen: proposal !== null && !isTaken })) // what `record` kept
      const told = { ...(report as unknown as Report), ...(apart === undefined ? {} : { left: [], unplaced: [] }) } // so did it; which report each of these is on it does not say
      return { mergedAt, taken: shown.flatMap(([n, { isTaken }]) => (isTaken ? [n] : [])), report: { ...told, conflicts, codebook: null } }
    })
  }

  /** Takes theirs: a part of the merge's own change while nothing else was changed since. @throws Refusal not-found */
  async settle(name: string, wanted: readonly number[]): Promise<Settled> {
    const { library, journal } = this.#ground
    const merge = storedMerge(library.read, name)
    if (merge === null) throw noSuchMerge(name)
    const label = merge.label as unknown as ChangeLabel // what `record` kept
    const options = { session: name, joins: true }
    const numbers = new Set(wanted)
    const open = conflictsOf(library.read, name).filter(([n, { proposal, isTaken }]) => numbers.has(n) && proposal !== null && !isTaken)
    const taken: number[] = []
    for (const [n, kept] of open) {
      const proposal = kept.proposal as unknown as Proposal | GroundProposal // what `record` kept
      if (proposal.kind !== 'codebook' && proposal.kind !== 'division') continue
      const settings = await groundSettings(this.#ground, proposal)
      if (settings !== null && (await this.#isSet(label, [...settings, marked(name, n, kept)], options))) taken.push(n)
    }
    await journal.change(label, (now) => {
      const made = takenOf(now, open)
      taken.push(...made.taken.map(([n]) => n))
      return [...made.settings, ...made.taken.map(([n, kept]) => marked(name, n, kept))]
    }, options)
    return { taken: taken.toSorted((a, b) => a - b), overtaken: open.map(([n]) => n).filter((n) => !taken.includes(n)) }
  }

  /** Not where a report that carries work would be gone. */
  async #isSet(label: ChangeLabel, settings: readonly Setting[], options: { readonly session: string; readonly joins: boolean }): Promise<boolean> {
    try {
      return await this.#ground.journal.change(label, settings, options)
    } catch (error) {
      if (error instanceof Refusal) return false
      throw error
    }
  }
}

type Open = readonly [n: number, kept: StoredConflict]

function takenOf(library: ReadableLibrary, open: readonly Open[]): { readonly settings: readonly Setting[]; readonly taken: readonly Open[] } {
  const taking = newTaking(library)
  const apart = veiled(library)?.reports
  const taken = open.filter(([, { report, proposal }]) => {
    const known = proposal as unknown as Proposal | GroundProposal // what `record` kept
    if (known.kind === 'codebook' || known.kind === 'division') return false
    return (report === null || apart?.has(report) !== true) && takeTheirs(taking, known)
  })
  return { settings: taking.settings, taken }
}

const marked = (name: string, n: number, kept: StoredConflict): Setting => ({ subject: 'merge-conflict', key: conflictKey(name, n), value: { ...kept, isTaken: true } })

const storedMerge = (library: ReadableLibrary, name: string): StoredMerge | null => mergeSubject.read(library, name) as unknown as StoredMerge | null // what its `write` was given

/** Plain: nothing that JSON would not give back. */
const asJson = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

const noSuchMerge = (place: string): Refusal =>
  new Refusal({
    kind: 'not-found',
    message: {
      zh: '资料库里没有这次并入未决的冲突：它可能已经撤销。要再作选择，请把文件再并入一次。',
      en: 'The library has no open conflicts of this merge: it may have been undone. To choose anew, merge the file once more.'
    },
    place
  })
