import { z } from 'zod'

/** The parts that the schemas of a codebook and of the changes to one are made of. */

const word = z.string().min(1).max(40)
export const words = z.array(word)
const color = z.string().regex(/^#[0-9a-f]{6}$/)
export const colors = z.strictObject({ light: color, dark: color })
export const text = z.string().min(1).max(20_000)
export const bilingual = z.strictObject({ zh: text, en: text })
export const themeId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)
const guid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

export const patterns = z.strictObject({
  terms: words,
  items: words,
  rollCall: words,
  cues: words,
  together: z.array(z.array(word).min(2)),
  lookalikes: words,
  unless: words
})

/** A theme of the first format. */
export const plainTheme = z.strictObject({
  id: themeId,
  name: bilingual,
  definition: bilingual,
  include: z.array(text),
  exclude: z.array(text),
  color: colors,
  governs: z.boolean(),
  patterns
})

/** A theme of the second. */
export const wholeTheme = plainTheme.extend({
  parent: themeId.exactOptional(),
  group: z.literal(true).exactOptional(),
  examples: z.array(text).min(1).exactOptional(),
  retired: z.strictObject({ into: themeId.nullable() }).exactOptional(),
  guid: guid.exactOptional()
})
