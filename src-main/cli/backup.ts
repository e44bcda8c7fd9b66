import { resolve } from 'node:path'
import { backUpLibrary, restoreLibrary } from '../library/backup.ts'
import { readArguments, required } from './arguments.ts'
import { WrongCall } from './failure.ts'
import { print } from './print.ts'
import { withStoredLibrary } from './with-library.ts'

/** `backup --library FILE --output FILE`: a consistent copy, checked before it gets its name. */
export async function backup(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'output', 'force'])
  if (files.length > 0) throw new WrongCall('backup takes no files: --library is copied to --output.')
  const library = required(options.library, 'library')
  const output = resolve(required(options.output, 'output'))
  withStoredLibrary(library, (stored) => backUpLibrary(stored, output, { force: options.force }))
  await print(`${output}\n`)
  return 0
}

/** `restore BACKUP --library FILE`: the library that is replaced is kept beside. */
export async function restore(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'force'])
  const [from, ...more] = files
  if (from === undefined || more.length > 0) throw new WrongCall('restore takes one backup.')
  const path = resolve(required(options.library, 'library'))
  const kept = restoreLibrary(resolve(from), { path, force: options.force, now: new Date().toISOString() })
  await print(kept === null ? `${path}\n` : `${path}\n原资料库保留在 the replaced library is kept at ${kept}\n`)
  return 0
}
