import { Dialog } from '@base-ui/react/dialog'
import { useRef, type RefObject } from 'react'
import type { ChangePreview } from '#core/contract/change-calls.ts'
import { useHost } from '../../host/use-call.ts'
import { changeLabel, dayAndTime, number, pointName, sinceLabel } from '../../language/labels.ts'
import { askBeforeTurning, useTurning, type Returning, type Turning } from '../../state/turning.ts'
import { goBack, turn } from '../../undoing.ts'
import { useWords } from '../../use-words.ts'

/** Asks before a change is undone that the person may not have in mind, and before going back to a restore point: what it was, when, and what would go. */
export function TurnDialog() {
  const asked = useTurning((t) => t.asked)
  const last = useRef<HTMLButtonElement>(null)
  return (
    <Dialog.Root open={asked !== null} onOpenChange={(open) => !open && askBeforeTurning(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog small-dialog turn-dialog" initialFocus={last}>
          {asked !== null && (asked.way === 'back' ? <ReturnQuestion asked={asked} main={last} /> : <TurnQuestion asked={asked} main={last} />)}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

interface QuestionProps<Asked> {
  readonly asked: Asked
  readonly main: RefObject<HTMLButtonElement | null>
}

function TurnQuestion({ asked, main }: QuestionProps<Turning>) {
  const words = useWords()
  const host = useHost()
  const { way, preview } = asked
  const { changes } = words.around
  const { change, isEarlier } = preview
  return (
    <>
      <Dialog.Title>{changes.ask[way]}</Dialog.Title>
      <p className="turn-what">{changeLabel(change.label, words)}</p>
      <p className="turn-when">{changes.ask.made(dayAndTime(change.madeAt), isEarlier)}</p>
      <Effect effect={preview} />
      <Choice does={changes[way]} main={main} run={() => turn(host, asked)} />
    </>
  )
}

function ReturnQuestion({ asked, main }: QuestionProps<Returning>) {
  const words = useWords()
  const host = useHost()
  const { points } = words.around.changes
  const { point, staying } = asked.preview
  return (
    <>
      <Dialog.Title>{points.ask}</Dialog.Title>
      <p className="turn-what">{pointName(point, words)}</p>
      <p className="turn-when">{points.keptAt(dayAndTime(point.madeAt))}</p>
      {point.since.length === 0 ? (
        <Dialog.Description>{points.nothingSince}</Dialog.Description>
      ) : (
        <>
          <p>{points.undoing}</p>
          <p className="turn-counts">{sinceLabel(point, words)}</p>
          {staying > 0 && <p>{points.staying(number(staying))}</p>}
          <Effect effect={asked.preview} />
        </>
      )}
      <Choice does={point.since.length === 0 ? null : points.back} main={main} run={() => goBack(host, asked)} />
    </>
  )
}

/** What the library would lose and get back, and the first reports it concerns. */
function Effect({ effect: { leaving, returning, notes, reports, titles } }: { readonly effect: Omit<ChangePreview, 'change' | 'isEarlier'> }) {
  const words = useWords()
  const { ask } = words.around.changes
  return (
    <>
      <Dialog.Description>
        {leaving > 0 ? ask.leaving(number(leaving), notes === 0 ? null : number(notes)) : returning > 0 ? ask.returning(number(returning)) : ask.touched(number(reports), notes === 0 ? null : number(notes))}
      </Dialog.Description>
      {titles.length > 0 && (
        <ul className="turn-titles">
          {titles.map((title, at) => (
            <li key={at}>{title ?? words.untitled}</li>
          ))}
          {reports > titles.length && <li className="more">{ask.more(number(reports - titles.length))}</li>}
        </ul>
      )}
    </>
  )
}

interface ChoiceProps {
  /** The word for it; null where there is nothing to do. */
  readonly does: string | null
  readonly main: RefObject<HTMLButtonElement | null>
  readonly run: () => Promise<void>
}

function Choice({ does, main, run }: ChoiceProps) {
  const { changes, libraries } = useWords().around
  const go = (): void => {
    askBeforeTurning(null)
    void run()
  }
  return (
    <footer>
      <span>{does !== null && changes.ask.note}</span>
      <Dialog.Close>{libraries.cancel}</Dialog.Close>
      {does !== null && (
        <button type="button" className="main" ref={main} onClick={go}>
          {does}
        </button>
      )}
    </footer>
  )
}
