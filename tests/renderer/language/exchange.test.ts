import { describe, expect, it } from 'vitest'
import { exchangeEn, exchangeZh } from '../../../src-renderer/language/exchange.ts'

describe('what two say otherwise', () => {
  it('of a theme is told with its name and the decisions, in the language of the window', () => {
    const conflict = { kind: 'coding', report: '甲', words: '慈善', theme: { zh: '慈善事业', en: 'Charity' }, mine: 'assigned', theirs: 'rejected' } as const
    expect(exchangeZh.conflict(conflict)).toBe('甲：“慈善”，主题“慈善事业”，这里：属于 / 对方：不属于')
    expect(exchangeEn.conflict(conflict)).toBe('甲: “慈善”, theme “Charity”, here: assigned / theirs: rejected')
  })

  it('in notes is told with both', () => {
    const conflict = { kind: 'note', report: '甲', words: '慈善', mine: '一句', theirs: '另一句' } as const
    expect(exchangeZh.conflict(conflict)).toBe('甲：“慈善”，批注，这里：一句 / 对方：另一句')
    expect(exchangeEn.conflict(conflict)).toBe('甲: “慈善”, note, here: 一句 / theirs: 另一句')
  })
})
