import { describe, expect, it } from 'vitest'
import type { TermForm } from '#core/compare/term-places.ts'
import { characterRuns } from '#core/compare/terms.ts'
import { TermDesk } from '../../../src-main/host/term-desk.ts'
import { Turns } from '../../../src-main/host/turns.ts'
import { useCodebook } from '../../../src-main/library/codebooks.ts'
import { storedCodebook, storeReports } from '../library/stored.ts'
import { openTestHost } from './test-host.ts'

// 虚构样例: what the reports of these tests say, nobody said

function openDesk(mostTerms?: number) {
  const { library } = openTestHost().host
  library.write((writable) => {
    useCodebook(writable, storedCodebook)
    for (const text of ['养老服务。', '社会救助。']) storeReports(writable, [text])
  })
  const desk = new TermDesk(library.read, mostTerms)
  const tally = (form: TermForm, reports: number[]) =>
    new Turns().take((turn) => desk.tally([{ name: '甲', reports }], form, { turn, signal: new AbortController().signal, tell: () => {} }))
  return { tally }
}

const runs = (size: number): TermForm => ({ unit: 'characters', size, names: [], divide: (text) => characterRuns(text, 1) })

describe('what is kept of counted reports', () => {
  it('is that of the last list of names alone: every name added does not keep a library more', async () => {
    const { tally } = openDesk()
    let divided = 0
    const words = (...names: string[]): TermForm => ({ unit: 'words', size: 2, names, divide: (text) => (divided++, characterRuns(text, 1)) })
    await tally(words(), [1, 2])
    await tally(words(), [1, 2])
    expect(divided).toBe(2)
    await tally(words('社会救助'), [1, 2])
    expect(divided).toBe(4)
    await tally(words(), [1, 2])
    expect(divided).toBe(6)
  })

  it('has a bound: more different terms are refused with what to do, and what was counted before never takes their room', async () => {
    const { tally } = openDesk(4)
    await expect(tally(runs(2), [1, 2])).rejects.toMatchObject({ problem: { kind: 'too-large', place: 'size' } })
    for (const report of [1, 2]) expect((await tally(runs(2), [report]))[0]!.counts.size).toBe(3)
    expect((await tally(runs(4), [1, 2]))[0]!.counts.size).toBe(2)
  })
})
