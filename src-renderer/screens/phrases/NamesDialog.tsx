import { Dialog } from '@base-ui/react/dialog'
import { useState, type FormEvent } from 'react'
import type { Problem } from '#core/contract/problem.ts'
import { isOwnName } from '#core/phrases/bounds.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { ProblemText } from '../../ProblemText.tsx'
import { useWords } from '../../use-words.ts'

/** The researcher's own names: added by the line, taken away one by one. */
export function NamesDialog({ onClose }: { readonly onClose: () => void }) {
  const w = useWords().phrases.names
  const host = useHost()
  const { value: known } = useCall('names.list', {})
  const [text, setText] = useState('')
  const [isRefused, setRefused] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const names = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
    const isWrong = names.some((name) => !isOwnName(name))
    setRefused(isWrong)
    if (isWrong || names.length === 0) return
    const reply = await host.call('names.add', { names })
    setProblem(reply.ok ? null : reply.problem)
    if (reply.ok) setText('')
  }
  const remove = async (name: string): Promise<void> => {
    const reply = await host.call('names.remove', { names: [name] })
    setProblem(reply.ok ? null : reply.problem)
  }
  return (
    <Dialog.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog names-dialog">
          <header>
            <Dialog.Title>{w.title}</Dialog.Title>
            <Dialog.Close>{w.close}</Dialog.Close>
          </header>
          <Dialog.Description>{w.about}</Dialog.Description>
          <form onSubmit={(event) => void add(event)}>
            <textarea value={text} rows={4} aria-label={w.field} placeholder={w.field} onChange={({ target }) => setText(target.value)} />
            <button type="submit" disabled={text.trim() === ''}>
              {w.add}
            </button>
          </form>
          {isRefused && (
            <p className="field-problem" role="alert">
              {w.refused}
            </p>
          )}
          {problem !== null && <ProblemText problem={problem} />}
          {known !== null && known.length === 0 ? (
            <p className="nothing">{w.none}</p>
          ) : (
            <ul aria-label={w.list} className="names-list">
              {known?.map(({ name }) => (
                <li key={name}>
                  <span className="hand">{name}</span>
                  <button type="button" className="plain" aria-label={w.remove(name)} title={w.remove(name)} onClick={() => void remove(name)}>
                    ×
                  </button>
                </li>
              ))}
            </ul>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
