import type { Codebook, Theme } from './codebook.ts'

/** The themes that statements can have, in the order of the codebook: neither groups nor retired ones. */
export const codedThemes = ({ themes }: Pick<Codebook, 'themes'>): Theme[] =>
  themes.filter(({ group, retired }) => group === undefined && retired === undefined)

/** Some themes with all that stand under them. */
export function withinThemes({ themes }: Pick<Codebook, 'themes'>, ids: readonly string[]): Set<string> {
  const wanted = new Set(ids)
  const parents = new Map(themes.map(({ id, parent }) => [id, parent]))
  const within = new Set(ids)
  for (const { id } of themes) if (ancestorsOf(parents, id).some((above) => wanted.has(above))) within.add(id)
  return within
}

/** A theme in its place: those at the top have depth 0. */
export interface PlacedTheme {
  readonly theme: Theme
  readonly depth: number
}

/** All themes as a tree is read, each above those under it; siblings in the order of the codebook. */
export function inTreeOrder({ themes }: Pick<Codebook, 'themes'>): PlacedTheme[] {
  const under = Map.groupBy(themes, ({ parent }) => parent)
  const placed: PlacedTheme[] = []
  const place = (parent: string | undefined, depth: number): void => {
    for (const theme of under.get(parent) ?? []) {
      placed.push({ theme, depth })
      place(theme.id, depth + 1)
    }
  }
  place(undefined, 0)
  return placed
}

/**
 * The theme that now stands for one: itself, or what it was merged into, at the end of the chain.
 * Null where nothing does: it was retired alone, or is not of this codebook.
 */
export function currentTheme({ themes }: Pick<Codebook, 'themes'>, id: string): string | null {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  let at: string | null = id
  for (let step = 0; at !== null && step <= themes.length; step++) {
    const theme = byId.get(at)
    if (theme === undefined) return null
    if (theme.retired === undefined) return at
    at = theme.retired.into
  }
  return null
}

/** The themes above one, the nearest first; a ring ends where it closes. */
export function ancestorsOf(parents: ReadonlyMap<string, string | undefined>, id: string): string[] {
  const above: string[] = []
  for (let at = parents.get(id); at !== undefined && !above.includes(at); at = parents.get(at)) above.push(at)
  return above
}
