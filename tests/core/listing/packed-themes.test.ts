import { describe, expect, it } from 'vitest'
import { countThemesIn, packThemes, speaksOf, unpackThemes } from '#core/listing/packed-themes.ts'

const packed = packThemes([['elderly_care', 530], ['charity', 12]])

describe('packed themes', () => {
  it('are unpacked as they were packed, the most first', () => {
    expect(unpackThemes(packed)).toEqual([{ id: 'elderly_care', characters: 530 }, { id: 'charity', characters: 12 }])
    expect(unpackThemes(packThemes([]))).toEqual([])
  })

  it('are counted', () => {
    expect([packThemes([]), packThemes([['charity', 3]]), packed].map(countThemesIn)).toEqual([0, 1, 2])
  })

  it('say which themes are among them, by the whole id', () => {
    expect(speaksOf(packed, 'charity')).toBe(true)
    for (const other of ['care', 'elderly', 'char', 'funeral', '530']) expect(speaksOf(packed, other)).toBe(false)
  })
})
