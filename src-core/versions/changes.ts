import type { Span } from '../text/span.ts'
import type { VersionRow } from './versions.ts'

/** One thing that a person would call a change. */
export interface Change {
  readonly kind: 'replaced' | 'deleted' | 'added' | 'removed' | 'put-in' | 'moved'
  /** null where the version has nothing there. */
  readonly before: Span | null
  readonly after: Span | null
  /** Index of its row; of a move, where the paragraph stands after. */
  readonly row: number
}

/** All changes in the order of the rows: whole paragraphs, and within paragraphs what was replaced, taken out and put in. */
export function changesOf(rows: readonly VersionRow[]): Change[] {
  return rows.flatMap((row, index): Change[] => {
    const { kind, before, after } = row
    if (kind === 'same' || kind === 'moved-away') return []
    if (kind === 'removed' || kind === 'added') return [{ kind: kind === 'removed' ? 'removed' : 'put-in', before, after, row: index }]
    const inside = changesInside(row, index)
    return kind === 'moved-here' ? [{ kind: 'moved', before, after, row: index }, ...inside] : inside
  })
}

function changesInside({ pieces }: VersionRow, row: number): Change[] {
  return pieces.flatMap((piece, at): Change[] => {
    const [last, next] = [pieces[at - 1], pieces[at + 1]]
    if (piece.kind === 'deleted') {
      return next?.kind === 'added' ? [{ kind: 'replaced', before: piece.before, after: next.after, row }] : [{ kind: 'deleted', before: piece.before, after: null, row }]
    }
    return piece.kind === 'added' && last?.kind !== 'deleted' ? [{ kind: 'added', before: null, after: piece.after, row }] : []
  })
}
