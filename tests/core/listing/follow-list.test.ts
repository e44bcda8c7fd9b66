import { describe, expect, it } from 'vitest'
import type { ReportsAnswer, ReportSummary } from '#core/contract/calls.ts'
import { followList } from '#core/listing/follow-list.ts'
import { packSummaries } from '#core/listing/packed-summaries.ts'

// 虚构样例
const report = (id: string, title: string): ReportSummary => ({
  id,
  title,
  jurisdiction: null,
  date: null,
  meeting: null,
  issuer: null,
  characters: 1000,
  themes: '[]',
  source: { id, fileName: `${id}.txt`, folders: [], mediaType: 'text/plain' },
  confidence: 1,
  recognised: null,
  links: [],
  importedAt: '2026-03-01T08:00:00.000Z',
  notes: 0,
  machine: {}
})

const answer = (reports: readonly ReportSummary[], more: Partial<ReportsAnswer> = {}): ReportsAnswer => ({ stamp: 'a-1', isWhole: true, gone: [], ...more, reports: packSummaries(reports) })
const part = (reports: readonly ReportSummary[], gone: readonly string[] = []): ReportsAnswer => answer(reports, { isWhole: false, gone })
const keptIfSame = (before: ReportSummary, now: ReportSummary): ReportSummary => (JSON.stringify(before) === JSON.stringify(now) ? before : now)
const follow = (before: readonly ReportSummary[] | null, next: ReportsAnswer): readonly ReportSummary[] => followList(before, next, keptIfSame)
const titles = (list: readonly ReportSummary[]): (string | null)[] => list.map(({ title }) => title)

describe('the list of reports from answer to answer', () => {
  const first = follow(null, answer([report('2', '乙'), report('1', '一'), report('3', '丙')]))

  it('is in order, whatever the order of the answer', () => {
    expect(titles(first)).toEqual(['一', '丙', '乙'])
  })

  it('takes up what is new and what has changed, lets go of what is gone, and keeps the rest as the same objects', () => {
    const next = follow(first, part([report('4', '丁'), report('1', '七')], ['3']))
    expect(titles(next)).toEqual(['丁', '七', '乙'])
    expect(next[2]).toBe(first[2])
  })

  it('stays the same list where nothing has changed', () => {
    expect(follow(first, part([]))).toBe(first)
    expect(follow(first, part([report('1', '一')]))).toBe(first)
    expect(follow(first, answer([report('1', '一'), report('2', '乙'), report('3', '丙')], { stamp: 'b-1' }))).toBe(first)
  })

  it('is what a whole answer says, whatever was there before', () => {
    expect(titles(follow(first, answer([report('2', '乙'), report('9', '九')])))).toEqual(['乙', '九'])
    expect(follow(first, answer([]))).toEqual([])
  })
})
