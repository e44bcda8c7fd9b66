import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readClauses } from '#core/report/clauses.ts'

// Invented text throughout (虚构样例).

const parts = (text: string) => readClauses(text).map(({ start, end }) => text.slice(start, end))

describe('clauses', () => {
  it('end with a mark and keep it, closing quotation marks included', () => {
    expect(parts('推进“甲乙行动”，健全体系；完成任务。“做到了！”')).toEqual([
      '推进“甲乙行动”，', '健全体系；', '完成任务。', '“做到了！”'
    ])
  })

  it('never divide a bracket or a title', () => {
    expect(parts('印发《养老，怎么办？》（甲厅，2025年），落实到位。')).toEqual(['印发《养老，怎么办？》（甲厅，2025年），', '落实到位。'])
  })

  it('give up on a bracket that is not closed near', () => {
    expect(parts(`开头（没有结尾，${'长'.repeat(50)}。`)[0]).toBe('开头（没有结尾，')
  })

  it('never divide a number or a time', () => {
    expect(parts('发放1,200份，9:30开始，增长3.5%。')).toEqual(['发放1,200份，', '9:30开始，', '增长3.5%。'])
  })

  it('leave an ordinal with what it numbers', () => {
    expect(parts('第一，健全制度。首先，抓好落实。')).toEqual(['第一，健全制度。', '首先，抓好落实。'])
  })

  it('swallow doubled marks and take an ASCII stop after a Chinese character', () => {
    expect(parts('抓好落实,,继续推进.再见')).toEqual(['抓好落实,,', '继续推进.', '再见'])
  })

  it('say whether a sentence ends', () => {
    expect(readClauses('甲，乙。丙\n丁').map(({ endsSentence }) => endsSentence)).toEqual([false, true, true, true])
  })

  it('cover every text but white space, in order, without overlap', () => {
    const unit = fc.constantFrom('甲', '，', '。', '（', '）', '“', '”', '、', '1', ',', '.', ' ', '\n', '\u3000', '：')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 80 }), (text) => {
        const clauses = readClauses(text)
        let at = 0
        for (const { start, end } of clauses) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      })
    )
  })
})
