import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '#core/contract/problem.ts'

const inputs = ['src-core', 'src-main', 'src-renderer', 'resources', 'seeds', 'electron.vite.config.ts', 'package-lock.json']
const outputs = ['out/main/main.js', 'out/main/cli.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

/** Builds main, preload and window when any source is newer than what was built. @throws Refusal when the build fails */
export function buildIfStale(root: string): void {
  if (!isStale(root)) return
  console.error('正在构建 · building …')
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const built = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] })
  if (built.status !== 0) {
    throw new Refusal({
      kind: 'internal',
      message: { zh: '构建未能完成，原因见上。', en: 'The build failed; what it printed stands above.' },
      place: 'npm run build'
    })
  }
}

/** Whether a part of the build is missing, or a source is newer than it. */
export function isStale(root: string): boolean {
  const built = outputs.map((path) => join(root, path))
  if (!built.every((path) => existsSync(path))) return true
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs))
  return inputs.some((path) => newestIn(join(root, path)) > oldest)
}

function newestIn(path: string): number {
  const state = statSync(path)
  if (!state.isDirectory()) return state.mtimeMs
  return Math.max(state.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))))
}
