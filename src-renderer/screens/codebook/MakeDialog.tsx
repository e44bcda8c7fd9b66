import { Dialog } from '@base-ui/react/dialog'
import { useState, type FormEvent } from 'react'
import type { ListedCodebook } from '#core/contract/codebook-calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useHost } from '../../host/use-call.ts'
import { ProblemText } from '../../ProblemText.tsx'
import { chooseCodebook } from '../../state/codebook-draft.ts'
import { useLanguage, useWords } from '../../use-words.ts'

interface MakeDialogProps {
  readonly list: readonly ListedCodebook[]
  /** The codebook that is looked at: in most cases what a person wants to begin with. */
  readonly from: string
  readonly onClose: () => void
}

/** A codebook of the person's own: a copy, or one to begin from nothing. */
export function MakeDialog({ list, from, onClose }: MakeDialogProps) {
  const { codebookScreen: w } = useWords()
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog make-dialog">
          <Dialog.Title>{w.make.title}</Dialog.Title>
          <Dialog.Description>{w.make.note}</Dialog.Description>
          <MakeForm list={list} from={from} onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const empty = ''

function MakeForm({ list, from, onClose }: MakeDialogProps) {
  const { codebookScreen: w } = useWords()
  const language = useLanguage()
  const host = useHost()
  const nameOf = (id: string): string => list.find((each) => each.id === id)?.name[language] ?? ''
  const [base, setBase] = useState(from)
  const [name, setName] = useState(w.copyName(nameOf(from)))
  const [problem, setProblem] = useState<Problem | null>(null)
  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const reply = await host.call('codebooks.make', { from: base === empty ? null : base, name })
    if (!reply.ok) return setProblem(reply.problem)
    chooseCodebook(reply.value.codebook)
    onClose()
  }
  return (
    <form onSubmit={(event) => void make(event)}>
      <label>
        <span>{w.make.from}</span>
        <select value={base} onChange={({ target }) => setBase(target.value)}>
          {list.map(({ id }) => (
            <option key={id} value={id}>
              {w.make.copyOf(nameOf(id))}
            </option>
          ))}
          <option value={empty}>{w.make.empty}</option>
        </select>
      </label>
      <label>
        <span>{w.make.name}</span>
        <input type="text" value={name} maxLength={200} onChange={({ target }) => setName(target.value)} />
      </label>
      {problem !== null && (
        <div className="field-problem" role="alert">
          <ProblemText problem={problem} />
        </div>
      )}
      <footer>
        <span />
        <button type="button" onClick={onClose}>
          {w.make.cancel}
        </button>
        <button type="submit" className="main" disabled={name.trim() === ''}>
          {w.make.make}
        </button>
      </footer>
    </form>
  )
}
