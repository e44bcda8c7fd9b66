/** Wording -> where it begins in a text, in order; places of one wording do not overlap. */
export type Uses = ReadonlyMap<string, readonly number[]>

/**
 * Finds many wordings in one walk over a text, each wherever its characters stand, those inside longer ones too.
 * @param wordings of two UTF-16 units or more; shorter ones are never found
 */
export function useIndex(wordings: readonly string[]): (text: string) => Uses {
  const byBeginning = new Map<string, string[]>()
  for (const wording of wordings) {
    const beginning = wording.slice(0, 2)
    if (beginning.length < 2) continue
    const known = byBeginning.get(beginning)
    if (known === undefined) byBeginning.set(beginning, [wording])
    else known.push(wording)
  }
  return (text) => {
    const uses = new Map<string, number[]>()
    for (let at = 0; at + 1 < text.length; at += 1) {
      for (const wording of byBeginning.get(text.slice(at, at + 2)) ?? []) {
        if (!text.startsWith(wording, at)) continue
        const known = uses.get(wording)
        if (known === undefined) uses.set(wording, [at])
        else if (known.at(-1)! + wording.length <= at) known.push(at)
      }
    }
    return uses
  }
}
