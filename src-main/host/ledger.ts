import type { FileOutcome } from '#core/contract/calls.ts'
import type { FileToParse } from '../parser/messages.ts'

/** A file of an import, from when it is first heard of until it is stored. */
export interface LedgerEntry {
  /** As the person knows it: with its path inside an archive or a dropped folder. */
  readonly name: string
  /** Its bytes and hash, while it is under way. */
  file: (FileToParse & { readonly sha256: string }) | null
  outcome: FileOutcome | null
  isWithdrawn: boolean
}

/** Every file of an import by number. Files inside archives come to be known on the way. */
export class Ledger {
  readonly #entries: { readonly entry: LedgerEntry; readonly order: readonly number[] }[] = []
  #withdrawn = 0

  /** @param order the file's place among those given, then its place inside its archive, … @returns its number */
  add(name: string, order: readonly number[]): number {
    return this.#entries.push({ entry: { name, file: null, outcome: null, isWithdrawn: false }, order }) - 1
  }

  entry(id: number): LedgerEntry {
    return this.#entries[id]!.entry
  }

  /** Files that are known of so far; archives are not counted, the files in them are. */
  get total(): number {
    return this.#entries.length - this.#withdrawn
  }

  /** Files that came to an end, and those that did not. */
  settle(id: number, outcome: FileOutcome): void {
    const entry = this.entry(id)
    entry.outcome = outcome
    entry.file = null
  }

  /** An archive: the files in it stand in its place. */
  withdraw(id: number): void {
    this.#entries[id]!.entry.isWithdrawn = true
    this.#withdrawn += 1
  }

  unsettled(): number[] {
    return this.#entries.flatMap(({ entry }, id) => (entry.outcome === null && !entry.isWithdrawn ? [id] : []))
  }

  /** In the order of the files as they were given, those of an archive in its place. */
  outcomes(): FileOutcome[] {
    return [...this.#entries].sort((a, b) => compareOrder(a.order, b.order)).flatMap(({ entry }) => entry.outcome ?? [])
  }
}

function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (let n = 0; n < Math.max(a.length, b.length); n++) {
    const difference = (a[n] ?? -1) - (b[n] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
