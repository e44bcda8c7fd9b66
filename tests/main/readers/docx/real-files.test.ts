import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../../../../src-main/readers/read-source.ts'
import { fileOf, linesOf, refusalOf } from './reading.ts'

const shared = new URL('../../../../../shared/data/', import.meta.url)
const isHere = existsSync(shared)
if (!isHere) console.warn('the real Word documents of ../shared are not on this machine: their tests are skipped')

interface Expectation {
  readonly file: string
  readonly expect: string
  readonly must_contain: string | null
  readonly must_not_contain?: readonly string[]
}

const expectations = (isHere ? (JSON.parse(readFileSync(new URL('formats/index.json', shared), 'utf8')) as { records: Expectation[] }).records : [])
  .filter(({ file }) => file.endsWith('.docx') && formatOf(readFileSync(new URL(`formats/${file}`, shared))) === 'docx')

const odd = isHere ? readdirSync(new URL('odd/', shared)).filter((name) => name.endsWith('.docx')) : []

describe.skipIf(!isHere)('real Word documents', () => {
  it.each(expectations)('$file: $expect', async ({ file, expect: outcome, must_contain: phrase, must_not_contain: leaks = [] }) => {
    const bytes = readFileSync(new URL(`formats/${file}`, shared))
    if (outcome === 'empty') return expect(await refusalOf(bytes)).toBe('no-text')
    if (outcome === 'error') return expect(await refusalOf(bytes)).toBe('damaged-file')
    const text = linesOf(await fileOf(bytes)).join('\n')
    expect(text.replace(/\s/g, '')).toContain((phrase ?? '').replace(/\s/g, ''))
    for (const leak of leaks) expect(text).not.toContain(leak)
  })

  it('are at least fifteen', () => {
    expect(expectations.length).toBeGreaterThanOrEqual(15)
  })

  it('print their automatic numbers', async () => {
    const lines = linesOf(await fileOf(readFileSync(new URL('formats/docx-gongwen-autonumber.docx', shared))))
    expect(lines.slice(1, 4).map((line) => line.slice(0, 3))).toEqual(['1. ', '2. ', '3. '])
  })

  it('show a text box once', async () => {
    const lines = linesOf(await fileOf(readFileSync(new URL('formats/docx-mammoth-textbox.docx', shared))))
    expect(lines.filter((line) => line === 'Datum plane')).toHaveLength(1)
  })

  it.each(odd)('odd: %s gives text or a named error within ten seconds of CPU', async (name) => {
    const start = process.cpuUsage()
    const kind = await refusalOf(readFileSync(new URL(`odd/${encodeURIComponent(name)}`, shared)))
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(10)
    expect(['read', 'no-text', 'damaged-file']).toContain(kind)
  })
})
