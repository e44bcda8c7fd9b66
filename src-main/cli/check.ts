import { checkLibrary } from '../library/integrity.ts'
import { readArguments, required } from './arguments.ts'
import { warn } from './failure.ts'
import { withLibrary } from './with-library.ts'

/** `check --library FILE`: every named invariant of the library. Exit 1 when one is broken. */
export async function check(args: string[]): Promise<number> {
  const { options } = readArguments(args, ['library'])
  const library = required(options.library, 'library')
  const findings = await withLibrary({ library, createMissing: false }, (host) => checkLibrary(host.library.read))
  for (const finding of findings) warn(`${library}: library-damaged: ${Object.values(finding).map(String).join(' ')}`)
  process.stdout.write(findings.length === 0 ? '完好 sound\n' : `发现问题 findings ${findings.length}\n`)
  return findings.length === 0 ? 0 : 1
}
