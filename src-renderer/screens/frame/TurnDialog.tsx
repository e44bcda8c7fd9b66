import { Dialog } from '@base-ui/react/dialog'
import { useRef, type RefObject } from 'react'
import { useHost } from '../../host/use-call.ts'
import { changeLabel, dayAndTime, number } from '../../language/labels.ts'
import { askBeforeTurning, useTurning, type Turning } from '../../state/turning.ts'
import { turn } from '../../undoing.ts'
import { useWords } from '../../use-words.ts'

/** Asks before a change is undone that the person may not have in mind: what it was, when, and what would go. */
export function TurnDialog() {
  const asked = useTurning((t) => t.asked)
  const last = useRef<HTMLButtonElement>(null)
  return (
    <Dialog.Root open={asked !== null} onOpenChange={(open) => !open && askBeforeTurning(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog small-dialog turn-dialog" initialFocus={last}>
          {asked !== null && <TurnQuestion asked={asked} main={last} />}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function TurnQuestion({ asked, main }: { readonly asked: Turning; readonly main: RefObject<HTMLButtonElement | null> }) {
  const words = useWords()
  const host = useHost()
  const { way, preview } = asked
  const { changes } = words.around
  const { change, isEarlier, leaving, returning, notes, reports, titles } = preview
  const run = (): void => {
    askBeforeTurning(null)
    void turn(host, asked)
  }
  return (
    <>
      <Dialog.Title>{changes.ask[way]}</Dialog.Title>
      <p className="turn-what">{changeLabel(change.label, words)}</p>
      <p className="turn-when">{changes.ask.made(dayAndTime(change.madeAt), isEarlier)}</p>
      <Dialog.Description>
        {leaving > 0 ? changes.ask.leaving(number(leaving), notes === 0 ? null : number(notes)) : returning > 0 ? changes.ask.returning(number(returning)) : changes.ask.touched(number(reports), notes === 0 ? null : number(notes))}
      </Dialog.Description>
      {titles.length > 0 && (
        <ul className="turn-titles">
          {titles.map((title, at) => (
            <li key={at}>{title ?? words.untitled}</li>
          ))}
          {reports > titles.length && <li className="more">{changes.ask.more(number(reports - titles.length))}</li>}
        </ul>
      )}
      <footer>
        <span>{changes.ask.note}</span>
        <Dialog.Close>{words.around.libraries.cancel}</Dialog.Close>
        <button type="button" className="main" ref={main} onClick={run}>
          {changes[way]}
        </button>
      </footer>
    </>
  )
}
