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

/** The themes above one, the nearest first; a ring ends where it closes. */
export function ancestorsOf(parents: ReadonlyMap<string, string | undefined>, id: string): string[] {
  const above: string[] = []
  for (let at = parents.get(id); at !== undefined && !above.includes(at); at = parents.get(at)) above.push(at)
  return above
}
