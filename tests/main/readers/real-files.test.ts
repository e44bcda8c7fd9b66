import { describe, expect, it } from 'vitest'
import { expectations, faultsOf, hasRealFiles, oddFiles, readRealFiles } from '../../corpus/real-files.ts'

// Real files of all kinds. They are not part of the repository: without them these tests are skipped,
// which `set-up.ts` says.

describe.skipIf(!hasRealFiles)('real files, each in the program’s own parser process', () => {
  it('give the known phrase, or fail by a name, as the index says: all of formats/', async () => {
    const records = new Map(expectations().map((record) => [record.file, record]))
    const faults: string[] = []
    for await (const outcome of readRealFiles('formats', [...records.keys()])) {
      faults.push(...faultsOf(records.get(outcome.file)!, outcome).map((fault) => `${outcome.file}: ${fault}`))
    }
    expect(records.size).toBe(80)
    expect(faults).toEqual([])
  }, 900_000)

  it('end as text or as a named error, none as a bug: all of odd/', async () => {
    const bugs: string[] = []
    let count = 0
    for await (const { file, outcome } of readRealFiles('odd', oddFiles())) {
      count += 1
      if (outcome.startsWith('bug') || outcome === 'internal' || outcome === 'failed') bugs.push(`${file}: ${outcome}`)
    }
    expect(count).toBeGreaterThan(200)
    expect(bugs).toEqual([])
  }, 900_000)
})
