import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { inventedLibrary } from './invented-library.ts'

const root = join(import.meta.dirname, '..', '..')

/**
 * A library of invented reports (虚构样例) by the program's own import. It is kept among the temporary
 * files for as long as nothing that reads and stores reports has changed: it takes a minute to make.
 */
export function preparedLibrary(count: number, characters: number): string {
  const folder = join(tmpdir(), 'duizhao-bench-window')
  const path = join(folder, `${count}-${characters}-${fingerprint()}.duizhao`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) if (old.startsWith(`${count}-${characters}-`)) rmSync(join(folder, old))
  console.log(`a library of ${count} invented reports is made …`)
  const making = mkdtempSync(join(folder, 'making-'))
  for (const { name, text } of inventedLibrary(count, characters)) {
    const file = join(making, 'files', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const made = join(making, 'made.duizhao')
  execFileSync(process.execPath, [join(root, 'out', 'main', 'cli.js'), 'import', join(making, 'files'), '--library', made], { stdio: ['ignore', 'ignore', 'pipe'] })
  renameSync(made, path)
  rmSync(making, { recursive: true })
  return path
}

/** Of everything that a library's content depends on. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of [join(root, 'src-core'), join(root, 'src-main', 'library'), join(root, 'resources', 'codebook.civil-affairs.json'), join(import.meta.dirname, 'invented-library.ts')]) {
    for (const file of filesBelow(path)) hash.update(readFileSync(file))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile())
}
