import { useCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { showView } from '../../routes.ts'
import { reviewPart, reviewReport } from '../../state/review.ts'
import { useWords } from '../../use-words.ts'

/** How far the readings of a report have been looked at, and the way to what is unsure of it. */
export function ReviewCounts({ report }: { readonly report: string }) {
  const { review } = useWords()
  const { value } = useCall('review.counts', { reports: [report] })
  const [, confirmed = 0, corrected = 0, unseen = 0] = value?.row ?? []
  const goThrough = (): void => {
    reviewReport(report)
    reviewPart('all')
    showView('review')
  }
  return (
    <>
      {value !== null && <span>{review.counted(number(confirmed), number(corrected), number(unseen))}</span>}{' '}
      <button type="button" className="link" onClick={goThrough}>
        {review.toQueue}
      </button>
    </>
  )
}
