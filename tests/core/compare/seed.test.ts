import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildComparison } from '#core/compare/build.ts'
import type { Passage } from '#core/compare/comparison.ts'
import type { ComparedReport } from '#core/compare/passages.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { codebookStamp, defaultCodebook, referenceContext } from '../../../src-main/host/reference.ts'

const bytes = readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url))
const source = sourceFromText(bytes.toString('utf8'), '000_8625d94934d53eac.txt')
const sha256 = createHash('sha256').update(bytes).digest('hex')

const reports = readReports(source, referenceContext()).reports.map((report, index): ComparedReport => ({
  id: report.jurisdiction?.province?.code ?? `none-${index}`,
  report,
  sourceFile: source.fileName,
  sha256,
  lines: source.lines
}))

describe('Zhejiang and Hubei side by side (the seed report)', () => {
  const comparison = buildComparison(reports, defaultCodebook, { codebook: codebookStamp(defaultCodebook), order: 'division' })
  const row = (theme: string) => comparison.rows.find((each) => each.theme === theme)!
  const texts = (theme: string, column: number) => row(theme).cells[column]!.passages.map(({ text }) => text)

  it('has the two provinces in order and a row for each theme of the codebook', () => {
    expect(comparison.columns.map(({ province }) => province?.name)).toEqual(['浙江省', '湖北省'])
    expect(comparison.rows.map(({ theme }) => theme)).toEqual(defaultCodebook.themes.map(({ id }) => id))
  })

  it('quotes on elderly care one passage of some 73 characters of Zhejiang, and both sections of Hubei', () => {
    const [zhejiang, hubei] = row('elderly_care').cells
    expect(texts('elderly_care', 0)).toHaveLength(1)
    expect(texts('elderly_care', 0)[0]).toContain('聚焦养老事业和养老产业高质量发展，推进“浙里康养”更加优质可及')
    expect(Math.abs(zhejiang!.characters - 73)).toBeLessThanOrEqual(3)
    expect(hubei!.targets.map(({ deadlineYear }) => deadlineYear)).toEqual([2025, 2025, 2025])
    expect(zhejiang!.programmes.map(({ name }) => name)).toContain('浙里康养')
    expect(hubei!.passages.slice(0, 2).map(({ outline }) => outline)).toEqual([
      ['三是健全基本养老一体化服务体系'],
      ['一是着力推动养老事业和养老产业协同发展']
    ])
  })

  it('finds the wording that the provinces share', () => {
    expect(row('social_assistance').shared.map(({ phrase }) => phrase)).toContain('健全分层分类的社会救助体系')
    expect(row('elderly_care').shared.map(({ phrase }) => phrase)).toContain('养老事业和养老产业')
  })

  it('says that Hubei does not mention marriage', () => {
    expect(row('marriage').cells.map(({ state }) => state)).toEqual(['present', 'absent'])
  })

  it('points every passage to the lines of the original that hold its characters', () => {
    const letters = (text: string) => text.replace(/\s/g, '')
    const original = (passage: Passage) =>
      letters(source.lines.slice(passage.source.line - 1, passage.source.lastLine).map(({ start, end }) => source.text.slice(start, end)).join(''))
    const passages = comparison.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.passages))
    expect(passages.length).toBeGreaterThan(25)
    for (const passage of passages) expect(original(passage)).toContain(letters(passage.text))
  })
})
