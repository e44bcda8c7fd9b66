import type { ConcordanceOrder } from '#core/contract/searched-parts.ts'
import { search, useSearching } from '../../state/searching.ts'
import { useWords } from '../../use-words.ts'

/** What stands in the columns of the lines; the three that lines can be sorted by say so. */
export function LineHeads() {
  const w = useWords().searching
  const order = useSearching((s) => s.order)
  const sorter = (by: ConcordanceOrder, label: string) => (
    <button type="button" className="plain" aria-pressed={order === by} title={w.sortBy(w.orders[by])} onClick={() => search({ order: by })}>
      {label}
      {order === by && <span aria-hidden="true"> ↓</span>}
    </button>
  )
  return (
    <div className="line-heads">
      <span className="line-report">{sorter(order === 'year' ? 'year' : 'province', w.heads.report)}</span>
      <span className="line-words">
        <span className="line-left">{sorter('left', w.heads.left)}</span>
        <span>{w.heads.hit}</span>
        <span className="line-right">{sorter('right', w.heads.right)}</span>
      </span>
      <span className="line-place">{w.heads.paragraph}</span>
    </div>
  )
}
