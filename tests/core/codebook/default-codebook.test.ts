import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateCodebook } from '#core/codebook/validate.ts'
import { contrast } from './contrast.ts'

const file: unknown = JSON.parse(
  readFileSync(new URL('../../../resources/codebook.civil-affairs.json', import.meta.url), 'utf8')
)

describe('the default codebook', () => {
  const checked = validateCodebook(file)
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults, null, 2))
  const { themes } = checked.codebook

  it('has the sixteen themes of the public format', () => {
    expect(themes.map(({ id }) => id).sort()).toEqual(
      [
        'elderly_care', 'social_assistance', 'community_governance', 'social_organizations', 'child_protection', 'funeral',
        'place_names', 'charity', 'welfare_lottery', 'marriage', 'disability_welfare', 'social_work', 'resettlement',
        'digital_reform', 'party_leadership', 'capacity_and_safety'
      ].sort()
    )
  })

  it.each(themes.map((theme) => [theme.id, theme] as const))('says what %s includes and excludes', (_id, theme) => {
    expect(theme.include.length).toBeGreaterThan(0)
    expect(theme.exclude.length).toBeGreaterThan(0)
    expect(theme.patterns.terms.length).toBeGreaterThan(0)
  })

  it('has a colour of its own for each theme, that stands out on light and on dark paper', () => {
    expect(new Set(themes.map(({ color }) => color.light)).size).toBe(themes.length)
    expect(new Set(themes.map(({ color }) => color.dark)).size).toBe(themes.length)
    for (const { id, color } of themes) {
      expect(contrast(color.light, '#fbfaf7'), id).toBeGreaterThan(2.7)
      expect(contrast(color.dark, '#1b1a18'), id).toBeGreaterThan(4.5)
    }
  })
})

describe('a codebook that is not one', () => {
  it('is refused with the place of each fault', () => {
    const broken = structuredClone(file) as { version: string; themes: { id: string; color: { light: string }; patterns: { terms: string[] } }[] }
    broken.version = 'one'
    broken.themes[0]!.color.light = 'red'
    broken.themes[1]!.id = broken.themes[2]!.id
    broken.themes[3]!.patterns.terms.push('重复词', '重复词')
    const result = validateCodebook(broken)
    expect('faults' in result && result.faults.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['version', 'themes.0.color.light'])
    )
  })

  it('is refused for a theme id or a word that is there twice', () => {
    const broken = structuredClone(file) as { themes: { id: string; patterns: { terms: string[] } }[] }
    broken.themes[1]!.id = broken.themes[2]!.id
    broken.themes[3]!.patterns.terms.push('重复词', '重复词')
    const result = validateCodebook(broken)
    expect('faults' in result && result.faults.map(({ message }) => message)).toEqual([
      expect.stringContaining('is there twice'),
      '重复词 is there twice'
    ])
  })

  it.each([[null], [42], [[]], [{ format: 'duizhao/codebook@2' }], [{ format: 'duizhao/codebook@3' }]])('%j is refused', (value) => {
    expect('faults' in validateCodebook(value)).toBe(true)
  })
})
