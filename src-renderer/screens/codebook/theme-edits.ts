import type { CodebookChange, ThemeFields } from '#core/codebook/changes.ts'
import type { Codebook, Theme, ThemePatterns } from '#core/codebook/codebook.ts'
import { noPatterns, plainColor } from '#core/codebook/empty.ts'
import { ancestorsOf } from '#core/codebook/tree.ts'
import { changesOf, draftChange, useDrafts } from '../../state/codebook-draft.ts'

/** Writes something else in a theme, in the draft. @param fields from the theme as the draft has it at this moment: the window may not have seen its last change yet */
export function editTheme(codebook: string, theme: Theme, fields: (now: Theme) => ThemeFields): void {
  const last = changesOf(useDrafts.getState(), codebook).at(-1)
  const isOn = last?.kind === 'edit' && last.theme === theme.id
  draftChange(codebook, { kind: 'edit', theme: theme.id, fields: fields(isOn ? { ...theme, ...last.fields } : theme) })
}

export const siblingsOf = ({ themes }: Codebook, parent: string | null): Theme[] =>
  themes.filter((theme) => (theme.parent ?? null) === parent && theme.retired === undefined)

/** Themes that a theme can go under, or into: neither itself nor what stands under it. */
export function targetsOf({ themes }: Codebook, theme: Theme): Theme[] {
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]))
  return themes.filter(({ id, retired }) => retired === undefined && id !== theme.id && !ancestorsOf(parents, id).includes(theme.id))
}

export const hasChildrenInUse = (codebook: Codebook, theme: Theme): boolean => siblingsOf(codebook, theme.id).length > 0

export type Direction = 'up' | 'down' | 'out' | 'in'

/** Where a theme goes by a step in the tree; null where there is no step. */
export function stepOf(codebook: Codebook, theme: Theme, direction: Direction): CodebookChange | null {
  const parent = theme.parent ?? null
  const siblings = siblingsOf(codebook, parent)
  const at = siblings.findIndex(({ id }) => id === theme.id)
  const to = (under: string | null, before: Theme | undefined): CodebookChange => ({ kind: 'move', theme: theme.id, parent: under, before: before?.id ?? null })
  if (direction === 'up') return at > 0 ? to(parent, siblings[at - 1]) : null
  if (direction === 'down') return at < siblings.length - 1 ? to(parent, siblings[at + 2]) : null
  if (direction === 'in') return at > 0 ? to(siblings[at - 1]!.id, undefined) : null
  if (parent === null) return null
  const above = codebook.themes.find(({ id }) => id === parent)
  const aunts = siblingsOf(codebook, above?.parent ?? null)
  return to(above?.parent ?? null, aunts[aunts.findIndex(({ id }) => id === parent) + 1])
}

/**
 * Ids that no theme of the codebook and of its draft has, and none that was ever made elsewhere either: a colleague's
 * theme of the same number would else be taken for this one, and a new theme for one whose making was undone.
 */
export function freeThemeIds(codebook: Codebook, count: number): string[] {
  const taken = new Set(codebook.themes.map(({ id }) => id))
  const free = new Set<string>()
  while (free.size < count) {
    const id = `theme_${[...crypto.getRandomValues(new Uint8Array(5))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
    if (!taken.has(id)) free.add(id)
  }
  return [...free]
}

interface NewTheme {
  readonly id: string
  readonly parent: string | null
  readonly name: readonly [zh: string, en: string]
  readonly definition: readonly [zh: string, en: string]
}

export const newTheme = ({ id, parent, name, definition }: NewTheme): Theme => ({
  id,
  name: { zh: name[0], en: name[1] },
  definition: { zh: definition[0], en: definition[1] },
  include: [], exclude: [], color: plainColor, governs: true, patterns: noPatterns,
  ...(parent === null ? {} : { parent })
})

export const wordLists = ['terms', 'items', 'rollCall', 'cues', 'together', 'lookalikes', 'unless'] as const satisfies readonly (keyof ThemePatterns)[]

/** A list of words as text, one a line. */
export const textOfWords = (patterns: ThemePatterns, list: keyof ThemePatterns): string =>
  list === 'together' ? patterns.together.map((parts) => parts.join('+')).join('\n') : patterns[list].join('\n')

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '')

export function withWords(patterns: ThemePatterns, list: keyof ThemePatterns, text: string): ThemePatterns {
  const lines = linesOf(text)
  return list === 'together' ? { ...patterns, together: lines.map(partsOf) } : { ...patterns, [list]: lines }
}

const partsOf = (line: string): string[] => line.split(/[+＋]/).map((part) => part.trim()).filter((part) => part !== '')

export type WordFault =
  | { readonly kind: 'long' | 'twice' | 'alone'; readonly word: string }
  | { readonly kind: 'elsewhere'; readonly word: string; readonly list: keyof ThemePatterns }

const mostCharacters = 40

/** The first thing that is wrong with a list of words, as `validate.ts` would say it of the whole codebook. */
export function wordFault(patterns: ThemePatterns, list: keyof ThemePatterns, text: string): WordFault | null {
  const lines = linesOf(text)
  const long = lines.flatMap((line) => (list === 'together' ? partsOf(line) : [line])).find((word) => word.length > mostCharacters)
  if (long !== undefined) return { kind: 'long', word: long }
  if (list === 'together') {
    const alone = lines.find((line) => partsOf(line).length < 2)
    return alone === undefined ? null : { kind: 'alone', word: alone }
  }
  if (list === 'unless') return null
  const twice = lines.find((word, at) => lines.indexOf(word) < at)
  if (twice !== undefined) return { kind: 'twice', word: twice }
  for (const other of ['terms', 'items', 'rollCall', 'cues', 'lookalikes'] as const) {
    const word = other === list ? undefined : lines.find((line) => patterns[other].includes(line))
    if (word !== undefined) return { kind: 'elsewhere', word, list: other }
  }
  return null
}
