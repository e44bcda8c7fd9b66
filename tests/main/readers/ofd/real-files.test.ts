import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '#core/contract/problem.ts'
import { readOfd } from '../../../../src-main/readers/ofd/read-ofd.ts'
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
  (JSON.parse(readFileSync(join(shared, 'formats/index.json'), 'utf8')) as { records: Expected[] }).records.filter(({ file }) => file.endsWith('.ofd'))

async function read(path: string): Promise<SourceFile | Refusal> {
  try {
    return await readOfd(readFileSync(path), { fileName: 'file.ofd', folders: [], encoding: null, columns: null, pageProgress: () => undefined })
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

describe.skipIf(!isThere)('real OFD files', () => {
  it.each(isThere ? namedFiles() : [])('$file', async ({ file, expect: expected, must_contain: phrase }) => {
    const outcome = await read(join(shared, 'formats', file))
    if (expected === 'error') return expect(outcome).toMatchObject({ problem: { kind: 'damaged-file' } })
    if (outcome instanceof Refusal) throw outcome
    expect(outcome.source.text.replaceAll('\n', '')).toContain(phrase ?? '')
    expect(outcome.source.text.trim()).not.toBe('')
  })

  it('odd files are text or have a named error', async () => {
    const folder = join(shared, 'odd')
    const kinds: Record<string, number> = {}
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ofd'))) {
      const outcome = await read(join(folder, file))
      const kind = outcome instanceof Refusal ? outcome.problem.kind : 'read'
      kinds[kind] = (kinds[kind] ?? 0) + 1
    }
    expect(kinds).toEqual({ read: 16, 'no-text': 2 })
  })
})
