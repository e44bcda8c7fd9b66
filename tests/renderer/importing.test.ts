import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FileOutcome } from '#core/contract/calls.ts'
import { hostOver } from '../../src-renderer/host/host.ts'
import { importFiles, type NamedFile } from '../../src-renderer/importing.ts'
import { useNotices } from '../../src-renderer/state/notices.ts'

/** What a browser has and Node has not: a file's bytes as a data address. */
class DataReader {
  result: string | null = null
  onload: () => void = () => {}
  readAsDataURL(file: File): void {
    void file.arrayBuffer().then((bytes) => {
      this.result = `data:;base64,${Buffer.from(bytes).toString('base64')}`
      this.onload()
    })
  }
}

const named = (count: number): NamedFile[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.txt`, file: new File(['文'], `${index}.txt`) }))

const outcomes = (): FileOutcome[] => useNotices.getState().list.flatMap((notice) => (notice.kind === 'import' ? notice.outcomes : []))

afterEach(() => {
  vi.unstubAllGlobals()
  useNotices.setState({ list: [] })
})

describe('files handed to the host', () => {
  it('go in batches that the contract takes, each file once', async () => {
    vi.stubGlobal('FileReader', DataReader)
    const batches: string[][] = []
    const host = hostOver({
      call: (_name, input) => {
        batches.push((input as { files: { name: string }[] }).files.map(({ name }) => name))
        return Promise.resolve({ ok: true, value: { job: `job-${batches.length}` } })
      },
      on: () => () => {}
    })
    await importFiles(host, named(10_500))
    expect(batches.map((batch) => batch.length)).toEqual([10_000, 500])
    expect(batches.flat()).toEqual(named(10_500).map(({ name }) => name))
  })

  it('each fail by their own name where the host takes none', async () => {
    vi.stubGlobal('FileReader', DataReader)
    const host = hostOver({ call: () => Promise.reject(new Error('gone')), on: () => () => {} })
    await importFiles(host, named(2))
    expect(outcomes().map(({ file, state, problem }) => [file, state, problem?.place])).toEqual([
      ['0.txt', 'failed', '0.txt'],
      ['1.txt', 'failed', '1.txt']
    ])
  })
})
