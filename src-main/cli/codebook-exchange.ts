import { readFileSync, statSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type { Codebook } from '#core/codebook/codebook.ts'
import { codebookWithout } from '#core/codebook/empty.ts'
import type { ExchangeLoss } from '#core/codebook/exchange-codes.ts'
import { codebookFormats } from '#core/codebook/formats.ts'
import { codebookLosses } from '#core/exchange/sentences.ts'
import { localDay } from '../host/local-day.ts'
import { readCodebook } from '../host/read-codebook.ts'
import { refuse } from '../readers/refusals.ts'
import { codebookFile, codebookGuids, codebookJson } from '../writers/codebook-files.ts'
import { writeWholeFile } from '../writers/whole-file.ts'
import { oneOf, readArguments, required } from './arguments.ts'
import { namedCodebook, parsedFile } from './codebook-option.ts'
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
  const onto = base ?? emptyCodebook(file)
  const { codebook, losses } = await readCodebook(fileBytes(file), file, () => ({ base: onto, guidOf: codebookGuids(onto.id) }))
  tellLosses(file, losses)
  return codebook
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

/** What a file without a base is read onto. */
function emptyCodebook(file: string): Codebook {
  const name = basename(file, extname(file))
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '').slice(0, 60)
  return codebookWithout(id === '' ? 'imported' : id, name)
}

function tellLosses(file: string, lost: readonly ExchangeLoss[]): void {
  for (const loss of lost) warn(`${oneLine(file)}: not-kept: 不含${codebookLosses[loss][0]}。 It does not hold ${codebookLosses[loss][1]}.`)
}
