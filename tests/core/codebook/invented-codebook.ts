import type { Codebook, Theme, ThemePatterns } from '#core/codebook/codebook.ts'

// Invented codebooks (虚构样例) for tests of the tree, its changes and its exchange.

type Invented = Partial<Pick<Theme, 'name' | 'definition' | 'include' | 'exclude' | 'color' | 'parent' | 'group' | 'examples' | 'retired' | 'guid' | 'governs'>> & Partial<ThemePatterns>

export function inventedTheme(id: string, { terms, items, rollCall, cues, together, lookalikes, unless, ...parts }: Invented): Theme {
  return {
    id,
    name: { zh: `主题${id}`, en: `Theme ${id}` },
    definition: { zh: `${id} 的定义。`, en: `What ${id} is.` },
    include: [],
    exclude: [],
    color: { light: '#3f6f9f', dark: '#86b4e0' },
    governs: true,
    ...parts,
    patterns: {
      terms: terms ?? [], items: items ?? [], rollCall: rollCall ?? [], cues: cues ?? [], together: together ?? [], lookalikes: lookalikes ?? [], unless: unless ?? []
    }
  }
}

export const inventedCodebook = (themes: readonly Theme[]): Codebook => ({
  format: 'duizhao/codebook@2',
  id: 'invented',
  version: '1.0.0',
  name: { zh: '虚构编码本', en: 'Invented codebook' },
  themes,
  context: { listSpoilers: [], rollCallFrames: [], otherSubjects: [] }
})
