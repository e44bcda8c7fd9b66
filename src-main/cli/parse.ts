import { parseJson, type ParsedSource } from '#core/table/parse-json.ts'
import { readArguments } from './arguments.ts'
import { chosenCodebook } from './codebook-option.ts'
import { WrongCall, warn } from './failure.ts'
import { readFiles, type ReadFile } from './read-files.ts'
import { summaryText } from './summary.ts'

/** `parse <file…>`: what was understood; touches no library. */
export async function parse(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['codebook', 'json'])
  if (files.length === 0) throw new WrongCall('parse needs at least one file.')
  const { context, codebook } = await chosenCodebook(options.codebook)
  const { read, failed } = readFiles(files, context)
  for (const { file, warnings } of read) for (const { kind, message } of warnings) warn(`${file}: ${kind}: ${message.zh} ${message.en}`)
  if (options.json) process.stdout.write(JSON.stringify(parseJson(read.map(parsedSource)), null, 2) + '\n')
  else process.stdout.write(read.map((file) => summaryText(file.file, file.reading, codebook)).join('\n'))
  return failed === 0 ? 0 : 1
}

function parsedSource({ file, sha256, mediaType, encoding, bytes, warnings, reading }: ReadFile): ParsedSource {
  return {
    file,
    sha256,
    mediaType,
    encoding,
    bytes,
    warnings: warnings.map(({ kind, message }) => ({ kind, message: message.zh })),
    reports: reading.reports,
    leftOver: reading.leftOver
  }
}
