import { describe, expect, it } from 'vitest'
import type { Theme } from '#core/codebook/codebook.ts'
import { validateCodebook } from '#core/codebook/validate.ts'
import { inventedCodebook, inventedTheme } from './invented-codebook.ts'

const faultsOf = (themes: readonly Theme[], format = 'duizhao/codebook@2') => {
  const result = validateCodebook({ ...inventedCodebook(themes), format })
  return 'faults' in result ? result.faults.map(({ place, message }) => `${place}: ${message}`) : []
}

describe('a codebook of the second format', () => {
  it('is a tree with groups, examples and retired themes', () => {
    const themes = [
      inventedTheme('top', { group: true }),
      inventedTheme('one', { parent: 'top', examples: ['虚构样例。'], terms: ['甲'] }),
      inventedTheme('old', { parent: 'top', retired: { into: 'one' } }),
      inventedTheme('gone', { retired: { into: null }, guid: '00000000-0000-5000-8000-00000000000a' })
    ]
    expect(faultsOf(themes)).toEqual([])
  })

  it.each<[string, readonly Theme[], string]>([
    ['a parent that is not there', [inventedTheme('one', { parent: 'two' })], 'themes.one.parent: There is no theme two'],
    ['a ring', [inventedTheme('one', { parent: 'two' }), inventedTheme('two', { parent: 'one' })], 'themes.one.parent: The theme stands under itself'],
    ['a group with words', [inventedTheme('one', { group: true, terms: ['甲'] })], 'themes.one.patterns: A group has words of its own'],
    ['a theme in use under a retired one', [inventedTheme('old', { retired: { into: null } }), inventedTheme('one', { parent: 'old' })], 'themes.one.parent: old is retired'],
    ['a merge into nothing', [inventedTheme('old', { retired: { into: 'two' } })], 'themes.old.retired: There is no theme two'],
    ['a merge into itself', [inventedTheme('old', { retired: { into: 'old' } })], 'themes.old.retired: The theme was merged into itself'],
    ['a GUID twice', ['one', 'two'].map((id) => inventedTheme(id, { guid: '00000000-0000-5000-8000-00000000000a' })), 'themes: GUID 00000000-0000-5000-8000-00000000000a is there twice']
  ])('is refused for %s', (_what, themes, fault) => {
    expect(faultsOf(themes)).toContain(fault)
  })

  it('its new parts are refused in the first format', () => {
    expect(faultsOf([inventedTheme('one', { examples: ['虚构样例。'] })], 'duizhao/codebook@1')).toHaveLength(1)
    expect(faultsOf([inventedTheme('one', {})], 'duizhao/codebook@1')).toEqual([])
  })
})
