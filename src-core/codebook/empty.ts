import type { Codebook, ThemePatterns } from './codebook.ts'

/** A codebook that has no themes yet: others are read onto it. */
export const codebookWithout = (id: string, name: string): Codebook => ({
  format: 'duizhao/codebook@2', id, version: '1.0.0', name: { zh: name, en: name }, themes: [],
  context: { listSpoilers: [], rollCallFrames: [], otherSubjects: [] }
})

/** Of a theme that is given by hand alone. */
export const noPatterns: ThemePatterns = { terms: [], items: [], rollCall: [], cues: [], together: [], lookalikes: [], unless: [] }

/** The colours of a theme that nobody has given any. */
export const plainColor = { light: '#77716a', dark: '#aaa49b' } as const
