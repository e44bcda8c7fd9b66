import { describe, expect, it } from 'vitest'
import { endsSentenceAt, isSentenceEnd } from '#core/text/sentences.ts'

describe('the end of a sentence', () => {
  it.each(['会议召开。', '“要抓落实。”', '（此件公开。）', '怎么办？！', '等等……'])('%s', (text) => {
    expect(isSentenceEnd(text, text.length)).toBe(true)
  })

  it.each(['会议召开', '要抓落实，', '增长3.5', '“五社联动”', '主要是：', '', '”'])('is not: %s', (text) => {
    expect(isSentenceEnd(text, text.length)).toBe(false)
  })

  it('a single … is a pause, two end a sentence', () => {
    expect(endsSentenceAt('…', 0)).toBe(false)
    expect(endsSentenceAt('……', 1)).toBe(true)
  })
})
