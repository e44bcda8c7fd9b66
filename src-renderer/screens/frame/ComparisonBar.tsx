import type { ReactNode } from 'react'
import { Segmented } from '../../parts/Segmented.tsx'
import { comparisonViews, showView, type ComparisonView } from '../../routes.ts'
import { prefer, usePreferences } from '../../state/preferences.ts'
import { useWords } from '../../use-words.ts'

interface ComparisonBarProps {
  readonly view: ComparisonView
  /** What this view alone can be told. */
  readonly children?: ReactNode
}

/** Which view, how the columns are made, and the tools of the view. */
export function ComparisonBar({ view, children }: ComparisonBarProps) {
  const words = useWords()
  const grouping = usePreferences((p) => p.grouping)
  return (
    <div className="comparison-bar" role="toolbar" aria-label={words.matrix.title}>
      <Segmented
        label={words.matrix.view}
        value={view}
        options={comparisonViews.map((value) => ({ value, label: words.views[value] }))}
        onChange={showView}
        leading
      />
      {view !== 'summaries' && (
        <Segmented
          label={words.matrix.grouping}
          value={grouping}
          options={[
            { value: 'report', label: words.matrix.byReport },
            { value: 'province', label: words.matrix.byProvince },
            { value: 'year', label: words.matrix.byYear },
            { value: 'region', label: words.matrix.byRegion }
          ]}
          onChange={(value) => prefer({ grouping: value })}
        />
      )}
      {children}
    </div>
  )
}
