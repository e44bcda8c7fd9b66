import type { SheetQuestion } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { SheetGuess } from '../readers/sheet/columns.ts'
import type { HeldFile } from './gather.ts'

/** More than a person leaves unanswered; of what is let go the file can be opened again. */
const mostHeld = 20
const mostBytes = 128 * 1024 * 1024

/** Sheets whose columns a person has not settled yet. */
export class HeldSheets {
  readonly #held = new Map<string, HeldFile>()
  #count = 0

  hold(file: HeldFile, { headers, sample, columns }: SheetGuess): SheetQuestion {
    const held = `sheet-${++this.#count}`
    this.#held.set(held, file)
    for (const [oldest] of this.#held) if (oldest !== held && (this.#held.size > mostHeld || this.#bytes() > mostBytes)) this.#held.delete(oldest)
    return { held, headers, sample, guess: columns }
  }

  /** It stays until `release`: the columns that were named may not fit. @throws Refusal not-found */
  get(held: string): HeldFile {
    const file = this.#held.get(held)
    if (file === undefined) {
      throw new Refusal({ kind: 'not-found', message: { zh: '这张表格已不在等候之列，请重新打开文件。', en: 'This sheet is no longer held: open the file again.' }, place: held })
    }
    return file
  }

  release(held: string): void {
    this.#held.delete(held)
  }

  #bytes(): number {
    return [...this.#held.values()].reduce((sum, { bytes }) => sum + bytes.length, 0)
  }
}
