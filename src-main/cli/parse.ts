import { parseJson, type ParsedSource } from '#core/table/parse-json.ts'
import { readArguments } from './arguments.ts'
import { chosenCodebook } from './codebook-option.ts'
import { WrongCall } from './failure.ts'
import { jsonPiecesOfList, print } from './print.ts'
import { FileReading, type ReadFile } from './read-files.ts'
import { readingOptionNames, readingOptions } from './reading-options.ts'
import { summaryText } from './summary.ts'

/** `parse <file…>`: what was understood; touches no library. */
export async function parse(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['codebook', 'json', ...readingOptionNames])
  if (files.length === 0) throw new WrongCall('parse needs at least one file.')
  const { context, codebook } = await chosenCodebook(options.codebook)
  const reading = new FileReading(files, context, readingOptions(options))
  if (options.json) await print(jsonPiecesOfList({ format: parseJson([]).format }, 'sources', sourcesJson(reading)))
  else for await (const { file, reading: understood } of reading) await print(summaryText(file, understood, codebook))
  return reading.failed === 0 ? 0 : 1
}

/** Each source is written before the next is read: there may be more of them than memory holds. */
async function* sourcesJson(files: AsyncIterable<ReadFile>): AsyncGenerator<unknown> {
  for await (const file of files) yield* parseJson([parsedSource(file)]).sources
}

function parsedSource({ file, sha256, mediaType, encoding, bytes, warnings, source, reading }: ReadFile): ParsedSource {
  return {
    file,
    sha256,
    mediaType,
    encoding,
    bytes,
    warnings: warnings.map(({ kind, message }) => ({ kind, message: message.zh })),
    lines: source.lines,
    reports: reading.reports,
    leftOver: reading.leftOver
  }
}
