import { useWords } from '../../use-words.ts'
import { canAccept } from './doings.ts'
import type { Queued } from './review-queue.ts'

export interface ItemDoings {
  readonly accept: () => void
  readonly change: () => void
  readonly reject: () => void
  readonly skip: () => void
  readonly back: () => void
  readonly undo: () => void
  readonly open: () => void
}

interface ItemKeysProps {
  readonly item: Queued
  readonly canGoBack: boolean
  readonly doings: ItemDoings
}

/** What may be said of a reading: each with its key. */
export function ItemKeys({ item, canGoBack, doings }: ItemKeysProps) {
  const { review: w } = useWords()
  const { part, read, state } = item
  const isInside = part === 'kind' || part === 'target' || part === 'programme' || part === 'outline'
  const acceptLabel = read === null ? w.acceptNothing : isInside && state === 'corrected' ? w.takeBack : w.accept
  const rejectLabel = isInside || part === 'theme' ? w.reject : w.rejectField
  return (
    <div className="review-keys">
      <button type="button" disabled={!canAccept(item)} onClick={doings.accept}>
        {acceptLabel} <kbd>A</kbd>
      </button>
      <button type="button" onClick={doings.change}>
        {w.change} <kbd>C</kbd>
      </button>
      {part !== 'kind' && read !== null && (
        <button type="button" onClick={doings.reject}>
          {rejectLabel} <kbd>X</kbd>
        </button>
      )}
      <span className="review-moves">
        <button type="button" onClick={doings.back} disabled={!canGoBack}>
          {w.back} <kbd>←</kbd>
        </button>
        <button type="button" onClick={doings.skip}>
          {w.skip} <kbd>S</kbd>
        </button>
        <button type="button" onClick={doings.undo}>
          {w.undo} <kbd>Z</kbd>
        </button>
        <button type="button" onClick={doings.open}>
          {w.open} <kbd>O</kbd>
        </button>
      </span>
      {!canAccept(item) && <p className="edit-note">{w.noYear}</p>}
    </div>
  )
}
