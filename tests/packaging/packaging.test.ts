import { readFileSync, readdirSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * What `electron-builder.yml` lets into the package, reckoned from its patterns over what is there.
 * electron-builder itself is no dependency; `resources/release.md` says how the real package is checked.
 */
const root = resolve(import.meta.dirname, '..', '..')
const lines = readFileSync(join(root, 'electron-builder.yml'), 'utf8').split('\n')

/** The list under a key: `files`, or `files` under `win`. */
function listOf(key: string, within?: string): string[] {
  const start = within === undefined ? lines.indexOf(`${key}:`) : lines.indexOf(`  ${key}:`, lines.indexOf(`${within}:`))
  const found: string[] = []
  for (const line of lines.slice(start + 1)) {
    if (line.trim().startsWith('#')) continue
    const item = /^\s+- "?([^"{]*[^"]*?)"?$/.exec(line)?.[1]
    if (item === undefined) break
    found.push(item)
  }
  return found
}

const allFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'))

const binaries = ['node_modules/better-sqlite3', 'node_modules/onnxruntime-node', 'node_modules/onnxruntime-web', 'node_modules/@embedpdf', 'node_modules/@gutenye'].flatMap(allFiles)
const own = ['out/main', 'out/preload', 'out/renderer', 'resources', 'seeds'].flatMap(allFiles)

/** The later pattern goes before the earlier one; packages of others are in unless they are put out. */
function packed(files: readonly string[], system: 'win' | 'mac' | 'linux', arch: string): string[] {
  const patterns = [...listOf('files'), ...listOf('files', system)].map((pattern) => pattern.replaceAll('${arch}', arch))
  return files.filter((file) => {
    let isIn = file.startsWith('node_modules/')
    for (const pattern of patterns) {
      if (posix.matchesGlob(file, pattern.replace(/^!/, ''))) isIn = !pattern.startsWith('!')
    }
    return isIn
  })
}

const isBinary = (file: string): boolean => /\.(node|dll|dylib|so(\.\d+)*)$/.test(file)

describe('the package', () => {
  it.each([
    ['win', 'x64', ['better-sqlite3/prebuilds/win32-x64.node']],
    ['win', 'arm64', ['better-sqlite3/prebuilds/win32-arm64.node']],
    ['mac', 'arm64', ['better-sqlite3/prebuilds/darwin-arm64.node', 'onnxruntime-node/bin/napi-v6/darwin/arm64/libonnxruntime.1.22.0.dylib', 'onnxruntime-node/bin/napi-v6/darwin/arm64/onnxruntime_binding.node']],
    ['linux', 'x64', ['better-sqlite3/prebuilds/linux-x64.node', 'onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1', 'onnxruntime-node/bin/napi-v6/linux/x64/onnxruntime_binding.node']]
  ] as const)('for %s on %s has the binaries of that system alone', (system, arch, wanted) => {
    expect(packed(binaries, system, arch).filter(isBinary).map((file) => file.slice('node_modules/'.length)).sort()).toEqual([...wanted])
  })

  it('has the program, its pages, its codebooks, samples, networks and licences, and no map, source or picture of ours', () => {
    const files = packed([...own, ...binaries], 'linux', 'x64')
    for (const file of [
      'out/main/main.js', 'out/main/parser-process.js', 'out/main/recogniser-process.js', 'out/main/watchdog.js', 'out/preload/preload.cjs', 'out/renderer/index.html',
      'resources/licences.txt', 'resources/codebook.civil-affairs.json', 'seeds/000_8625d94934d53eac.txt',
      'node_modules/onnxruntime-web/dist/ort.node.min.mjs', 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm', 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'
    ]) expect(files).toContain(file)
    expect(files.filter((file) => file.endsWith('.onnx')).length).toBeGreaterThan(1)
    expect(files.filter((file) => /\.(map|d\.ts|d\.cts)$|\.(c|cpp|h|gyp)$|screenshot/.test(file))).toEqual([])
    expect(files.filter((file) => file.startsWith('node_modules/onnxruntime-web/dist/')).length).toBe(4)
  })

  it('lets nobody run the program as a bare Node, inspect it, or load it from elsewhere', () => {
    const fuses = Object.fromEntries(lines.slice(lines.indexOf('electronFuses:') + 1).flatMap((line) => [/^ {2}(\w+): (true|false)$/.exec(line)?.slice(1) ?? []].filter((pair) => pair.length === 2)))
    expect(fuses).toMatchObject({
      runAsNode: 'false', enableCookieEncryption: 'true', enableNodeOptionsEnvironmentVariable: 'false', enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true', onlyLoadAppFromAsar: 'true', grantFileProtocolExtraPrivileges: 'false'
    })
  })

  it('is opened by the system for *.duizhao', () => {
    expect(lines).toContain('  - ext: duizhao')
  })
})
