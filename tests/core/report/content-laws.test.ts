import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClauses } from '#core/report/clauses.ts'
import { readKinds } from '#core/report/kind.ts'
import { readOutline } from '#core/report/outline.ts'
import { readProgrammes } from '#core/report/programmes.ts'
import type { Statement } from '#core/report/report.ts'
import { readTargets } from '#core/report/targets.ts'
import { articleOf } from './invented-article.ts'

// Every text of this file is made by chance or by repetition (虚构样例).

function readContent(text: string) {
  const article = articleOf(text)
  const outline = readOutline(article)
  const clauses = readClauses(text)
  const kinds = readKinds(article, clauses, outline)
  const statements: Statement[] = clauses.map(({ start, end }, index) => ({ start, end, kind: kinds[index]!, themes: [] }))
  return { outline, kinds, clauses, targets: readTargets(text, statements, '2031-03-02'), programmes: readProgrammes(text, statements) }
}

const official = fc.array(
  fc.constantFrom(
    ...'一二三十是要、，。；：！\n（）“”《》——第年月日0123456789％%.万亿个名家以上左右'.split(''),
    '会议强调', '会议指出', '一是', '二是', '到2035年', '“十五五”末', '新建', '推进', '全覆盖', '每个县', '分别', '从', '提高到', '百分之', '三分之二', '各位代表', '回顾', '重点工作', '首先，', '其次，', '附件1'
  ),
  { maxLength: 60 }
).map((parts) => parts.join(''))

describe('on any text', () => {
  it('spans lie in the text, targets do not overlap, values are finite', () => {
    fc.assert(
      fc.property(fc.oneof(official, fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
        const { outline, kinds, clauses, targets, programmes } = readContent(text)
        expect(kinds).toHaveLength(clauses.length)
        for (const { start, end, level } of outline) {
          expect(0 <= start && start < end && end <= text.length && level > 0).toBe(true)
        }
        let last = 0
        for (const { start, end, value } of targets) {
          expect(last <= start && start < end && end <= text.length).toBe(true)
          expect(value === null || Number.isFinite(value)).toBe(true)
          last = end
        }
        for (const { name, occurrences } of programmes) {
          for (const { start, end } of occurrences) expect(text.slice(start, end)).toBe(name)
        }
      }),
      { numRuns: 400 }
    )
  })

  it.each(['一是', '（', '“', '”', '。（', '1', '一', '十', '1.1万', '要推进', '，新建3个', '“甲乙丙”', '分之', '到2035年，', '会议强调，', '\n一、', '——'])(
    'reading time grows with the length only: %s',
    (part) => {
      const time = (count: number) => {
        const text = part.repeat(count)
        const start = performance.now()
        readContent(text)
        return performance.now() - start
      }
      time(2_000)
      expect(time(40_000)).toBeLessThan(4_000)
    }
  )
})
