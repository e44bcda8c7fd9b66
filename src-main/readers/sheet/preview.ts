import { formatOf } from '../read-source.ts'
import type { ReadingGround } from '../reader.ts'
import { guessColumns, type SheetGuess } from './columns.ts'
import { isSheet, readCsvGrid } from './read-csv.ts'
import { readWorkbookGrids } from './read-workbook.ts'

/**
 * What a person is shown to say which column of a sheet holds what: the first sheet with a text
 * column, else the first that holds something.
 *
 * @returns null for a file that is no sheet, or an empty one
 * @throws Refusal as the readers
 */
export async function previewSheet(bytes: Uint8Array, ground: ReadingGround): Promise<SheetGuess | null> {
  const format = formatOf(bytes)
  if (format === 'text') return isSheet(bytes, ground) ? guessColumns(readCsvGrid(bytes, ground).grid.rows) : null
  if (format !== 'xlsx') return null
  let first: SheetGuess | null = null
  for await (const { grid } of readWorkbookGrids(bytes, ground.fileName)) {
    const guess = guessColumns(grid.rows)
    if (guess.certain) return guess
    first ??= guess
  }
  return first
}
