import { Popover } from '@base-ui/react/popover'
import { useRef } from 'react'
import type { Change } from '#core/contract/change-calls.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { changeLabel, dayAndTime } from '../../language/labels.ts'
import { useOverlayState } from '../../state/overlays.ts'
import { redo, undo } from '../../undoing.ts'
import { useWords } from '../../use-words.ts'
import { RestorePoints } from './RestorePoints.tsx'

/** Undo, redo, and the list of what was done to the library. */
export function ChangeTools() {
  const words = useWords()
  const host = useHost()
  const { value } = useCall('changes.state', {})
  const { changes } = words.around
  const back = value?.undo ?? null
  const again = value?.redo ?? null
  return (
    <div className="change-tools" role="group" aria-label={changes.history}>
      <button type="button" className="quiet" disabled={back === null} title={back === null ? changes.nothingToUndo : changes.undoWhat(changeLabel(back.label, words))} onClick={() => void undo(host)}>
        {changes.undo}
      </button>
      <button type="button" className="quiet" disabled={again === null} title={again === null ? changes.nothingToRedo : changes.redoWhat(changeLabel(again.label, words))} onClick={() => void redo(host)}>
        {changes.redo}
      </button>
      <History recent={value?.recent ?? []} />
    </div>
  )
}

function History({ recent }: { readonly recent: readonly Change[] }) {
  const words = useWords()
  const host = useHost()
  const [isOpen, setOpen] = useOverlayState('history')
  const [isKeeping, setKeeping] = useOverlayState('keep-point')
  const popup = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const { changes } = words.around
  return (
    <Popover.Root open={isOpen || isKeeping} onOpenChange={(open) => (isKeeping ? setKeeping(open) : setOpen(open))}>
      <Popover.Trigger className="quiet">{changes.history}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className="menu-positioner" align="end" sideOffset={4}>
          <Popover.Popup className="notices-popup history-popup" ref={popup} initialFocus={isKeeping ? field : popup}>
            <Popover.Title>{changes.history}</Popover.Title>
            <RestorePoints field={field} />
            <h3>{changes.list}</h3>
            <Popover.Description className="popup-note">{recent.length === 0 ? changes.none : changes.historyNote}</Popover.Description>
            <ol className="history-list">
              {recent.map((change) => (
                <li key={change.id} data-state={change.state}>
                  <time>{dayAndTime(change.madeAt)}</time>
                  <span>{changeLabel(change.label, words)}</span>
                  {change.state === 'undone' && <small>{changes.isUndone}</small>}
                  <HistoryButton change={change} onTurn={() => void (change.state === 'undone' ? redo : undo)(host, change.id)} />
                </li>
              ))}
            </ol>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function HistoryButton({ change, onTurn }: { readonly change: Change; readonly onTurn: () => void }) {
  const words = useWords()
  const { changes } = words.around
  const what = changeLabel(change.label, words)
  const isUndone = change.state === 'undone'
  return (
    <button type="button" className="link" aria-label={isUndone ? changes.redoOf(what) : changes.undoOf(what)} onClick={onTurn}>
      {isUndone ? changes.redo : changes.undo}
    </button>
  )
}
