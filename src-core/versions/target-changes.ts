import type { Target } from '../report/report.ts'
import { metricKey, metricText } from '../report/target-metric.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { VersionRow } from './versions.ts'

/** What became of a target: 2.5万张 became 3万张, or it is there no more, or it is new. */
export interface TargetChange {
  readonly kind: 'changed' | 'dropped' | 'new'
  readonly before: Target | null
  readonly after: Target | null
  /** Index of the row in which its words stand. */
  readonly row: number
}

export interface TargetVersion {
  readonly text: string
  readonly targets: readonly Target[]
}

/**
 * Targets whose number, unit, bound or deadline changed, in the order of the rows. Two are versions of each other where
 * they stand in the same or the replaced words of one pair of paragraphs, and count in one unit or the same thing.
 * A target that is only worded differently is none of them.
 */
export function targetChanges(rows: readonly VersionRow[], before: TargetVersion, after: TargetVersion): TargetChange[] {
  const changes: TargetChange[] = []
  rows.forEach((row, index) => {
    if (row.kind === 'same' || row.kind === 'moved-away') return
    const [ones, others] = [inside(before.targets, row.before), inside(after.targets, row.after)]
    const used = new Set<Target>()
    for (const one of ones) {
      const reach = reachOf(row, one)
      const partner = others
        .filter((other) => !used.has(other) && overlaps(reach, other) && (one.unit === other.unit || isOfSame(before.text, one, { text: after.text, target: other })))
        .sort((a, b) => shared(reach, b) - shared(reach, a))[0]
      if (partner === undefined) {
        changes.push({ kind: 'dropped', before: one, after: null, row: index })
        continue
      }
      used.add(partner)
      if (!saysTheSame(one, partner)) changes.push({ kind: 'changed', before: one, after: partner, row: index })
    }
    for (const other of others) if (!used.has(other)) changes.push({ kind: 'new', before: null, after: other, row: index })
  })
  return changes
}

const inside = (targets: readonly Target[], stretch: Span | null): Target[] =>
  stretch === null ? [] : targets.filter(({ start }) => start >= stretch.start && start < stretch.end)

/** Where in the after text the words of a stretch of the before text are, or what stands in their place. */
function reachOf({ pieces, before, after }: VersionRow, stretch: Span): Span {
  if (before === null || after === null) return { start: 0, end: 0 }
  if (pieces.length === 0) return { start: after.start + stretch.start - before.start, end: after.start + stretch.end - before.start }
  let reach: Span | null = null
  pieces.forEach((piece, index) => {
    if (!overlaps(piece.before, stretch)) return
    const replaced = piece.kind === 'deleted' && pieces[index + 1]?.kind === 'added' ? pieces[index + 1]!.after : piece.after
    const here =
      piece.kind === 'same'
        ? { start: piece.after.start + Math.max(0, stretch.start - piece.before.start), end: piece.after.start + Math.min(piece.before.end, stretch.end) - piece.before.start }
        : replaced
    reach = reach === null ? here : { start: Math.min(reach.start, here.start), end: Math.max(reach.end, here.end) }
  })
  return reach ?? { start: 0, end: 0 }
}

const shared = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

function isOfSame(text: string, target: Target, other: { readonly text: string; readonly target: Target }): boolean {
  const [one, two] = [metricText(text, target), metricText(other.text, other.target)]
  return one !== null && two !== null && metricKey(one) === metricKey(two)
}

/** `今年` is another year in each report and yet the same word. */
const saysTheSame = (one: Target, other: Target): boolean =>
  one.value === other.value &&
  one.upper === other.upper &&
  one.unit === other.unit &&
  one.operator === other.operator &&
  (one.deadlineYear === other.deadlineYear || one.deadline === other.deadline)
