import { charactersOf } from '#core/text/counted-text.ts'
import type { Comparison, Passage } from '#core/compare/comparison.ts'

/** Share (0..1) of all the columns' characters that carry at least one theme; a character of two themes counts once. */
export function coverage(comparison: Comparison): number {
  const all = comparison.columns.reduce((sum, column) => sum + column.characters, 0)
  const covered = comparison.columns.reduce((sum, column, index) => {
    const spans = comparison.rows.flatMap((row) => row.cells[index]?.passages ?? [])
    return sum + coveredCharacters(spans)
  }, 0)
  return all === 0 ? 0 : covered / all
}

function coveredCharacters(passages: readonly Passage[]): number {
  const sorted = [...passages].sort((a, b) => (a.report < b.report ? -1 : a.report > b.report ? 1 : a.start - b.start))
  let report = ''
  let reached = 0
  let covered = 0
  for (const passage of sorted) {
    const from = passage.report === report ? Math.max(reached, passage.start) : passage.start
    if (passage.end > from) covered += charactersOf(passage.text.slice(from - passage.start))
    reached = passage.report === report ? Math.max(reached, passage.end) : passage.end
    report = passage.report
  }
  return covered
}
