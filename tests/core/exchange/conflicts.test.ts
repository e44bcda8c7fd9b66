import { describe, expect, it } from 'vitest'
import { conflictSentence } from '#core/exchange/conflict-sentences.ts'

describe('what two say otherwise', () => {
  const coding = { kind: 'coding', report: '甲', words: '慈善', theme: { zh: '慈善事业', en: 'Charity' }, coder: 'person', mine: 'assigned', theirs: 'rejected', isOfRound: false } as const

  it('of a theme is told in words, with its name and the decisions', () => {
    expect(conflictSentence(coding)).toEqual({
      zh: '甲：“慈善”，主题“慈善事业”，这里：属于 / 对方：不属于',
      en: '甲: “慈善”, theme “Charity”, here: assigned / theirs: rejected'
    })
  })

  it('as a coder names the coder, and says that what was coded in a round stays', () => {
    expect(conflictSentence({ ...coding, coder: '乙', isOfRound: true })).toEqual({
      zh: '甲：“慈善”，主题“慈善事业”，编码者 乙（这里的是编码轮次中的编码，不会改动），这里：属于 / 对方：不属于',
      en: '甲: “慈善”, theme “Charity”, coder 乙 (what is here was coded in a round and does not give way), here: assigned / theirs: rejected'
    })
  })

  it('in notes is told with both', () => {
    expect(conflictSentence({ kind: 'note', report: '甲', words: '慈善', mine: '一句', theirs: '另一句' })).toEqual({
      zh: '甲：“慈善”，批注，这里：一句 / 对方：另一句',
      en: '甲: “慈善”, note, here: 一句 / theirs: 另一句'
    })
  })
})
