import { clipped } from '../../language/labels.ts'
import type { Place } from '../../routes.ts'
import { endPlacing, usePlacing } from '../../state/placing.ts'
import { useWords } from '../../use-words.ts'
import { putDown } from './sheet-keys.ts'
import type { SheetNotes } from './sheet-notes.ts'

/** While a note is being put on other words: which one, and the button that puts it down. */
export function PlacingBar({ place, notes }: { readonly place: Place; readonly notes: SheetNotes }) {
  const words = useWords()
  const placing = usePlacing()
  if (placing?.report !== place.report) return null
  return (
    <div className="placing-bar" role="group" aria-label={words.notes.placing(clipped(placing.quote, 40))}>
      <p>
        <strong>{words.notes.placing(clipped(placing.quote, 40))}</strong> {words.notes.placingHint}
      </p>
      <div className="pane-actions">
        <button type="button" className="hand-button" title="P" disabled={place.end <= place.start} onMouseDown={(event) => event.preventDefault()} onClick={() => putDown(place, notes)}>
          {words.notes.placeHere}
        </button>
        <button type="button" onClick={endPlacing}>
          {words.notes.cancel}
        </button>
      </div>
    </div>
  )
}
