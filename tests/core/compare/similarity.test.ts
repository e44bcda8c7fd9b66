import { describe, expect, it } from 'vitest'
import { MOST_PAIRED_PASSAGES, passagePairs } from '#core/compare/similarity.ts'

describe('pairs of like passages (虚构样例)', () => {
  it('is the cosine of the counts of character bigrams', () => {
    // 山区食堂: 山区 区食 食堂; 山区驿站: 山区 区驿 驿站. One of three in common: 1 / (√3 · √3).
    expect(passagePairs([['山区食堂'], ['山区驿站']])).toEqual([{ columns: [0, 1], passages: [0, 0], similarity: expect.closeTo(1 / 3) }])
  })

  it('counts no bigram across a mark or white space', () => {
    expect(passagePairs([['山，区'], ['山区']])).toEqual([])
    expect(passagePairs([['山区。'], ['，山区']])).toMatchObject([{ similarity: 1 }])
  })

  it('gives a passage every partner whose best match it is, and tells nothing of one column', () => {
    const pairs = passagePairs([
      ['建设山区食堂', '建设山区食堂和驿站'],
      ['建设山区食堂', '全无关系的话']
    ])
    expect(pairs.map(({ passages }) => passages)).toEqual([[0, 0], [1, 0]])
  })

  it('gives none for a row of more passages than a person can read', () => {
    const many = Array.from({ length: MOST_PAIRED_PASSAGES + 1 }, () => ['山区食堂'])
    expect(passagePairs(many)).toEqual([])
  })
})
