import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { number } from '../../language/labels.ts'
import { useWords } from '../../use-words.ts'
import { rankMeasures, setRanks, useRanks } from './ranks-state.ts'

interface RanksBarProps {
  /** Index of the first column drawn, how many are, and how many there are. */
  readonly first: number
  readonly shown: number
  readonly all: number
  readonly most: number
  readonly isBusy: boolean
  readonly onSave: (format: 'svg' | 'png' | 'xlsx' | 'csv') => void
}

const formats = ['svg', 'png', 'xlsx', 'csv'] as const

export function RanksBar({ first, shown, all, most, isBusy, onSave }: RanksBarProps) {
  const words = useWords()
  const w = words.figures.ranks
  const { measure, showsTable } = useRanks()
  return (
    <div className="figure-bar" role="toolbar" aria-label={w.figure}>
      <Segmented label={w.measure} value={measure} options={rankMeasures.map((value) => ({ value, label: w.measures[value], title: w.measureNotes[value] }))} onChange={(value) => setRanks({ measure: value })} />
      <label className="check">
        <input type="checkbox" checked={showsTable} onChange={(event) => setRanks({ showsTable: event.target.checked })} />
        {w.showTable}
      </label>
      {all > most && (
        <span className="rank-pages">
          <button type="button" disabled={first === 0} onClick={() => setRanks({ first: Math.max(0, first - most) })}>
            {w.earlier}
          </button>
          <span role="status">{w.columns(number(first + 1), number(first + shown), number(all))}</span>
          <button type="button" disabled={first + shown >= all} onClick={() => setRanks({ first: first + most })}>
            {w.later}
          </button>
        </span>
      )}
      <span className="figure-bar-end">
        <OptionMenu
          label={isBusy ? words.figures.save.busy : words.figures.save.save}
          disabled={isBusy}
          options={formats.map((id) => ({ id, label: words.figures.save[id], note: `.${id}` }))}
          onChoose={(id) => onSave(formats.find((format) => format === id) ?? 'svg')}
        />
      </span>
    </div>
  )
}
