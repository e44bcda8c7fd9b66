import { describe, expect, it } from 'vitest'
import { codedThemes, withinThemes } from '#core/codebook/tree.ts'
import { resourceCodebook, sentenceReader } from './coded-sentences.ts'
import { contrast } from './contrast.ts'

describe.each(['government-work', 'policy-instruments'])('the codebook %s', (id) => {
  const codebook = resourceCodebook(id)
  const coded = codedThemes(codebook)
  const read = sentenceReader(codebook)

  it('is a tree of two levels: groups above, themes below', () => {
    for (const { id: theme, group, parent } of codebook.themes) {
      expect(group === true, theme).toBe(parent === undefined)
      if (parent !== undefined) expect(codebook.themes.find((each) => each.id === parent)?.group, theme).toBe(true)
    }
    for (const { id: theme, group } of codebook.themes) if (group) expect(withinThemes(codebook, [theme]).size, theme).toBeGreaterThan(2)
  })

  it.each(coded.map((theme) => [theme.id, theme] as const))('says what %s is, in both languages, with its borders and examples', (_id, theme) => {
    expect(theme.name.zh).not.toBe(theme.name.en)
    expect(theme.definition.zh).toMatch(/。$/)
    expect(theme.definition.en).toMatch(/\.$/)
    expect(theme.include.length).toBeGreaterThan(0)
    expect(theme.exclude.length).toBeGreaterThan(0)
    expect(theme.examples?.length).toBeGreaterThan(1)
  })

  it.each(coded.flatMap(({ id: theme, examples }) => (examples ?? []).map((example) => [example, theme] as const)))(
    'reads its own example “%s” as %s',
    (example, theme) => expect(read(example)).toContain(theme)
  )

  it('has colours that stand out on light and on dark paper, each group its own', () => {
    for (const { id: theme, color } of codebook.themes) {
      expect(contrast(color.light, '#fbfaf7'), theme).toBeGreaterThan(2.7)
      expect(contrast(color.dark, '#1b1a18'), theme).toBeGreaterThan(4.5)
    }
    expect(new Set(coded.map(({ color }) => color.light)).size).toBe(coded.length)
  })
})
