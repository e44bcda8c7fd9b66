import { memo } from 'react'
import { number } from '../../language/labels.ts'
import { facetLabel, type LabelGround } from './target-labels.ts'
import { writePlace } from './target-keys.ts'
import { alone, type GroupBy, type TargetGroup } from './target-groups.ts'
import { sortKeys } from './target-sort.ts'
import { foldGroup, useTargetView } from './target-state.ts'
import type { LineProps } from './TargetLine.tsx'

interface GroupLineProps extends LineProps {
  readonly group: TargetGroup
  readonly isFolded: boolean
}

/** The head of a group: its name, how many targets of how many provinces, and the fold. */
export const GroupLine = memo(function GroupLine({ index, top, active, ground, group, isFolded }: GroupLineProps) {
  const by = useTargetView((view) => view.group)
  const { words } = ground
  const provinces = new Set(group.rows.map(({ province }) => province)).size
  return (
    <div className="targets-line group" role="row" aria-rowindex={index + 2} style={{ transform: `translateY(${top}px)` }}>
      <div
        role="gridcell"
        aria-colindex={1}
        aria-colspan={sortKeys.length}
        aria-expanded={!isFolded}
        className="targets-group"
        data-at={writePlace({ line: index, column: 0 })}
        tabIndex={active === 0 ? 0 : -1}
        title={isFolded ? words.targets.unfold : words.targets.fold}
        onClick={() => foldGroup(group.key)}
      >
        <span className="fold" aria-hidden="true">{isFolded ? '▸' : '▾'}</span>
        <strong>{groupName(group, by, ground)}</strong>
        <small>
          {words.targets.targets(number(group.rows.length))} · {words.targets.provinces(number(provinces))}
        </small>
      </div>
    </div>
  )
})

function groupName({ key, words: own }: TargetGroup, by: GroupBy, ground: LabelGround): string {
  if (key === alone) return ground.words.targets.alone
  if (by === 'metric' || by === 'none') return key === '' ? ground.words.targets.noMetric : own
  return facetLabel(by, key, ground)
}
