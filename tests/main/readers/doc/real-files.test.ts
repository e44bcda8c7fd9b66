import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { readOle } from '../../../../src-main/readers/doc/read-ole.ts'
import type { SourceFile } from '../../../../src-main/readers/reader.ts'

const shared = join(import.meta.dirname, '../../../../../shared/data')
const isThere = existsSync(shared)
if (!isThere) console.log(`Not run: there are no real files at ${shared}`)

interface Expected {
  readonly file: string
  readonly expect: string
  readonly must_contain: string | null
}

const namedFiles = (): Expected[] =>
  (JSON.parse(readFileSync(join(shared, 'formats/index.json'), 'utf8')) as { records: Expected[] }).records.filter(({ file }) => /^doc-|^wps-ole/.test(file))

async function read(path: string): Promise<SourceFile | Refusal> {
  try {
    return await readOle(readFileSync(path), { fileName: path.slice(-20), folders: [], encoding: null, columns: null, pageProgress: () => undefined })
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

describe.skipIf(!isThere)('real Word files', () => {
  it.each(isThere ? namedFiles() : [])('$file', async ({ file, expect: expected, must_contain: phrase }) => {
    const outcome = await read(join(shared, 'formats', file))
    if (expected === 'error') return expect(outcome).toMatchObject({ problem: { kind: 'password-protected' } })
    if (outcome instanceof Refusal) throw outcome
    expect(outcome.source.text).toContain(phrase ?? '')
    expect(outcome.source.text).not.toMatch(/HYPERLINK|PAGEREF|\\\* MERGEFORMAT/)
    expect(outcome.mediaType).toBe(file.endsWith('.wps') ? 'application/wps-office.wps' : 'application/msword')
  })

  it('odd files are text or have a named error', async () => {
    const folder = join(shared, 'odd')
    const kinds: Record<string, number> = {}
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.doc'))) {
      const outcome = await read(join(folder, file))
      const kind = outcome instanceof Refusal ? outcome.problem.kind : 'read'
      kinds[kind] = (kinds[kind] ?? 0) + 1
    }
    expect(kinds).toEqual({ read: 35, 'no-text': 3, 'damaged-file': 2 })
  })
})
