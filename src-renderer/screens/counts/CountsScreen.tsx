import { useMemo, useState } from 'react'
import type { Comparison } from '#core/compare/comparison.ts'
import { useSelection } from '../../state/selection.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { useFigureFiles } from '../../save-figure.ts'
import { CountsBar } from './CountsBar.tsx'
import { CountsTable, type Asked } from './CountsTable.tsx'
import { setCounts, useCounts } from './counts-state.ts'
import { countsGrid, heatScale, quotationsBehind } from './measures.ts'
import { QuotationsPopover } from './QuotationsPopover.tsx'
import { cellText, countsNotes, lineName, shownTable, type CountsTexts } from './shown-table.ts'
import '../../parts/figure.css'
import './counts.css'

interface CountsScreenProps {
  readonly comparison: Comparison
  readonly names: readonly string[]
}

/** How much each column says on each theme: one measure at a time, its n and base always printed. */
export function CountsScreen({ comparison, names }: CountsScreenProps) {
  const words = useWords()
  const language = useLanguage()
  const themes = useSelection((s) => s.themes)
  const state = useCounts()
  const files = useFigureFiles()
  const [asked, setAsked] = useState<Asked | null>(null)
  const rows = useMemo(() => comparison.rows.filter((row) => themes.length === 0 || themes.includes(row.theme)), [comparison, themes])
  // not of where the keyboard is
  const { measure, base, isTransposed, hidesEmpty, sorting } = state
  const grid = useMemo(() => countsGrid(comparison, rows, { measure, base, isTransposed, hidesEmpty, sorting }), [comparison, rows, measure, base, isTransposed, hidesEmpty, sorting])
  const texts: CountsTexts = { comparison, rows, names, words, language }
  const scale = useMemo(() => heatScale(grid), [grid])
  const w = words.figures.counts
  const title = `${w.table} ${w.measures[grid.measure]}${grid.base === 'none' ? '' : ` ${w.bases[grid.base]}`}`
  const nameOfAsked = ({ theme, column }: Asked): string =>
    [
      theme === null ? w.allThemes : lineName(grid, { key: '', kind: 'theme', index: theme }, texts),
      column === null ? w.allColumns : (names[column] ?? '')
    ].join(' · ')
  const darkest = grid.rows.length > 0 && scale.darkest !== null && grid.columns[0] !== undefined && grid.rows[0] !== undefined
    ? cellText(grid, { value: scale.darkest, row: grid.rows[0], column: grid.columns[0] }, w.none)
    : null
  return (
    <div className="figure counts">
      <CountsBar state={state} isBusy={files.isBusy} onSave={(format) => void files.saveTable(title, shownTable(grid, texts), format)} />
      <div className="figure-scroll">
        <CountsTable grid={grid} texts={texts} heat={state.heat ? scale.of : null} at={state} asked={asked} onAsk={setAsked} onMove={setCounts} />
      </div>
      <div className="figure-foot">
        <p>{countsNotes(grid, texts).map((note) => <span key={note}>{note}</span>)}</p>
        {state.heat && darkest !== null && (
          <p className="heat-key">
            <span>{w.lighter}</span>
            {([1, 2, 3, 4, 5] as const).map((step) => <i key={step} data-heat={step} aria-hidden="true" />)}
            <span>{w.darker}</span>
            <span>{w.darkest(darkest)}</span>
          </p>
        )}
        <p className="figure-keys">{w.keys}</p>
      </div>
      {asked !== null && (
        <QuotationsPopover
          title={w.quotationsOf(nameOfAsked(asked))}
          groups={quotationsBehind(rows, comparison.columns, asked)}
          names={names}
          anchor={asked.anchor}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
