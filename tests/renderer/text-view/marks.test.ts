import { describe, expect, it } from 'vitest'
import { phraseSpans, runsOf, type Mark } from '../../../src-renderer/text-view/marks.ts'

// 虚构样例：文中句子均为虚构。
const text = '健全甲乙服务体系，推进甲乙服务。'

describe('runs of marked text (虚构样例)', () => {
  it('cover the stretch in order, each with the marks that all of it carries', () => {
    const marks: Mark[] = [
      { start: 2, end: 8, kind: 'shared', note: '也见于别处' },
      { start: 4, end: 12, kind: 'place' }
    ]
    const runs = runsOf({ start: 0, end: text.length }, marks)
    expect(runs.map((run) => text.slice(run.start, run.end)).join('')).toBe(text)
    expect(runs.map((run) => run.kinds.join('+'))).toEqual(['', 'shared', 'place+shared', 'place', ''])
    expect(runs[1]?.note).toBe('也见于别处')
  })

  it('are one run where nothing is marked, and keep to the stretch asked for', () => {
    expect(runsOf({ start: 3, end: 6 }, [])).toEqual([{ start: 3, end: 6, kinds: [], note: undefined }])
    const cut = runsOf({ start: 3, end: 6 }, [{ start: 0, end: 5, kind: 'hit' }])
    expect(cut.map(({ start, end }) => [start, end])).toEqual([[3, 5], [5, 6]])
  })
})

describe('occurrences of phrases', () => {
  it('are all found, the longer phrase first, none inside another', () => {
    const found = phraseSpans(text, ['甲乙', '甲乙服务体系', '甲乙服务'])
    expect(found.map(({ phrase }) => phrase)).toEqual(['甲乙服务体系', '甲乙服务'])
    for (const { start, end, phrase } of found) expect(text.slice(start, end)).toBe(phrase)
  })
})
