import type { CellTarget } from '#core/compare/comparison.ts'
import type { CellView } from './matrix-view.ts'

/** A target of the cell, or a coined name with how many of the column's reports use it. */
export type CellTag =
  | { readonly kind: 'target'; readonly target: CellTarget }
  | { readonly kind: 'programme'; readonly name: string; readonly reports: number; /** A person said so, in one of the reports at least. */ readonly isByHand: boolean; readonly place: { readonly report: string; readonly start: number; readonly end: number } }

/** How many show while the cell is folded. */
export const foldedTags = 8

/** Targets in the order of the text, then the coined names, each name once. */
export function cellTags(view: CellView): CellTag[] {
  const programmes = new Map<string, Extract<CellTag, { kind: 'programme' }>>()
  for (const { name, report, occurrences, by } of view.cell.programmes) {
    const [first] = occurrences
    const known = programmes.get(name)
    if (known !== undefined) programmes.set(name, { ...known, reports: known.reports + 1, isByHand: known.isByHand || by !== undefined })
    else if (first !== undefined) programmes.set(name, { kind: 'programme', name, reports: 1, isByHand: by !== undefined, place: { report, start: first.start, end: first.end } })
  }
  return [...view.targets.map((target): CellTag => ({ kind: 'target', target })), ...programmes.values()]
}
