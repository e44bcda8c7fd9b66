import type { ColumnNames, Warning } from '../reader.ts'
import { columnsOption, type ColumnPlaces } from './columns.ts'
import type { SheetGrid } from './grid.ts'

export interface SheetFacts {
  readonly grid: SheetGrid
  readonly places: ColumnPlaces
  readonly guessed: ColumnNames | null
  /** Numbers of the rows below the header that hold something and no text. */
  readonly withoutText: readonly number[]
  /** How many characters were replaced by U+FFFD. */
  readonly replaced: number
}

/** What a person should know of how a sheet was read. */
export function sheetWarnings({ grid, places, guessed, withoutText, replaced }: SheetFacts): Warning[] {
  const warnings: Warning[] = guessed === null ? [] : [guessedColumns(guessed)]
  if (withoutText.length > 0) {
    warnings.push(warning('rows-without-text', [
      `有 ${withoutText.length} 行的正文为空，没有当作报告（第 ${rowList(withoutText, '、')} 行）。`,
      `Rows without text, not taken for reports: ${withoutText.length} (row ${rowList(withoutText, ', ')}).`
    ]))
  }
  const hidden = grid.rows.filter(({ isHidden }, n) => isHidden && n > places.header).map(({ number }) => number)
  if (hidden.length > 0) {
    warnings.push(warning('hidden-rows', [
      `有 ${hidden.length} 行在表里是隐藏的，也读入了（第 ${rowList(hidden, '、')} 行）。`,
      `Rows hidden in the sheet, which were read too: ${hidden.length} (row ${rowList(hidden, ', ')}).`
    ]))
  }
  if (grid.isHidden) warnings.push(warning('hidden-sheet', [`工作表“${grid.name}”在文件里是隐藏的，也读入了。`, `The sheet “${grid.name}” is hidden in its workbook; it was read.`]))
  if (grid.unvaluedFormulas > 0) {
    warnings.push(warning('formulas-without-value', [
      `有 ${grid.unvaluedFormulas} 个公式单元格没有保存结果，无法读出。请用 Excel 或 WPS 打开并保存一次。`,
      `Cells with a formula and no saved result, which could not be read: ${grid.unvaluedFormulas}. Open the workbook in Excel or WPS and save it once.`
    ]))
  }
  const errors = grid.rows.flatMap(({ number, cells }) => (cells.some(({ isError }) => isError === true) ? [number] : []))
  if (errors.length > 0) {
    warnings.push(warning('error-cells', [
      `有 ${errors.length} 行含出错的单元格（如 #N/A），按原样保留（第 ${rowList(errors, '、')} 行）。`,
      `Rows with cells in error (such as #N/A), kept as they are: ${errors.length} (row ${rowList(errors, ', ')}).`
    ]))
  }
  const ragged = raggedRows(grid, places)
  if (ragged.length > 0) {
    warnings.push(warning('ragged-rows', [
      `有 ${ragged.length} 行的单元格多于表头，可能是正文里的分隔符没有加引号，请核对（第 ${rowList(ragged, '、')} 行）。`,
      `Rows with more cells than the header, perhaps for a text that has a delimiter in it and no quotation marks: ${ragged.length} (row ${rowList(ragged, ', ')}). Check them.`
    ]))
  }
  if (replaced > 0) warnings.push(warning('nul-characters', [`有 ${replaced} 个不合法的字符，以“�”标出。`, `Characters that are none, shown as “�”: ${replaced}.`]))
  return warnings
}

export const warning = (kind: string, [zh, en]: readonly [string, string]): Warning => ({ kind, message: { zh, en } })

function guessedColumns(columns: ColumnNames): Warning {
  const option = columnsOption(columns)
  const taken = (words: readonly [string, string, string, string], none: string): string[] =>
    [columns.text, columns.title, columns.province, columns.date].map((name, n) => words[n]! + (name === null ? none : `“${name}”`))
  return warning('guessed-columns', [
    `按表头认定：${taken(['正文取自', '标题取自', '省份取自', '日期取自'], '（无）').join('，')}。如不对，请指明各列；命令行：--columns ${option}`,
    `By the header: ${taken(['text from ', 'title from ', 'province from ', 'date from '], '(none)').join(', ')}. If that is wrong, name the columns; on the command line: --columns ${option}`
  ])
}

/** Lines of a delimited file that are longer than its header; empty cells do not count. */
function raggedRows({ delimiter, rows }: SheetGrid, { header }: ColumnPlaces): number[] {
  if (delimiter === null || header === -1) return []
  const last = Math.max(...rows[header]!.cells.map(({ column }) => column))
  return rows.slice(header + 1).flatMap(({ number, cells }) => (cells.some(({ column }) => column > last) ? [number] : []))
}

const rowList = (numbers: readonly number[], between: string): string => numbers.slice(0, 5).join(between) + (numbers.length > 5 ? ' …' : '')
