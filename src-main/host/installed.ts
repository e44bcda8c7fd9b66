import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where the program's own files lie: the checkout, or the package that an installer unpacked. */
export const programFolder = rootAbove(import.meta.dirname)

/** The bundle moves this file between folders; what does not move is the package file above it. */
function rootAbove(folder: string): string {
  for (let at = folder; ; at = join(at, '..')) {
    if (existsSync(join(at, 'package.json')) || join(at, '..') === at) return at
  }
}

/** The built window. */
export const windowFolder = join(programFolder, 'out', 'renderer')

/** The sample reports that come with the program. */
export function sampleFiles(): string[] {
  const folder = join(programFolder, 'seeds')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => join(folder, name))
}
