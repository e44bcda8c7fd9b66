import { z } from 'zod'
import type { Bilingual, Theme } from './codebook.ts'
import { bilingual, colors, patterns, text, themeId, wholeTheme } from './schema.ts'

/** What can be written anew in a theme; what is not named stays. */
const fields = z.strictObject({
  name: bilingual.exactOptional(),
  definition: bilingual.exactOptional(),
  include: z.array(text).exactOptional(),
  exclude: z.array(text).exactOptional(),
  examples: z.array(text).exactOptional(),
  color: colors.exactOptional(),
  governs: z.boolean().exactOptional(),
  patterns: patterns.exactOptional()
})

/** One part of a split: the words that go to it are taken from the theme. */
const part = z.strictObject({ id: themeId, name: bilingual, definition: bilingual, patterns })

/** The schema of one change. */
export const codebookChange: z.ZodType<CodebookChange, CodebookChange> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add'), theme: wholeTheme }),
  z.strictObject({ kind: z.literal('edit'), theme: themeId, fields }),
  z.strictObject({ kind: z.literal('move'), theme: themeId, parent: themeId.nullable(), before: themeId.nullable() }),
  z.strictObject({ kind: z.literal('merge'), theme: themeId, into: themeId }),
  z.strictObject({ kind: z.literal('split'), theme: themeId, parts: z.array(part).min(2) }),
  z.strictObject({ kind: z.literal('retire'), theme: themeId }),
  z.strictObject({ kind: z.literal('restore'), theme: themeId }),
  z.strictObject({ kind: z.literal('rename'), name: bilingual })
])

/** One step of a person's work on a codebook. */
export type CodebookChange =
  | { readonly kind: 'add'; readonly theme: Theme }
  | { readonly kind: 'edit'; readonly theme: string; readonly fields: ThemeFields }
  /** Under `parent` (null: at the top), before its child `before` (null: as the last). */
  | { readonly kind: 'move'; readonly theme: string; readonly parent: string | null; readonly before: string | null }
  | { readonly kind: 'merge'; readonly theme: string; readonly into: string }
  | { readonly kind: 'split'; readonly theme: string; readonly parts: readonly ThemePart[] }
  | { readonly kind: 'retire'; readonly theme: string }
  /** In use again, where it stood; under what is retired itself it comes under the next that is in use. */
  | { readonly kind: 'restore'; readonly theme: string }
  /** Of the codebook itself. */
  | { readonly kind: 'rename'; readonly name: Bilingual }

/** What is written anew in a theme; no examples: they are taken away. */
export type ThemeFields = Partial<Pick<Theme, 'name' | 'definition' | 'include' | 'exclude' | 'examples' | 'color' | 'governs' | 'patterns'>>

/** What a part of a split brings along; all else it has from the theme. */
export type ThemePart = Pick<Theme, 'id' | 'name' | 'definition' | 'patterns'>

/** Checks a parsed JSON value: a list of changes, or where the first fault is and what. */
export function parseChanges(value: unknown): { readonly changes: readonly CodebookChange[] } | { readonly fault: string } {
  const result = z.array(codebookChange).min(1).safeParse(value)
  if (result.success) return { changes: result.data }
  const [first] = result.error.issues
  return { fault: first === undefined ? '' : [first.path.join('.'), first.message].filter((part) => part !== '').join(': ') }
}
