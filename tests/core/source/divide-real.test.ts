import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { divide, titlesOf, withoutBreaks } from './division.ts'

const data = new URL('../../../../shared/data/', import.meta.url)
const isThere = existsSync(data)

const readAll = (folder: string) =>
  isThere
    ? readdirSync(new URL(folder, data))
        .filter((name) => name.endsWith('.txt'))
        .map((name) => new TextDecoder(name.includes('.gbk.') ? 'gb18030' : 'utf-8').decode(readFileSync(new URL(folder + encodeURIComponent(name), data))).trim())
    : []

const bare = (text: string | null | undefined) => (text ?? '').replace(/\s/g, '')

describe.skipIf(!isThere)('real texts of ../shared/data (skipped where that folder is absent)', () => {
  const meetings = readAll('meetings/')
  const reports = [...readAll('long/provincial/'), ...readAll('long/district/')]

  it('each meeting report is one, headed by its first line', () => {
    for (const text of meetings) expect(titlesOf(divide(text)).map(bare)).toEqual([bare(text.split('\n')[0])])
  })

  it('each work report is one, whatever the portal prints around it', () => {
    for (const text of reports) {
      const division = divide(text)
      expect(division.articles).toHaveLength(1)
      expect(division.leftOver).toEqual([])
      if (!/^\s*—/.test(text)) expect(division.articles[0]!.title!.text).toMatch(/政府工作报告$/)
    }
  })

  it('any two meeting reports in one file come apart, in at least 98 of 100 pairs', () => {
    const pairs = meetings.flatMap((a) => meetings.filter((b) => b !== a).map((b) => [a, b] as const))
    const failed = pairs.filter(([a, b]) => {
      const titles = titlesOf(divide(`${a}\n\n${b}`)).map(bare)
      return titles.length !== 2 || titles[0] !== bare(a.split('\n')[0]) || titles[1] !== bare(b.split('\n')[0])
    })
    expect(failed.length / pairs.length).toBeLessThan(0.02)
  })

  it('any two work reports in one file come apart', () => {
    const texts = reports.map((text) => withoutBreaks(divide(text).articles[0]!))
    for (let a = 0; a < reports.length; a++) {
      const b = (a + 1) % reports.length
      expect(divide(`${reports[a]}\n${reports[b]}`).articles.map(withoutBreaks).map((text) => text.length)).toEqual([texts[a]!.length, texts[b]!.length])
    }
  })
})
