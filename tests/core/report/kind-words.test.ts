import { describe, expect, it } from 'vitest'
import { WordTable } from '#core/report/kind-words.ts'

const table = new WordTable([
  ['取得', 1],
  ['取得更大', 2],
  ['曾', 3]
])

describe('a table of words', () => {
  it('finds the longest word that begins at a place', () => {
    expect(table.at('将取得更大', 1)).toMatchObject({ word: '取得更大', value: 2 })
    expect(table.at('取得更好', 0)).toMatchObject({ word: '取得', value: 1 })
    expect(table.at('曾', 0)?.value).toBe(3)
  })

  it('finds nothing inside a word, beyond the end or in other words', () => {
    for (const [text, at] of [['取得', 1], ['取', 0], ['取走', 0], ['', 0], ['取得', 2]] as const) expect(table.at(text, at)).toBeNull()
  })

  it('tells whether any word begins in a stretch', () => {
    expect(table.occursIn('已取得', 0, 3)).toBe(true)
    expect(table.occursIn('已取得', 2, 3)).toBe(false)
  })
})
