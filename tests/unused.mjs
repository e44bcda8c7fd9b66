// The dead-code check: an export that nothing imports is dead, and so is one that only a test imports.
// Types may stand unused (they document a contract). Whole files that nothing imports are found by
// "no orphans" of the room check.
import { globSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { analyzeTsConfig } from 'ts-unused-exports'

const root = resolve(import.meta.dirname, '..')
process.chdir(root)

/** Entries: started by name, not imported. */
const entries = /^src-(main\/(cli\/(main|start)|shell\/main|preload\/preload|threads\/analysis-thread)\.ts|renderer\/main\.tsx)$/

const program = globSync('src-{core,main,renderer}/**/*.{ts,tsx}').filter((file) => !file.endsWith('.d.ts'))
const { unusedExports } = analyzeTsConfig(resolve(root, 'tests/tsconfig.unused.json'), [
  ...program.map((file) => resolve(root, file)),
  '--allowUnusedTypes'
])

const dead = Object.entries(unusedExports)
  .map(([file, exports]) => ({ file: relative(root, file), exports }))
  .filter(({ file }) => !entries.test(file))
  .flatMap(({ file, exports }) => exports.map(({ exportName, location }) => `${file}:${location?.line ?? '?'} ${exportName}`))

for (const name of dead.sort()) console.error(`unused export: ${name}`)
console.log(`${program.length} files, ${dead.length} unused exports`)
if (program.length < 50) throw new Error('The dead-code check saw almost no files: it is looking in the wrong place.')
process.exitCode = dead.length === 0 ? 0 : 1
