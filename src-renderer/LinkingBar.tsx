import { clipped } from './language/labels.ts'
import { endLinking, useLinking } from './state/linking.ts'
import { useWords } from './use-words.ts'

/** While words wait for the other end of their link: which, what to do, and the way out. */
export function LinkingBar() {
  const { notes } = useWords()
  const { from } = useLinking()
  if (from === null) return null
  const label = notes.linking(clipped(from.words, 30))
  return (
    <div className="linking-bar" role="group" aria-label={label}>
      <p role="status">
        <strong>{label}</strong> {notes.linkingHint}
      </p>
      <button type="button" onClick={endLinking}>
        {notes.cancel}
      </button>
    </div>
  )
}
