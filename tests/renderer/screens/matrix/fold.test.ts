import { describe, expect, it } from 'vitest'
import { foldOf } from '../../../../src-renderer/screens/matrix/fold.ts'
import { passage } from './comparisons.ts'

// 虚构样例

describe('a folded cell', () => {
  const views = (...lengths: number[]) => lengths.map((length) => ({ passage: passage('a', '文'.repeat(length)) }))

  it('shows what fits in about twelve lines whole', () => {
    expect(foldOf(views(100, 60), 20)).toEqual({ clamps: [null, null], hiddenPassages: 0, hiddenCharacters: 0 })
  })

  it('cuts the quotation that crosses the fold and counts all that is hidden', () => {
    const fold = foldOf(views(100, 300, 50), 20)
    expect(fold.clamps).toEqual([null, 7])
    expect(fold.hiddenPassages).toBe(1)
    expect(fold.hiddenCharacters).toBe(300 - 140 + 50)
  })
})
