import type { StatementKind } from '#core/report/report.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { showView, type View } from '../../routes.ts'
import { prefer, usePreferences } from '../../state/preferences.ts'
import { findInTable, toggleKind, useSelection } from '../../state/selection.ts'
import { useWords } from '../../use-words.ts'

const kinds: readonly StatementKind[] = ['plan', 'review', 'framing', 'procedure']

/** Which view, how the columns are made, and what the table is narrowed to. */
export function ComparisonBar({ view }: { readonly view: View }) {
  const words = useWords()
  const grouping = usePreferences((p) => p.grouping)
  const chosenKinds = useSelection((s) => s.kinds)
  const find = useSelection((s) => s.find)
  return (
    <div className="comparison-bar" role="toolbar" aria-label={words.matrix.title}>
      <Segmented
        label={words.matrix.view}
        value={view}
        options={[
          { value: 'quotations', label: words.matrix.quotations },
          { value: 'counts', label: words.matrix.counts }
        ]}
        onChange={showView}
      />
      <Segmented
        label={words.matrix.grouping}
        value={grouping}
        options={[
          { value: 'report', label: words.matrix.byReport },
          { value: 'province', label: words.matrix.byProvince }
        ]}
        onChange={(value) => prefer({ grouping: value })}
      />
      {view === 'quotations' && (
        <>
          <div className="chips" role="group" aria-label={words.matrix.kinds}>
            {kinds.map((kind) => (
              <button key={kind} type="button" className="chip" aria-pressed={chosenKinds.includes(kind)} onClick={() => toggleKind(kind)}>
                {words.kinds[kind]}
              </button>
            ))}
          </div>
          <input
            type="search"
            className="table-find"
            value={find}
            placeholder={words.matrix.filter}
            aria-label={words.matrix.filter}
            onChange={(event) => findInTable(event.target.value)}
          />
        </>
      )}
    </div>
  )
}
