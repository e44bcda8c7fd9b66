import type { CodebookFault } from '#core/codebook/validate.ts'
import { Refusal } from '#core/contract/problem.ts'

/** With the place of the first fault. */
export function invalidCodebook(file: string, [first]: readonly CodebookFault[]): Refusal {
  const where = first === undefined ? '' : Object.values(first).filter((part: string) => part !== '').join(': ')
  return unreadable(file, `不是有效的编码本（${where}）。`, `Not a valid codebook (${where}).`)
}

/** A file that is none. */
export const unreadable = (place: string, zh: string, en: string): Refusal => new Refusal({ kind: 'unreadable-file', message: { zh, en }, place })
