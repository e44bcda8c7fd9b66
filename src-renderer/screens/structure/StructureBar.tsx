import { number } from '../../language/labels.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { useWords } from '../../use-words.ts'
import { panned, stripModes, wholeView, zoomed, type StripMode, type StripView } from './strip-layout.ts'
import { setStripMode, setStripView } from './structure-state.ts'

interface StructureBarProps {
  readonly mode: StripMode
  readonly view: StripView
  /** What the axis counts up to. */
  readonly whole: number
  readonly isBusy: boolean
  readonly onSave: (format: 'svg' | 'png') => void
}

export function StructureBar({ mode, view, whole, isBusy, onSave }: StructureBarProps) {
  const words = useWords()
  const w = words.figures.structure
  const isWhole = view.to - view.from > 0.999
  const middle = (view.from + view.to) / 2
  return (
    <div className="figure-bar" role="toolbar" aria-label={w.figure}>
      <Segmented label={w.mode} value={mode} options={stripModes.map((value) => ({ value, label: w.modes[value], title: w.modeNotes[value] }))} onChange={setStripMode} />
      <span className="strip-zoom" role="group" aria-label={w.zoomIn}>
        <button type="button" aria-label={w.left} title={w.left} disabled={view.from <= 0} onClick={() => setStripView(panned(view, -0.5))}>
          ‹
        </button>
        <button type="button" aria-label={w.zoomOut} title={w.zoomOut} disabled={isWhole} onClick={() => setStripView(zoomed(view, 2, middle))}>
          −
        </button>
        <button type="button" disabled={isWhole} onClick={() => setStripView(wholeView)}>
          {w.whole}
        </button>
        <button type="button" aria-label={w.zoomIn} title={w.zoomIn} onClick={() => setStripView(zoomed(view, 0.5, middle))}>
          +
        </button>
        <button type="button" aria-label={w.right} title={w.right} disabled={view.to >= 1} onClick={() => setStripView(panned(view, 0.5))}>
          ›
        </button>
      </span>
      <span className="zoom-range" role="status">
        {isWhole ? '' : w.zoomedTo(number(Math.round(view.from * whole)), number(Math.round(view.to * whole)), w.axis[mode])}
      </span>
      <span className="figure-bar-end">
        <OptionMenu
          label={isBusy ? words.figures.save.busy : words.figures.save.picture}
          disabled={isBusy}
          options={(['svg', 'png'] as const).map((id) => ({ id, label: words.figures.save[id], note: `.${id}` }))}
          onChoose={(id) => onSave(id === 'png' ? 'png' : 'svg')}
        />
      </span>
    </div>
  )
}
