import { workFormats } from '#core/exchange/work-formats.ts'
import { lossSentence } from '#core/exchange/sentences.ts'
import { writeWholeFile } from '../writers/whole-file.ts'
import { oneOf, readArguments, required } from './arguments.ts'
import { ask } from './ask.ts'
import { oneLine, warn, WrongCall } from './failure.ts'
import { withLibrary } from './with-library.ts'

/** `exchange export --library FILE --format qdpx --output FILE`. What the format cannot hold is said on stderr. */
export async function exportWork(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'format', 'output', 'language', 'line-ends', 'report', 'force'])
  if (files.length > 0) throw new WrongCall('exchange export takes no files.')
  const library = required(options.library, 'library')
  const output = required(options.output, 'output')
  const format = oneOf(required(options.format, 'format'), workFormats, 'format')!
  const language = oneOf(options.language, ['zh', 'en'] as const, 'language') ?? 'zh'
  const lineEnds = oneOf(options['line-ends'], ['lf', 'crlf'] as const, 'line-ends') ?? 'lf'
  const reports = options.report.length === 0 ? {} : { reports: [...options.report] }
  const exported = await withLibrary({ library, createMissing: false }, (host) => ask(host, 'exchange.export', { format, language, lineEnds, ...reports }))
  if (exported === null || exported.base64 === null) throw new Error('the command line was asked where to save')
  await writeWholeFile(output, Buffer.from(exported.base64, 'base64'), { force: options.force })
  for (const { zh, en } of exported.losses.map(lossSentence)) warn(`${oneLine(output)}: not-kept: ${zh} ${en}`)
  return 0
}
