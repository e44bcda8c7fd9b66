import { useCall, useHost } from './host/use-call.ts'
import { changeLabel, number } from './language/labels.ts'
import type { ChangeNotice } from './state/notices.ts'
import { redo, undo } from './undoing.ts'
import { useWords } from './use-words.ts'

/** What was undone or done again, what went with it, and the way back while there is one. */
export function ChangedText({ notice }: { readonly notice: ChangeNotice }) {
  const words = useWords()
  const host = useHost()
  const { changes } = words.around
  const { way, preview, stayed } = notice
  const { change, leaving } = preview
  const now = useCall('changes.state', {}).value?.recent.find(({ id }) => id === change.id)?.state
  return (
    <>
      <p>{changes[way === 'undo' ? 'undone' : change.label.kind === 'went-back' ? 'wentBack' : 'redone'](changeLabel(change.label, words))}</p>
      {leaving > 0 && <p className="next-step">{changes.inBin(number(leaving))}</p>}
      {stayed > 0 && <p className="next-step">{changes.stayed(number(stayed))}</p>}
      {now === (way === 'undo' ? 'undone' : 'done') && (
        <p className="notice-actions">
          <button type="button" className="link" onClick={() => void (way === 'undo' ? redo(host, change.id) : undo(host, change.id))}>
            {way === 'undo' ? changes.redo : changes.undo}
          </button>
        </p>
      )}
    </>
  )
}
