import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Codebook } from '#core/codebook/codebook.ts'
import { codebookOfExchange, type ExchangeLoss } from '#core/codebook/exchange-codes.ts'
import { codebookOfSheets } from '#core/codebook/exchange-rows.ts'
import { validateCodebook, type CodebookFault } from '#core/codebook/validate.ts'
import { codebookLosses } from '#core/exchange/sentences.ts'
import { localDay } from '../host/local-day.ts'
import { readQdc } from '../readers/codebook/read-qdc.ts'
import { refuse } from '../readers/refusals.ts'
import { cellAt } from '../readers/sheet/grid.ts'
import { readWorkbookGrids } from '../readers/sheet/read-workbook.ts'
import { codebookFile, codebookFormats, codebookGuids, codebookJson } from '../writers/codebook-files.ts'
import { writeWholeFile } from '../writers/whole-file.ts'
import { oneOf, readArguments, required } from './arguments.ts'
import { invalidCodebook, namedCodebook, parsedFile } from './codebook-option.ts'
import { oneLine, warn, WrongCall } from './failure.ts'
import { print } from './print.ts'

/** `codebook export FILE|ID --format qdc|xlsx|json --output FILE`. What the format cannot hold is said on stderr. */
export async function exportCodebook(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['format', 'language', 'output', 'force'])
  const [named] = files
  if (named === undefined || files.length > 1) throw new WrongCall('codebook export takes one FILE or ID.')
  const output = required(options.output, 'output')
  const format = oneOf(required(options.format, 'format'), codebookFormats, 'format')!
  const language = oneOf(options.language, ['zh', 'en'] as const, 'language') ?? 'zh'
  const { bytes, losses: lost } = await codebookFile(await namedCodebook(named), format, { language, madeOn: localDay(new Date()) })
  await writeWholeFile(output, bytes, { force: options.force })
  tellLosses(output, lost)
  return 0
}

/** `codebook import FILE [--codebook BASE] --output FILE`: a .qdc, .xlsx or .json file as a codebook. Themes of the base keep what the file cannot hold. */
export async function importCodebook(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['codebook', 'output', 'force'])
  const [file] = files
  if (file === undefined || files.length > 1) throw new WrongCall('codebook import takes one file.')
  const output = required(options.output, 'output')
  const base = options.codebook === null ? null : await namedCodebook(options.codebook)
  const codebook = await readCodebookFile(file, base)
  await writeWholeFile(output, codebookJson(codebook), { force: options.force })
  await print(`${codebook.id} ${codebook.version}: 主题 themes ${codebook.themes.length}\n`)
  return 0
}

/** Larger than any codebook. */
const mostBytes = 32 * 1024 * 1024

async function readCodebookFile(file: string, base: Codebook | null): Promise<Codebook> {
  const bytes = fileBytes(file)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return valid(file, codebookOfSheets(await sheetsOf(bytes, file)))
  if (!/^(?:\ufeff)?\s*</.test(bytes.toString('utf8', 0, 200))) return valid(file, validateCodebook(parsedFile(file)))
  const onto = base ?? emptyCodebook(file)
  const read = codebookOfExchange(readQdc(bytes, file), { base: onto, guidOf: codebookGuids(onto.id) })
  if ('codebook' in read) tellLosses(file, read.losses)
  return valid(file, read)
}

function fileBytes(file: string): Buffer {
  try {
    const { size } = statSync(file)
    if (size > mostBytes) throw refuse('file-too-large', file, { megabytes: Math.round(size / 1024 / 1024) })
    return readFileSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error) parsedFile(file) // says what is wrong with the file
    throw error
  }
}

async function sheetsOf(bytes: Uint8Array, file: string): Promise<string[][][]> {
  const sheets: string[][][] = []
  for await (const { grid } of readWorkbookGrids(bytes, file)) {
    sheets.push(grid.rows.map((row) => Array.from({ length: 1 + Math.max(...row.cells.map(({ column }) => column)) }, (_, column) => cellAt(row, column)?.text ?? '')))
  }
  return sheets
}

/** What a file without a base is read onto: it has no themes of its own. */
function emptyCodebook(file: string): Codebook {
  const name = basename(file, extname(file))
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60)
  return {
    format: 'duizhao/codebook@2', id: id === '' ? 'imported' : id, version: '1.0.0', name: { zh: name, en: name }, themes: [],
    context: { listSpoilers: [], rollCallFrames: [], otherSubjects: [] }
  }
}

function valid(file: string, checked: { readonly codebook: Codebook } | { readonly faults: readonly CodebookFault[] }): Codebook {
  if ('codebook' in checked) return checked.codebook
  throw invalidCodebook(file, checked.faults)
}

function tellLosses(file: string, lost: readonly ExchangeLoss[]): void {
  for (const loss of lost) warn(`${oneLine(file)}: not-kept: 不含${codebookLosses[loss][0]}。 It does not hold ${codebookLosses[loss][1]}.`)
}
