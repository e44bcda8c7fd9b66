import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Change, ChangesState } from '#core/contract/change-calls.ts'
import { checkLibrary } from '../../../src-main/library/integrity.ts'
import { createLibrary, openLibrary } from '../../../src-main/library/open.ts'
import { sql } from '../../../src-main/library/sql.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ask, list, openTestHost } from './test-host.ts'

const now = '2026-03-01T08:00:00.000Z'
const kills = 6

/** 虚构样例 */
function folderOfReports(count: number): string {
  const folder = temporaryFolder()
  for (let n = 0; n < count; n++) {
    writeFileSync(join(folder, `${n}.txt`), `云岭市召开第${n}次民政工作会议\n会议要求，健全养老服务体系。建设社区食堂${n}个。\n`)
  }
  return folder
}

/** Ends the import with SIGKILL when it has said `after` files are done. @returns the files that it said */
function importAndKill(library: string, folder: string, after: number): Promise<string[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-until-killed.ts'), library, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    said += text
    if (said.split('\n').length > after) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.once('close', () => resolve(said.split('\n').slice(0, -1).map((path) => basename(path)))))
}

describe('an import that is killed', () => {
  it('can be undone as if it had ended', async () => {
    const folder = folderOfReports(200)
    const path = join(temporaryFolder(), 'killed.duizhao')
    createLibrary({ path, now }).close()
    await importAndKill(path, folder, 1)
    const { host } = openTestHost({ library: path })
    const brought = await list(host)
    expect(brought.length).toBeGreaterThan(0)
    expect((await ask<Change>(host, 'changes.undo')).label).toMatchObject({ kind: 'import', count: brought.length })
    expect(await list(host)).toEqual([])
    await ask(host, 'changes.redo')
    expect(await list(host)).toHaveLength(brought.length)
    await host.close()
    const again = openTestHost({ library: path })
    expect((await ask<ChangesState>(again.host, 'changes.state')).recent, 'it is told once').toHaveLength(1)
  }, 60_000)

  it(`loses nothing that it said was done, leaves nothing half done, and goes on where it was (${kills} kills)`, async () => {
    const folder = folderOfReports(900)
    const path = join(temporaryFolder(), 'killed.duizhao')
    createLibrary({ path, now }).close()
    const said = new Set<string>()
    for (let kill = 0; kill < kills; kill++) {
      for (const file of await importAndKill(path, folder, 1 + kill * 97)) said.add(file)
      const library = openLibrary({ path, now })
      const stored = library.read.all<{ name: string; reports: number }>(
        sql`SELECT file_name AS name, (SELECT count(*) FROM reports WHERE source_id = sources.id) AS reports FROM sources`
      )
      expect(checkLibrary(library.read)).toEqual([])
      library.close()
      const names = new Set(stored.map(({ name }) => name))
      expect([...said].filter((file) => !names.has(file))).toEqual([])
      expect(stored.filter(({ reports }) => reports === 0)).toEqual([])
    }
    expect(said.size).toBeGreaterThan(300)
  }, 120_000)
})
