import { z } from 'zod'
import type { Codebook } from './codebook.ts'

const word = z.string().min(1).max(40)
const words = z.array(word)
const color = z.string().regex(/^#[0-9a-f]{6}$/)
const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })

const theme = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
  name: bilingual,
  definition: bilingual,
  include: z.array(z.string().min(1)),
  exclude: z.array(z.string().min(1)),
  color: z.strictObject({ light: color, dark: color }),
  governs: z.boolean(),
  patterns: z.strictObject({
    terms: words,
    items: words,
    rollCall: words,
    cues: words,
    together: z.array(z.array(word).min(2)),
    lookalikes: words,
    unless: words
  })
})

const schema = z
  .strictObject({
    format: z.literal('duizhao/codebook@1'),
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    name: bilingual,
    themes: z.array(theme).min(1),
    context: z.strictObject({ listSpoilers: words, rollCallFrames: words, otherSubjects: words })
  })
  .superRefine((codebook, refinement) => {
    for (const id of repeats(codebook.themes.map((each) => each.id))) {
      refinement.addIssue({ code: 'custom', message: `Theme id ${id} is there twice`, path: ['themes'] })
    }
    for (const { id, patterns } of codebook.themes) {
      const { terms, items, rollCall, cues, lookalikes } = patterns
      for (const repeated of repeats([...terms, ...items, ...rollCall, ...cues, ...lookalikes])) {
        refinement.addIssue({ code: 'custom', message: `${repeated} is there twice`, path: ['themes', id, 'patterns'] })
      }
    }
  })

/** What is wrong with a codebook, in words: where (`themes.0.color.light`) and what. */
export interface CodebookFault {
  readonly place: string
  readonly message: string
}

/** Checks a parsed JSON value against the schema of `duizhao/codebook@1`. */
export function validateCodebook(
  value: unknown
): { readonly codebook: Codebook } | { readonly faults: readonly CodebookFault[] } {
  const result = schema.safeParse(value)
  if (result.success) return { codebook: result.data }
  return { faults: result.error.issues.map(({ path, message }) => ({ place: path.join('.'), message })) }
}

function repeats(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))]
}
