import { standsIn, type VersionRow } from '#core/versions/versions.ts'

/**
 * One version, put together from the rows: what both have is taken from the other version, and only what
 * that lacks, with the white space between paragraphs, from the version itself. It equals its text exactly:
 * nothing is lost in a comparison, and what is shown as the same is the same.
 */
export function restored(side: 'before' | 'after', rows: readonly VersionRow[], texts: { readonly before: string; readonly after: string }): string {
  const other = side === 'before' ? 'after' : 'before'
  const parts: string[] = []
  let at = 0
  for (const row of rows) {
    if (!standsIn(row, side)) continue
    const stretch = row[side]!
    parts.push(texts[side].slice(at, stretch.start))
    if (row[other] === null) parts.push(texts[side].slice(stretch.start, stretch.end))
    else if (row.pieces.length === 0) parts.push(texts[other].slice(row[other].start, row[other].end))
    for (const piece of row.pieces) {
      if (piece.kind === 'same') parts.push(texts[other].slice(piece[other].start, piece[other].end))
      else if (piece.kind === (side === 'before' ? 'deleted' : 'added')) parts.push(texts[side].slice(piece[side].start, piece[side].end))
    }
    at = stretch.end
  }
  return parts.join('') + texts[side].slice(at)
}
