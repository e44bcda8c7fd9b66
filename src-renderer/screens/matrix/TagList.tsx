import { targetLabel } from '../../language/labels.ts'
import { openPlace } from '../../routes.ts'
import { useWords } from '../../use-words.ts'
import type { CellTag } from './cell-tags.ts'

interface TagListProps {
  readonly tags: readonly CellTag[]
  /** How many more there are. */
  readonly hidden: number
  readonly theme: string
}

/** Targets (blue: read out by the program) and coined names as chips that lead to their place. */
export function TagList({ tags, hidden, theme }: TagListProps) {
  if (tags.length === 0) return null
  return (
    <ul className="tags">
      {tags.map((tag) => (
        <li key={tag.kind === 'target' ? `${tag.target.report}:${tag.target.start}` : tag.name}>
          <Tag tag={tag} theme={theme} />
        </li>
      ))}
      {hidden > 0 && <li className="more-tags">＋{hidden}</li>}
    </ul>
  )
}

function Tag({ tag, theme }: { readonly tag: CellTag; readonly theme: string }) {
  const words = useWords()
  const place = tag.kind === 'target' ? tag.target : tag.place
  return (
    <button
      type="button"
      className={tag.kind === 'programme' ? 'tag coined plain' : tag.target.by === undefined ? 'tag plain' : 'tag plain by-hand'}
      tabIndex={-1}
      title={tag.kind === 'target' ? `${words.matrix.target}: ${tag.target.text}${tag.target.by === undefined ? '' : ` · ${words.readings.byHand}`}` : words.matrix.programme}
      onClick={() => openPlace({ report: place.report, start: place.start, end: place.end, theme })}
    >
      {tag.kind === 'target' ? targetLabel(tag.target) : words.quote(tag.name)}
      {tag.kind === 'target' && tag.target.by !== undefined && <small> {words.readings.byHand}</small>}
      {tag.kind === 'programme' && tag.reports > 1 && <small> ×{tag.reports}</small>}
    </button>
  )
}
