import type { Row, Selection } from '#core/arrangement/edits.ts'
import { useWords } from '../../use-words.ts'
import type { ActionName } from './actions.ts'
import type { Draft } from './draft.ts'

interface ToolsProps {
  readonly draft: Draft
  readonly rows: readonly Row[]
  readonly selection: Selection
  readonly onAction: (name: ActionName) => void
}

/** What can be done to the rows that are chosen; each has a key too. */
export function ArticleTools({ draft, rows, selection, onAction }: ToolsProps) {
  const { articles: words } = useWords()
  const article = rows[selection.first]?.article ?? null
  const isFirstOfArticle = rows[selection.first - 1]?.article !== article
  const isLeftOut = rows.slice(selection.first, selection.last + 1).every((row) => row.article === null)
  const last = draft.now.articles.length - 1
  const tools: readonly { name: ActionName; label: string; note: string; off: boolean }[] = [
    { name: 'cut', label: words.cut, note: words.cutNote, off: article !== null && isFirstOfArticle },
    { name: 'merge', label: words.merge, note: words.mergeNote, off: article === null || article === 0 },
    { name: 'up', label: words.up, note: words.upNote, off: article === null || (article === 0 && isFirstOfArticle) },
    { name: 'down', label: words.down, note: words.downNote, off: article === null || (article === last && rows[selection.last + 1]?.article !== article) },
    { name: 'articleUp', label: words.articleUp, note: words.articleUpNote, off: article === null || article === 0 },
    { name: 'articleDown', label: words.articleDown, note: words.articleDownNote, off: article === null || article === last },
    { name: 'mark', label: words.mark, note: words.markNote, off: article === null },
    { name: 'leave', label: isLeftOut ? words.take : words.leave, note: isLeftOut ? words.takeNote : words.leaveNote, off: false },
    { name: 'undo', label: words.undo, note: 'Ctrl Z', off: draft.past.length === 0 },
    { name: 'redo', label: words.redo, note: 'Ctrl Shift Z', off: draft.future.length === 0 }
  ]
  return (
    <div className="articles-tools" role="group" aria-label={words.tools}>
      {tools.map(({ name, label, note, off }) => (
        <button key={name} type="button" title={note} disabled={off} onClick={() => onAction(name)}>
          {label}
        </button>
      ))}
    </div>
  )
}
