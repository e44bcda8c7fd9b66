import { number } from '../../language/labels.ts'
import { useWords } from '../../use-words.ts'
import type { Queue } from './review-queue.ts'
import type { Walk } from './walk.ts'

/** Nothing is left to ask: what was said, and what is left unasked. */
export function QueueEnd({ queue: { items, counts }, walk }: { readonly queue: Queue; readonly walk: Walk }) {
  const { review } = useWords()
  const asked = (state: 'confirmed' | 'corrected'): string => number(items.filter((item) => item.state === state).length)
  const unasked = counts.unseen - items.filter(({ state }) => state === 'unseen').length
  return (
    <div className="review-end" role="status">
      <h2>{items.length === 0 ? review.none : review.done}</h2>
      {items.length > 0 && <p>{review.doneNote(asked('confirmed'), asked('corrected'))}</p>}
      {walk.skipped > 0 && (
        <p>
          {review.skipped(number(walk.skipped))}{' '}
          <button type="button" onClick={walk.takeUpSkipped}>
            {review.takeUp}
          </button>
        </p>
      )}
      {unasked > 0 && <p className="review-left">{review.left(number(unasked))}</p>}
      {walk.canGoBack && (
        <button type="button" onClick={walk.goBack}>
          {review.back}
        </button>
      )}
    </div>
  )
}
