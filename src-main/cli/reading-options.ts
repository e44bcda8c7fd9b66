import { defaultLimits, type ReadingLimits } from '../parser/limits.ts'
import type { Encoding } from '../readers/encoding.ts'
import type { ColumnNames } from '../readers/reader.ts'
import { parseColumns } from '../readers/sheet/columns.ts'
import { oneOf, wholeNumber, type OptionName } from './arguments.ts'
import { WrongCall } from './failure.ts'

/** What a person may say of how files are to be read: the same for every command that reads files. */
export interface ReadingOptions {
  readonly columns: ColumnNames | null
  readonly encoding: Encoding | null
  /** null: none was named. */
  readonly limits: ReadingLimits | null
}

export const readingOptionNames = ['columns', 'encoding', 'memory', 'seconds', 'page-seconds'] as const satisfies readonly OptionName[]

type Given = { readonly [N in (typeof readingOptionNames)[number]]: string | null }

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const

/** @throws WrongCall */
export function readingOptions(given: Given): ReadingOptions {
  const columns = given.columns === null ? null : parseColumns(given.columns)
  if (given.columns !== null && columns === null) {
    throw new WrongCall(`--columns names the columns of a sheet: 正文=…,标题=…,省份=…,日期=… (text=…, title=…, province=…, date=…), not “${given.columns}”.`)
  }
  return {
    columns,
    encoding: oneOf(given.encoding, encodings, 'encoding'),
    limits: given.memory === null && given.seconds === null && given['page-seconds'] === null ? null : {
      megabytes: wholeNumber(given.memory, 'memory', { min: 256, max: 8192 }) ?? defaultLimits.megabytes,
      seconds: wholeNumber(given.seconds, 'seconds', { min: 1, max: 600 }) ?? defaultLimits.seconds,
      pageSeconds: wholeNumber(given['page-seconds'], 'page-seconds', { min: 5, max: 600 }) ?? defaultLimits.pageSeconds
    }
  }
}
