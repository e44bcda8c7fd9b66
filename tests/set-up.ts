import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildIfStale } from '../src-main/cli/build.ts'

/** Before all tests: the window is built, and what will not run on this machine is said aloud. */
export function setup(): () => void {
  // what a person has set on this machine is neither read nor written by a test
  const data = mkdtempSync(join(tmpdir(), 'duizhao-program-'))
  process.env['DUIZHAO_DATA'] = data
  buildIfStale(resolve(import.meta.dirname, '..'))
  if (!existsSync(new URL('../../shared/data/', import.meta.url))) {
    console.log('没有 ../shared/data：只用真实文本的测试跳过，其余照常。 No ../shared/data: the tests on real texts are skipped, all others run.')
  }
  if (process.getuid?.() !== 0) {
    console.log('非 root 运行：以其他用户身份访问的测试跳过。 Not root: the test that acts as another user of the machine is skipped.')
  }
  if (process.platform !== 'linux') {
    console.log('不在 Linux：管道、设备与无显示器的测试跳过。 Not Linux: tests of pipes, devices and a missing display are skipped.')
  }
  return () => rmSync(data, { recursive: true, force: true })
}
