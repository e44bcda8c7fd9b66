import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CellSummary } from '#core/contract/summary-calls.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { ask, list, openTestHost, upload } from './test-host.ts'

const kills = 6

/** Ends the writing with SIGKILL when so many texts were said to be saved. @returns the last that was said whole */
function writeAndKill(library: string, report: string, after: number): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'summaries-until-killed.ts'), library, report], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    said += text
    if (said.split('\n').length > after) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.once('close', () => resolve(said.split('\n').at(-2) ?? '')))
}

const draftOf = (body: string): number => Number(/^第(\d+)稿/.exec(body)?.[1])

describe('a summary that was said to be saved', () => {
  it(`is there when the program is killed at any moment after (${kills} kills)`, async () => {
    const test = openTestHost()
    await upload(test, { '一.txt': '甘南省召开民政工作会议\n会议强调，健全养老服务体系。（虚构样例）\n' })
    const report = (await list(test.host))[0]!.id
    await test.host.close()
    for (let kill = 0; kill < kills; kill++) {
      const said = await writeAndKill(test.path, report, 3 + kill * 29)
      const again = openTestHost({ library: test.path })
      const [summary] = await ask<CellSummary[]>(again.host, 'summaries.list', { codebook: 'civil-affairs', reports: [report] })
      // the next may have reached the disk without its answer having reached anybody
      expect([draftOf(said), draftOf(said) + 1]).toContain(draftOf(summary!.body))
      expect(checkLibrary(again.host.library.read)).toEqual([])
      await again.host.close()
    }
  }, 120_000)
})
