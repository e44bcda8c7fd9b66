import type { Codebook, CodebookContext, Theme } from './codebook.ts'
import { codedThemes } from './tree.ts'

/** What of a codebook decides how a text is coded. */
export interface DecisiveParts {
  readonly themes: readonly Pick<Theme, 'id' | 'governs' | 'patterns'>[]
  readonly context: CodebookContext
}

/**
 * Two codebooks in which these are the same code every text alike: names, definitions, colours and the
 * tree may differ. The order of the themes is that of the themes of a statement, so it is part of it.
 */
export const decisiveParts = (codebook: Codebook): DecisiveParts => ({
  themes: codedThemes(codebook).map(({ id, governs, patterns }) => ({ id, governs, patterns })),
  context: codebook.context
})
