import type { Codebook } from '#core/codebook/codebook.ts'
import { codebookOfExchange, type ExchangeBase, type ExchangeCodebook, type ExchangeLoss } from '#core/codebook/exchange-codes.ts'
import { codebookOfSheets } from '#core/codebook/exchange-rows.ts'
import { validateCodebook, type CodebookFault } from '#core/codebook/validate.ts'
import { cellAt } from '../readers/sheet/grid.ts'
import { readWorkbookGrids } from '../readers/sheet/read-workbook.ts'
import { readQdc } from '../readers/codebook/read-qdc.ts'
import { invalidCodebook, unreadable } from './invalid-codebook.ts'

export interface ReadCodebook {
  readonly codebook: Codebook
  /** What was not taken over. */
  readonly losses: readonly ExchangeLoss[]
}

/**
 * A codebook from the bytes of a `.qdc`, `.xlsx` or `.json` file.
 *
 * @param baseOf for a `.qdc`, what its codes are read onto. @throws Refusal where it is none
 */
export async function readCodebook(bytes: Buffer, place: string, baseOf: (file: ExchangeCodebook) => ExchangeBase): Promise<ReadCodebook> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return valid(place, codebookOfSheets(await sheetsOf(bytes, place)))
  if (!/^(?:\ufeff)?\s*</.test(bytes.toString('utf8', 0, 200))) return valid(place, validateCodebook(jsonOf(bytes, place)))
  const file = readQdc(bytes, place)
  return valid(place, codebookOfExchange(file, baseOf(file)))
}

async function sheetsOf(bytes: Uint8Array, place: string): Promise<string[][][]> {
  const sheets: string[][][] = []
  for await (const { grid } of readWorkbookGrids(bytes, place)) {
    sheets.push(grid.rows.map((row) => Array.from({ length: 1 + Math.max(...row.cells.map(({ column }) => column)) }, (_, column) => cellAt(row, column)?.text ?? '')))
  }
  return sheets
}

function jsonOf(bytes: Buffer, place: string): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, '')) as unknown
  } catch {
    throw unreadable(place, '文件读不出来（JSON）。', 'The file cannot be read (JSON).')
  }
}

function valid(place: string, checked: { readonly codebook: Codebook; readonly losses?: readonly ExchangeLoss[] } | { readonly faults: readonly CodebookFault[] }): ReadCodebook {
  if ('codebook' in checked) return { losses: [], ...checked }
  throw invalidCodebook(place, checked.faults)
}
