import { Menu } from '@base-ui/react/menu'
import type { Row } from '#core/compare/comparison.ts'
import type { StatementKind } from '#core/report/report.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { findInTable, showOnlyMentioning, toggleKind, toggleTheme, useSelection } from '../../state/selection.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { heights } from './fold.ts'
import { filterBy, setHeight, transpose, useArrangement, useOwnFilter } from './matrix-state.ts'

const kinds: readonly StatementKind[] = ['plan', 'review', 'framing', 'procedure']

/** What the table of quotations can be told beside what all comparisons can. */
export function MatrixTools({ rows }: { readonly rows: readonly Row[] }) {
  const words = useWords()
  const transposed = useArrangement((arrangement) => arrangement.transposed)
  const height = useArrangement((arrangement) => arrangement.height)
  const find = useSelection((s) => s.find)
  return (
    <>
      <FilterMenu rows={rows} />
      <button type="button" className={transposed ? 'chip is-set' : 'chip'} aria-pressed={transposed} title={words.matrixView.transposeHint} onClick={transpose}>
        {words.matrixView.transpose}
      </button>
      <OptionMenu
        className="chip"
        label={`${words.matrixView.heights} ▾`}
        options={heights.map((id) => ({ id, label: words.matrixView.height[id], ...(id === height ? { note: '✓' } : {}) }))}
        onChoose={(id) => setHeight(heights.find((known) => known === id) ?? 'folded')}
      />
      <input
        type="search"
        className="table-find"
        value={find}
        placeholder={words.matrix.filter}
        aria-label={words.matrix.filter}
        onChange={(event) => findInTable(event.target.value)}
      />
    </>
  )
}

/** All that the table can be narrowed to, in one menu; what is set stands below as chips. */
function FilterMenu({ rows }: { readonly rows: readonly Row[] }) {
  const words = useWords()
  const language = useLanguage()
  const chosenThemes = useSelection((s) => s.themes)
  const chosenKinds = useSelection((s) => s.kinds)
  const onlyMentioning = useSelection((s) => s.onlyMentioning)
  const { withTarget, withNote, emptyThemes } = useOwnFilter()
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="chip">{words.matrixView.addFilter}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="start" sideOffset={4}>
          <Menu.Popup className="menu filter-menu">
            <Menu.Group>
              <Menu.GroupLabel className="menu-title">{words.matrix.kinds}</Menu.GroupLabel>
              {kinds.map((kind) => (
                <Check key={kind} label={words.kinds[kind]} checked={chosenKinds.includes(kind)} onToggle={() => toggleKind(kind)} />
              ))}
            </Menu.Group>
            <Menu.Separator className="menu-edge" />
            <Menu.Group>
              <Check label={words.matrixView.withTarget} checked={withTarget} onToggle={(on) => filterBy({ withTarget: on })} />
              <Check label={words.matrixView.withNote} checked={withNote} onToggle={(on) => filterBy({ withNote: on })} />
              <Check label={words.matrix.onlyMentioning} checked={onlyMentioning} onToggle={showOnlyMentioning} />
              <Check label={words.matrixView.emptyThemes} checked={emptyThemes} onToggle={(on) => filterBy({ emptyThemes: on })} />
            </Menu.Group>
            <Menu.Separator className="menu-edge" />
            <Menu.SubmenuRoot>
              <Menu.SubmenuTrigger className="menu-item">
                {words.matrixView.themes} <small>▸</small>
              </Menu.SubmenuTrigger>
              <Menu.Portal>
                <Menu.Positioner className="menu-positioner" sideOffset={2}>
                  <Menu.Popup className="menu filter-menu">
                    {rows.map(({ theme, label }) => (
                      <Check key={theme} label={label[language]} checked={chosenThemes.includes(theme)} onToggle={() => toggleTheme(theme)} />
                    ))}
                  </Menu.Popup>
                </Menu.Positioner>
              </Menu.Portal>
            </Menu.SubmenuRoot>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}

function Check({ label, checked, onToggle }: { readonly label: string; readonly checked: boolean; readonly onToggle: (on: boolean) => void }) {
  return (
    <Menu.CheckboxItem className="menu-item" checked={checked} onCheckedChange={onToggle}>
      {label}
    </Menu.CheckboxItem>
  )
}
