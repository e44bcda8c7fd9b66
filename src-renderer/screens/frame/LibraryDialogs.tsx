import { Dialog } from '@base-ui/react/dialog'
import { useState, type FormEvent, type ReactNode } from 'react'
import type { Problem } from '#core/contract/problem.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { createLibrary, openTyped } from '../../libraries.ts'
import { ProblemText } from '../../ProblemText.tsx'
import { useOverlayState } from '../../state/overlays.ts'
import { useWords } from '../../use-words.ts'

/** The two dialogs of libraries: a new one, and (in a browser) one by its path. */
export function LibraryDialogs() {
  const words = useWords()
  const host = useHost()
  const { libraries } = words.around
  const [isNew, setNew] = useOverlayState('new-library')
  const [isOther, setOther] = useOverlayState('open-library')
  const folder = useCall('libraries.recent', isNew ? {} : null).value?.folder ?? ''
  return (
    <>
      <Dialog.Root open={isNew} onOpenChange={setNew}>
        <DialogBody title={libraries.newTitle} note={libraries.newNote(folder)}>
          <OneLineForm label={libraries.name} action={libraries.create} onSend={(name) => createLibrary(host, name)} onDone={() => setNew(false)} />
        </DialogBody>
      </Dialog.Root>
      <Dialog.Root open={isOther} onOpenChange={setOther}>
        <DialogBody title={libraries.openTitle} note={libraries.openNote}>
          <OneLineForm label={libraries.path} action={libraries.openIt} onSend={(path) => openTyped(host, path)} onDone={() => setOther(false)} />
        </DialogBody>
      </Dialog.Root>
    </>
  )
}

interface DialogBodyProps {
  readonly title: string
  readonly note: string
  readonly children: ReactNode
}

function DialogBody({ title, note, children }: DialogBodyProps) {
  return (
    <Dialog.Portal>
      <Dialog.Backdrop className="dialog-backdrop" />
      <Dialog.Popup className="dialog small-dialog">
        <Dialog.Title>{title}</Dialog.Title>
        <Dialog.Description>{note}</Dialog.Description>
        {children}
      </Dialog.Popup>
    </Dialog.Portal>
  )
}

interface OneLineFormProps {
  readonly label: string
  readonly action: string
  /** @returns what was wrong, or null */
  readonly onSend: (text: string) => Promise<Problem | null>
  readonly onDone: () => void
}

function OneLineForm({ label, action, onSend, onDone }: OneLineFormProps) {
  const words = useWords()
  const [text, setText] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (text.trim() === '' || isBusy) return
    setBusy(true)
    const wrong = await onSend(text.trim())
    setBusy(false)
    setProblem(wrong)
    if (wrong === null) onDone()
  }
  return (
    <form className="one-line" noValidate onSubmit={(event) => void send(event)}>
      <label>
        <span>{label}</span>
        <input type="text" value={text} maxLength={4096} aria-invalid={problem !== null} aria-describedby={problem === null ? undefined : 'library-problem'} onChange={(event) => setText(event.target.value)} />
      </label>
      {problem !== null && (
        <div role="alert" id="library-problem" className="field-problem">
          <ProblemText problem={problem} />
        </div>
      )}
      <footer>
        <span />
        <Dialog.Close>{words.around.libraries.cancel}</Dialog.Close>
        <button type="submit" className="main" disabled={text.trim() === '' || isBusy}>
          {action}
        </button>
      </footer>
    </form>
  )
}
