import { basename } from 'node:path'
import type { Codebook } from '#core/codebook/codebook.ts'
import { buildComparison } from '#core/compare/build.ts'
import { columnGroupings } from '#core/compare/comparison.ts'
import type { ComparedReport } from '#core/compare/passages.ts'
import { comparisonTemplates, type PaperGround, type PaperTemplate } from '#core/paper/paper.ts'
import { terminalText } from '#core/table/terminal.ts'
import { comparisonBytes, paperBytes } from '../host/export-bytes.ts'
import { localDay } from '../host/local-day.ts'
import { codebookStamp } from '../host/reference.ts'
import { writeWholeFile } from '../writers/whole-file.ts'
import { oneOf, readArguments, type OptionName } from './arguments.ts'
import { chosenCodebook } from './codebook-option.ts'
import { warn, WrongCall } from './failure.ts'
import type { LibraryReports } from './library-reports.ts'
import { print } from './print.ts'
import { FileReading } from './read-files.ts'
import { readingOptionNames, readingOptions } from './reading-options.ts'

const options = [
  'library', 'report', 'province', 'year', 'themes', 'by', 'format', 'tables', 'language', 'output', 'force', 'codebook', ...readingOptionNames
] as const satisfies readonly OptionName[]
type Options = ReturnType<typeof readArguments<(typeof options)[number]>>['options']

const formats = ['text', 'json', 'csv', 'md', 'html', 'xlsx', 'docx'] as const

type Format = (typeof formats)[number]

/** `compare`: files, or the reports of a library, as one comparison table. */
export async function compare(args: string[]): Promise<number> {
  const { files, options: chosen } = readArguments(args, options)
  const format = oneOf(chosen.format, formats, 'format') ?? 'text'
  const by = oneOf(chosen.by, columnGroupings, 'by') ?? 'report'
  const language = oneOf(chosen.language, ['zh', 'en'] as const, 'language') ?? 'zh'
  const templates = templatesOf(chosen, format)
  if ((format === 'xlsx' || format === 'docx') && chosen.output === null && process.stdout.isTTY) throw new WrongCall(`${format} needs --output FILE.`)
  const { reports, codebook, stamp, failed } = await reportsOf(files, chosen)
  if (reports.length === 0) {
    if (failed > 0) return 1
    warn('没有符合条件的报告。 No report fits.')
  }
  const themes = chosen.themes.flatMap((part) => part.split(',')).filter((id) => id !== '')
  assertThemes(themes, codebook)
  const comparison = buildComparison(reports, codebook, {
    codebook: stamp, by, ...(themes.length > 0 ? { themes } : {})
  })
  await put(await rendered({ comparison, reports, codebook, ownTables: [] }, { format, language, templates }), chosen)
  return failed === 0 ? 0 : 1
}

/** The tables of a paper that were named; null where none was: Word then has all of them, a workbook the working tables. */
function templatesOf({ tables }: Options, format: Format): readonly PaperTemplate[] | null {
  const named = tables.flatMap((part) => part.split(',')).filter((id) => id !== '')
  if (named.length > 0 && format !== 'docx' && format !== 'xlsx') throw new WrongCall('--tables goes with --format docx or xlsx.')
  return named.length === 0 ? null : named.map((id) => oneOf(id, comparisonTemplates, 'tables')!)
}

async function reportsOf(
  files: readonly string[],
  chosen: Options
): Promise<LibraryReports> {
  if (chosen.library !== null) {
    if (files.length > 0) throw new WrongCall('compare takes files or --library, not both.')
    if (chosen.codebook !== null) throw new WrongCall('A library has its codebook: --codebook goes with files.')
    const { libraryReports } = await import('./library-reports.ts')
    return libraryReports(chosen.library, chosen)
  }
  if (files.length === 0) throw new WrongCall('compare needs files or --library FILE.')
  const { codebook, context } = await chosenCodebook(chosen.codebook)
  const reading = new FileReading(files, context, readingOptions(chosen))
  const reports: ComparedReport[] = []
  let fileCount = 0
  for await (const { file, sha256, source, reading: understood } of reading) {
    fileCount += 1
    understood.reports.forEach((report, index) =>
      reports.push({ id: `${fileCount}.${index + 1}`, report, sourceFile: basename(file), sha256, lines: source.lines })
    )
  }
  return { reports, codebook, stamp: codebookStamp(codebook), failed: reading.failed }
}

function assertThemes(themes: readonly string[], codebook: Codebook): void {
  const unknown = themes.filter((id) => !codebook.themes.some((theme) => theme.id === id))
  if (unknown.length > 0) {
    throw new WrongCall(`The codebook has no theme ${unknown.join(', ')}; it has ${codebook.themes.map(({ id }) => id).join(', ')}.`)
  }
}

interface Rendering {
  readonly format: Format
  readonly language: 'zh' | 'en'
  readonly templates: readonly PaperTemplate[] | null
}

async function rendered(paper: PaperGround, { format, language, templates }: Rendering): Promise<Uint8Array> {
  if (format === 'text') return Buffer.from(terminalText(paper.comparison, { language, width: process.stdout.columns ?? 120 }))
  const options = { language, madeOn: localDay(new Date()) }
  if (format === 'docx' || (format === 'xlsx' && templates !== null)) return paperBytes(paper, format, { ...options, ...(templates === null ? {} : { templates }) })
  return comparisonBytes(paper.comparison, format, options)
}

async function put(bytes: Uint8Array, { output, force }: Options): Promise<void> {
  if (output !== null) await writeWholeFile(output, bytes, { force })
  else await print(bytes)
}
