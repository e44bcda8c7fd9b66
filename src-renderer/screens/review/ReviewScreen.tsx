import { useMemo } from 'react'
import type { Theme } from '#core/codebook/codebook.ts'
import type { ReportSummary } from '#core/contract/calls.ts'
import { useScreenCommands, type KeyList } from '../../commands.ts'
import { number } from '../../language/labels.ts'
import { partsOf, useReviewChoice } from '../../state/review.ts'
import { themeColors } from '../../theme-colors.ts'
import { useWords } from '../../use-words.ts'
import { QueueEnd } from './QueueEnd.tsx'
import { useQueue, type Asked } from './review-queue.ts'
import { ReviewBar } from './ReviewBar.tsx'
import { ReviewItem } from './ReviewItem.tsx'
import { useWalk } from './walk.ts'
import './review.css'

interface ReviewScreenProps {
  readonly reports: readonly ReportSummary[]
  /** Ids of the reports compared now. */
  readonly chosen: readonly string[]
  readonly themes: readonly Theme[]
}

/** What the program is least sure of, one thing at a time: a key accepts it, changes it, or says that it is not so. */
export function ReviewScreen(props: ReviewScreenProps) {
  const words = useWords()
  const { scope, report, part } = useReviewChoice()
  const { reports, chosen } = props
  const only = report !== null && reports.some(({ id }) => id === report) ? report : null
  const asked = useMemo((): Asked | null => {
    const of = only !== null ? [only] : scope === 'library' ? null : [...chosen]
    if (of !== null && of.length === 0) return null
    const parts = partsOf(part)
    return { ...(of === null ? {} : { reports: of }), ...(parts === null ? {} : { parts: [...parts] }) }
  }, [only, scope, chosen, part])
  return (
    <section className="review-screen" aria-label={words.review.name} style={themeColors(props.themes)}>
      {asked === null ? (
        <>
          <ReviewBar {...props} queue={null} only={only} />
          <p className="pane-message">{words.review.noneChosen}</p>
        </>
      ) : (
        <Going key={JSON.stringify(asked)} {...props} asked={asked} only={only} />
      )}
    </section>
  )
}

/** One queue from its beginning to its end. */
function Going({ asked, only, ...props }: ReviewScreenProps & { readonly asked: Asked; readonly only: string | null }) {
  const { review } = useWords()
  const { queue, say } = useQueue(asked)
  const walk = useWalk(queue.items)
  const { item } = walk
  useScreenCommands(noCommands, keyLists)
  return (
    <>
      <ReviewBar {...props} queue={queue} only={only} />
      {queue.problem !== null ? null : item !== null ? (
        <ReviewItem key={item.id} item={item} walk={walk} reports={props.reports} themes={props.themes} say={say} />
      ) : queue.isWhole ? (
        <QueueEnd queue={queue} walk={walk} />
      ) : (
        <p className="pane-message" role="status">
          {review.loading(number(queue.done), number(queue.total))}
        </p>
      )}
    </>
  )
}

const noCommands: readonly never[] = []
const keyLists: readonly KeyList[] = [{ id: 'review', title: (w) => w.review.keyTitle, rows: (w) => w.review.keyRows.map(([keys, does]) => ({ keys, does })) }]
