/**
 * The themes of a summary with the characters they cover, as the library stores them: JSON of pairs, most
 * first. The list of ten thousand reports is handed on without a look into these; whoever shows one report
 * unpacks one.
 */
export type PackedThemes = string

export interface ThemeShare {
  readonly id: string
  readonly characters: number
}

export const packThemes = (pairs: readonly (readonly [id: string, characters: number])[]): PackedThemes => JSON.stringify(pairs)

export const unpackThemes = (packed: PackedThemes): ThemeShare[] => (JSON.parse(packed) as [string, number][]).map(([id, characters]) => ({ id, characters }))

/** How many they are, without unpacking. */
export function countThemesIn(packed: PackedThemes): number {
  let count = 0
  for (let at = packed.indexOf('["'); at !== -1; at = packed.indexOf('["', at + 2)) count += 1
  return count
}

/** Whether the theme is among them, without unpacking: an id has no quotes in it. */
export const speaksOf = (packed: PackedThemes, theme: string): boolean => packed.includes(`["${theme}",`)
