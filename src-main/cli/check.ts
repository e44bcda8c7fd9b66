import { checkLibrary } from '../library/integrity.ts'
import { readArguments, required } from './arguments.ts'
import { oneLine, warn, WrongCall } from './failure.ts'
import { print } from './print.ts'
import { withStoredLibrary } from './with-library.ts'

/** `check --library FILE`: every named invariant of the library. Exit 1 when one is broken. */
export async function check(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library'])
  if (files.length > 0) throw new WrongCall('check takes no files.')
  const library = required(options.library, 'library')
  const findings = withStoredLibrary(library, ({ read }) => checkLibrary(read))
  for (const finding of findings) {
    warn(`${oneLine(library)}: library-damaged: ${oneLine(Object.values(finding).map(String).join(' '))}`)
  }
  await print(findings.length === 0 ? '完好 sound\n' : `发现问题 findings ${findings.length}\n`)
  return findings.length === 0 ? 0 : 1
}
