import { Menu } from '@base-ui/react/menu'
import { Segmented } from '../../parts/Segmented.tsx'
import { useLanguage } from '../../use-words.ts'
import { possibleVerdicts, verdictLabel } from '../../verdicts.ts'
import { SourceBeside } from './SourceBeside.tsx'
import { showBeside, sourceModes, useSummaryView } from './summaries-state.ts'
import type { SummaryCell, SummaryGrid } from './summary-cells.ts'
import { columnName, setNames, stateOf, type SummaryTexts } from './summary-texts.ts'
import { SummaryEditor } from './SummaryEditor.tsx'
import { useJudge, verdictOf } from './use-judge.ts'
import { useLinking } from './use-linking.ts'

interface SummaryPaneProps {
  readonly cell: SummaryCell
  readonly grid: SummaryGrid
  readonly texts: SummaryTexts
  /** Whether what is written is known yet. */
  readonly isKnown: boolean
}

/** The cell that is written in: the field, and under it what it is written from. */
export function SummaryPane({ cell, grid, texts, isKnown }: SummaryPaneProps) {
  const { words } = texts
  const w = words.summaries
  const language = useLanguage()
  const mode = useSummaryView((view) => view.mode)
  const linking = useLinking(cell, words)
  const links = cell.summary?.links.length ?? 0
  const counts = { whole: '', cell: ` ${cell.passages.length}`, links: ` ${links}` }
  return (
    <section className="summary-pane" aria-label={w.pane} style={{ '--c': `var(--theme-${cell.row.theme})` }}>
      <header>
        <h2>
          <i className="swatch" aria-hidden="true" />
          {cell.row.label[language]}
          <span>{columnName(cell, texts)}</span>
        </h2>
        {cell.report === null ? <small>{setNames(cell.place.reports, texts)}</small> : <StateMenu cell={cell} texts={texts} />}
      </header>
      <SummaryEditor key={cell.key} cell={cell} texts={texts} isKnown={isKnown} />
      <div className="summary-beside">
        <Segmented label={w.mode} value={mode} options={sourceModes.map((value) => ({ value, label: `${w.modes[value]}${counts[value]}` }))} onChange={showBeside} />
        <button type="button" className="hand" title={w.linkHint} onMouseDown={(event) => event.preventDefault()} onClick={linking.linkSelected}>
          {w.link}
        </button>
      </div>
      <SourceBeside cell={cell} grid={grid} mode={mode} texts={texts} linking={linking} />
      <p className="visually-hidden" role="status">
        {linking.news}
      </p>
    </section>
  )
}

/** What is known of the cell, and a person's word on it. */
function StateMenu({ cell, texts }: { readonly cell: SummaryCell; readonly texts: SummaryTexts }) {
  const { words } = texts
  const judge = useJudge()
  const { sign, word } = stateOf(cell, texts)
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="chip" data-state={cell.state} title={`${words.summaries.judge} (V)`} aria-label={`${words.summaries.judge}: ${word}`}>
        <i aria-hidden="true">{sign}</i> {word} ▾
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" align="end" sideOffset={4}>
          <Menu.Popup className="menu">
            <Menu.RadioGroup value={verdictOf(cell)} onValueChange={(value: ReturnType<typeof verdictOf>) => judge.say(cell, value)}>
              {possibleVerdicts(cell).map((value) => (
                <Menu.RadioItem key={value ?? 'unread'} className="menu-item" value={value} closeOnClick>
                  {value === null && cell.passages.length > 0 ? words.matrixView.present : verdictLabel(value, words)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  )
}
