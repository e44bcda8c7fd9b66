import { Menu } from '@base-ui/react/menu'
import type { StatementKind } from '#core/report/report.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { comparisonViews, showView, type ComparisonView } from '../../routes.ts'
import { prefer, usePreferences } from '../../state/preferences.ts'
import { findInTable, showOnlyMentioning, toggleKind, useSelection } from '../../state/selection.ts'
import { useWords } from '../../use-words.ts'

const kinds: readonly StatementKind[] = ['plan', 'review', 'framing', 'procedure']

interface ComparisonBarProps {
  readonly view: ComparisonView
  /** How many columns the table has. */
  readonly columns: number
}

/** With few columns all are in sight anyway. */
const manyColumns = 5

/** Which view, how the columns are made, and what the table is narrowed to. */
export function ComparisonBar({ view, columns }: ComparisonBarProps) {
  const words = useWords()
  const grouping = usePreferences((p) => p.grouping)
  const find = useSelection((s) => s.find)
  const onlyMentioning = useSelection((s) => s.onlyMentioning)
  return (
    <div className="comparison-bar" role="toolbar" aria-label={words.matrix.title}>
      <Segmented
        label={words.matrix.view}
        value={view}
        options={comparisonViews.map((value) => ({ value, label: words.views[value] }))}
        onChange={showView}
        leading
      />
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
      {view === 'quotations' && (
        <>
          <KindMenu />
          {(columns >= manyColumns || onlyMentioning) && (
            <button
              type="button"
              className={onlyMentioning ? 'chip is-set' : 'chip'}
              aria-pressed={onlyMentioning}
              onClick={() => showOnlyMentioning(!onlyMentioning)}
            >
              {words.matrix.onlyMentioning}
            </button>
          )}
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

function KindMenu() {
  const words = useWords()
  const chosen = useSelection((s) => s.kinds)
  const label = chosen.length === 0 ? words.matrix.allKinds : kinds.filter((kind) => chosen.includes(kind)).map((kind) => words.kinds[kind]).join(' · ')
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className={chosen.length === 0 ? 'chip' : 'chip is-set'} aria-label={`${words.matrix.kinds}: ${label}`}>
        {label} ▾
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Menu.Popup className="menu">
            {kinds.map((kind) => (
              <Menu.CheckboxItem key={kind} className="menu-item" checked={chosen.includes(kind)} onCheckedChange={() => toggleKind(kind)}>
                {words.kinds[kind]}
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
