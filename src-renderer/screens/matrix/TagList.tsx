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

/** Targets and coined names (vermilion: a person's word, else the program's) as chips that lead to their place. */
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
  const isByHand = tag.kind === 'target' ? tag.target.by !== undefined : tag.isByHand
  return (
    <button
      type="button"
      className={`tag plain${tag.kind === 'programme' ? ' coined' : ''}${isByHand ? ' by-hand' : ''}`}
      tabIndex={-1}
      title={`${tag.kind === 'target' ? `${words.matrix.target}: ${tag.target.text}` : words.matrix.programme}${isByHand ? ` · ${words.readings.byHand}` : ''}`}
      onClick={() => openPlace({ report: place.report, start: place.start, end: place.end, theme })}
    >
      {tag.kind === 'target' ? targetLabel(tag.target) : words.quote(tag.name)}
      {isByHand && <small> {words.readings.byHand}</small>}
      {tag.kind === 'programme' && tag.reports > 1 && <small> ×{tag.reports}</small>}
    </button>
  )
}
