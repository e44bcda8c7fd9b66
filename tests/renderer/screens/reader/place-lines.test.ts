import { describe, expect, it } from 'vitest'
import { sourceFromText } from '#core/source/source.ts'
import { markLines, structureOf } from '../../../../src-renderer/screens/reader/place-lines.ts'

// 虚构样例：两行之间断开的一句，句中有多余空格。
const raw = '页眉文字\n建立健全甲 乙服\n务清单。另一句。\n页脚'
const source = sourceFromText(raw)
const kept = [...raw.matchAll(/\S+/g)].filter(({ index }) => index >= 5 && index < 22)
const text = kept.map(([run]) => run).join('')
const pieces = kept.map(({ 0: run, index }, at) => ({ clean: kept.slice(0, at).join('').length, source: index, length: run.length }))
const map = { cleanLength: text.length, pieces }
const lines = source.lines.map(({ start, end, page }, index) => ({ number: index + 1, page, start, end, text: raw.slice(start, end) }))

describe('a place on the lines of the original (虚构样例)', () => {
  it('is marked character for character, across wraps and around stray spaces', () => {
    const start = text.indexOf('甲')
    const end = text.indexOf('。') + 1
    const marked = markLines(lines, map, { start, end })
    const shown = marked.flatMap(({ line, marks }) => marks.map((mark) => line.text.slice(mark.start, mark.end)))
    expect(shown).toEqual(['甲', '乙服', '务清单。'])
    expect(shown.join('')).toBe(text.slice(start, end))
  })

  it('tells the lines of the report from those around it, and marks nothing for an empty place', () => {
    const marked = markLines(lines, map, { start: 0, end: 0 })
    expect(marked.map(({ ofReport }) => ofReport)).toEqual([false, true, true, false])
    expect(marked.every(({ marks }) => marks.length === 0)).toBe(true)
  })
})

describe('the structure of a text', () => {
  it('joins neighbours that lead with the same theme', () => {
    const theme = (id: string, score: number) => ({ id, score, evidence: [] })
    const statements = [
      { start: 0, end: 4, kind: 'plan' as const, themes: [theme('x', 0.5), theme('y', 0.9)] },
      { start: 4, end: 9, kind: 'plan' as const, themes: [theme('y', 0.6)] },
      { start: 9, end: 12, kind: 'plan' as const, themes: [] }
    ]
    expect(structureOf(statements)).toEqual([
      { start: 0, end: 9, theme: 'y' },
      { start: 9, end: 12, theme: null }
    ])
  })
})
