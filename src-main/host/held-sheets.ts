import type { SheetQuestion } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { SheetGuess } from '../readers/sheet/columns.ts'
import type { HeldFile } from './gather.ts'

/** More than a person leaves unanswered; of what is let go the file can be opened again. */
const mostHeld = 20

/** Sheets whose columns a person has not settled yet. */
export class HeldSheets {
  readonly #held = new Map<string, HeldFile>()
  #count = 0

  hold(file: HeldFile, { headers, sample, columns }: SheetGuess): SheetQuestion {
    const held = `sheet-${++this.#count}`
    this.#held.set(held, file)
    for (const [oldest] of this.#held) if (this.#held.size > mostHeld) this.#held.delete(oldest)
    return { held, headers, sample, guess: columns }
  }

  /** @throws Refusal not-found */
  take(held: string): HeldFile {
    const file = this.#held.get(held)
    if (file === undefined) {
      throw new Refusal({ kind: 'not-found', message: { zh: '这张表格已不在等候之列，请重新打开文件。', en: 'This sheet is no longer held: open the file again.' }, place: held })
    }
    this.#held.delete(held)
    return file
  }
}
