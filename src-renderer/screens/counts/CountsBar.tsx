import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { useWords } from '../../use-words.ts'
import { setCounts, transposeCounts, type CountsState } from './counts-state.ts'
import { bases, measures, takesBase } from './measures.ts'

interface CountsBarProps {
  readonly state: CountsState
  readonly isBusy: boolean
  readonly onSave: (format: 'xlsx' | 'csv') => void
}

/** All that can be asked of the table, in one line. */
export function CountsBar({ state, isBusy, onSave }: CountsBarProps) {
  const words = useWords()
  const w = words.figures.counts
  const canTakeBase = takesBase(state.measure)
  return (
    <div className="figure-bar" role="toolbar" aria-label={w.table}>
      <Segmented
        label={w.measure}
        value={state.measure}
        options={measures.map((value) => ({ value, label: w.measures[value], title: w.measureNotes[value] }))}
        onChange={(measure) => setCounts({ measure })}
      />
      <Segmented
        label={w.base}
        value={canTakeBase ? state.base : 'none'}
        options={bases.map((value) => ({ value, label: w.bases[value], title: canTakeBase ? w.baseNotes[value] : w.noBase }))}
        onChange={(base) => setCounts({ base })}
        disabled={!canTakeBase}
      />
      <label className="check">
        <input type="checkbox" checked={state.heat} onChange={(event) => setCounts({ heat: event.target.checked })} />
        {w.heat}
      </label>
      <label className="check">
        <input type="checkbox" checked={state.hidesEmpty} onChange={(event) => setCounts({ hidesEmpty: event.target.checked })} />
        {w.hideEmpty}
      </label>
      <button type="button" className={state.isTransposed ? 'chip is-set' : 'chip'} aria-pressed={state.isTransposed} onClick={transposeCounts}>
        {w.transpose}
      </button>
      <span className="figure-bar-end">
        <OptionMenu
          label={isBusy ? words.figures.save.busy : w.exportTable}
          disabled={isBusy}
          options={(['xlsx', 'csv'] as const).map((id) => ({ id, label: words.figures.save[id], note: `.${id}` }))}
          onChoose={(id) => onSave(id === 'csv' ? 'csv' : 'xlsx')}
        />
      </span>
    </div>
  )
}
