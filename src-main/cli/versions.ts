import { basename } from 'node:path'
import type { Codebook } from '#core/codebook/codebook.ts'
import { countReport, type ComparedReport } from '#core/compare/passages.ts'
import { versionTable, versionTableIds } from '#core/table/version-tables.ts'
import type { VersionRow } from '#core/versions/versions.ts'
import { localDay } from '../host/local-day.ts'
import { Turns } from '../host/turns.ts'
import { namedTableBytes } from '../host/export-bytes.ts'
import { comparedVersions, versionGround, type ComparedGround } from '../host/version-ground.ts'
import { writeWholeFile } from '../writers/whole-file.ts'
import { oneOf, readArguments, type OptionName } from './arguments.ts'
import { chosenCodebook } from './codebook-option.ts'
import { WrongCall } from './failure.ts'
import { jsonPieces, print } from './print.ts'
import { FileReading } from './read-files.ts'
import { readingOptionNames, readingOptions } from './reading-options.ts'

const names = ['library', 'report', 'tables', 'format', 'language', 'output', 'force', 'codebook', ...readingOptionNames] as const satisfies readonly OptionName[]
type Options = ReturnType<typeof readArguments<(typeof names)[number]>>['options']

const formats = ['text', 'json', 'csv', 'html', 'xlsx', 'docx'] as const

/** `versions BEFORE AFTER`, or `versions --library FILE --report BEFORE AFTER`: two versions of a text, the older first. */
export async function versions(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, names)
  const format = oneOf(options.format, formats, 'format') ?? 'text'
  const language = oneOf(options.language, ['zh', 'en'] as const, 'language') ?? 'zh'
  const table = oneOf(options.tables[0] ?? null, versionTableIds, 'tables') ?? 'changes'
  if ((format === 'xlsx' || format === 'docx') && options.output === null) throw new WrongCall(`${format} needs --output FILE.`)
  const pair = options.library === null ? await pairOfFiles(files, options) : await pairOfLibrary(options.library, files, options)
  if (pair === null) return 1
  const { before, after, codebook } = pair
  const ground = await new Turns().take((turn) => turn.finish(versionGround(countReport(before), countReport(after), codebook.themes.map(({ id }) => id))))
  const known = new Map(codebook.themes.map((theme) => [theme.id, theme]))
  const bytes =
    format === 'text' || format === 'json'
      ? Buffer.from([...(format === 'json' ? jsonPieces({ format: 'duizhao/versions@1', ...comparedVersions(ground) }) : textLines(ground))].join(''))
      : await namedTableBytes(versionTable(table, { ...ground, known, language }), format, { language, madeOn: localDay(new Date()) })
  if (options.output === null) await print(bytes)
  else await writeWholeFile(options.output, bytes, { force: options.force })
  return 0
}

interface VersionPair {
  readonly before: ComparedReport
  readonly after: ComparedReport
  readonly codebook: Codebook
}

/** Each file is one report. null: one of them could not be read, which was said. */
async function pairOfFiles(files: readonly string[], options: Options): Promise<VersionPair | null> {
  if (files.length !== 2) throw new WrongCall('versions takes two files, the older first, or --library FILE with two --report.')
  const { codebook, context } = await chosenCodebook(options.codebook)
  const reading = new FileReading(files, context, readingOptions(options))
  const found: ComparedReport[] = []
  for await (const { file, sha256, source, reading: { reports } } of reading) {
    if (reports.length !== 1) throw new WrongCall(`${file} has ${reports.length} reports: versions compares files of one each.`)
    found.push({ id: String(found.length + 1), report: reports[0]!, sourceFile: basename(file), sha256, lines: source.lines })
  }
  return found.length < 2 ? null : { before: found[0]!, after: found[1]!, codebook }
}

async function pairOfLibrary(library: string, files: readonly string[], { report, codebook: named }: Options): Promise<VersionPair | null> {
  if (files.length > 0) throw new WrongCall('versions takes files or --library, not both.')
  if (named !== null) throw new WrongCall('A library has its codebook: --codebook goes with files.')
  if (report.length !== 2) throw new WrongCall('versions of a library takes two --report, the older first.')
  const { libraryReports } = await import('./library-reports.ts')
  const { reports, codebook } = await libraryReports(library, { report, province: [], year: [] })
  const [before, after] = report.map((id) => reports.find((each) => each.id === id))
  return before === undefined || after === undefined ? null : { before, after, codebook }
}

const signs: Readonly<Record<VersionRow['kind'], string>> = { same: '=', changed: '~', removed: '-', added: '+', 'moved-away': '>', 'moved-here': '<' }

/** Every paragraph that changed, `[-taken out-]{+put in+}`, with its numbers before and after; unchanged ones are counted. */
function* textLines({ before, after, comparison: { rows, counts } }: ComparedGround): Generator<string> {
  const texts = { before: before.report.text, after: after.report.text }
  for (const row of rows) {
    if (row.kind === 'same') continue
    const whole = row.kind === 'removed' || row.kind === 'moved-away' ? texts.before.slice(row.before!.start, row.before!.end) : texts.after.slice(row.after?.start, row.after?.end)
    const words = row.pieces.length === 0 ? whole : row.pieces.map((piece) => marked(piece.kind, piece.kind === 'deleted' ? texts.before.slice(piece.before.start, piece.before.end) : texts.after.slice(piece.after.start, piece.after.end))).join('')
    yield `${signs[row.kind]} ${row.before?.first ?? '·'} ${row.after?.first ?? '·'}  ${words.replaceAll('\n', '¶')}\n`
  }
  yield `改动 ${counts.changed} 新增 ${counts.added} 删去 ${counts.removed} 移动 ${counts.moved} 相同 ${counts.same} · changed ${counts.changed} added ${counts.added} removed ${counts.removed} moved ${counts.moved} unchanged ${counts.same}\n`
}

const marked = (kind: 'same' | 'deleted' | 'added', words: string): string => (kind === 'same' ? words : kind === 'deleted' ? `[-${words}-]` : `{+${words}+}`)
