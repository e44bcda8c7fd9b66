import { describe, expect, it } from 'vitest'
import { asPrinted } from '../../../../src-main/readers/recognition/punctuation.ts'

const printed = (text: string): string => asPrinted({ text, middles: [...text].map((_, n) => n), confidence: 1 }).text

describe('punctuation as Chinese is printed', () => {
  it.each([
    ['救助体系,推进', '救助体系，推进'],
    ['(据青岚省民政厅)', '（据青岚省民政厅）'],
    ['村(居)民委员会:要', '村（居）民委员会：要'],
    ['做到“两个维护"。', '做到“两个维护”。'],
    ['全 省 民政', '全省民政'],
    ['—是健全', '一是健全']
  ])('%s → %s', (read, expected) => void expect(printed(read)).toBe(expected))

  it.each(['1,234', '75%', 'Linn Electronics, Inc.', '2023—2025年', '“两个维护', '3.5万人', '(818) 708-8131', '——记民政工作者', 'A,B'])('%s stays as it is read', (read) => {
    expect(printed(read)).toBe(read)
  })

  it('keeps the place of each character', () => {
    expect(asPrinted({ text: '全 省,是', middles: [0.1, 0.2, 0.3, 0.5, 0.8], confidence: 1 }).middles).toEqual([0.1, 0.3, 0.5, 0.8])
  })
})
