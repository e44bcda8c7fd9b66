import type { ReportSummary } from '#core/contract/calls.ts'
import { unpackThemes } from '#core/listing/packed-themes.ts'
import { padCells } from '#core/table/cell-width.ts'
import { readArguments, required } from './arguments.ts'
import { askReports } from './ask.ts'
import { oneLine, WrongCall } from './failure.ts'
import { jsonPieces, print } from './print.ts'
import { withLibrary } from './with-library.ts'

/** `list --library FILE`: the reports of a library. */
export async function list(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'json'])
  if (files.length > 0) throw new WrongCall('list takes no files.')
  const library = required(options.library, 'library')
  const reports = await withLibrary({ library, createMissing: false }, async (host) => {
    await host.current
    return askReports(host)
  })
  await print(options.json ? jsonPieces({ format: 'duizhao/list@1', reports: reports.map((report) => ({ ...report, themes: unpackThemes(report.themes) })) }) : reports.map(line))
  return 0
}

function line({ id, jurisdiction, date, characters, title, source }: ReportSummary): string {
  const province = jurisdiction?.province?.name ?? jurisdiction?.name ?? '—'
  return [padCells(id, 6), padCells(province, 18), padCells(date?.iso ?? '—', 11), padCells(String(characters), 7), oneLine(title ?? source.fileName)].join(' ') + '\n'
}
