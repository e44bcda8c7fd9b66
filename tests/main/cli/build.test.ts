import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isStale } from '../../../src-main/cli/build.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const built = ['out/main/main.js', 'out/main/cli.js', 'out/preload/preload.cjs', 'out/renderer/index.html']
const sources = ['src-core/a.ts', 'src-main/deep/er/b.ts', 'src-renderer/c.css', 'resources/d.json', 'seeds/e.txt', 'electron.vite.config.ts', 'package-lock.json']

/** A checkout whose sources are of second 1000 and whose build is of second 2000. */
function checkout(): string {
  const root = temporaryFolder()
  for (const path of [...sources, ...built]) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), '')
  }
  // folders too, from the inside out: a file that goes changes its folder
  for (const path of [...sources, ...built]) {
    touch(root, path, built.includes(path) ? 2000 : 1000)
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) touch(root, folder, 1000)
  }
  return root
}

const touch = (root: string, path: string, second: number): void => utimesSync(join(root, path), second, second)

describe('a build', () => {
  it('is fresh when all of it is there and no source is newer', () => {
    expect(isStale(checkout())).toBe(false)
  })

  it.each(built)('is stale without %s', (path) => {
    const root = checkout()
    rmSync(join(root, path))
    expect(isStale(root)).toBe(true)
  })

  it('is stale when a source has gone', () => {
    const root = checkout()
    rmSync(join(root, 'src-main/deep/er/b.ts'))
    expect(isStale(root)).toBe(true)
  })

  it.each(sources)('is stale when %s is newer than the oldest part of it', (path) => {
    const root = checkout()
    touch(root, path, 3000)
    expect(isStale(root)).toBe(true)
    for (const part of built.slice(1)) touch(root, part, 4000)
    expect(isStale(root)).toBe(true)
    touch(root, built[0]!, 4000)
    expect(isStale(root)).toBe(false)
  })
})
