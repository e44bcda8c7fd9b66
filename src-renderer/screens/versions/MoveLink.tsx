import type { VersionRow } from '#core/versions/versions.ts'
import { useWords } from '../../use-words.ts'
import { showRow } from './going.ts'
import { goToChange, useVersionsView } from './versions-state.ts'

/** Says where a moved paragraph went or came from, and goes there. */
export function MoveLink({ row, change }: { readonly row: VersionRow; readonly change: number | null }) {
  const { versions: w } = useWords()
  const isCurrent = useVersionsView((view) => change !== null && view.change === change)
  const [other, say] = row.kind === 'moved-away' ? [row.after!, w.movedTo] : [row.before!, w.movedFrom]
  return (
    <button
      type="button"
      className={isCurrent ? 'version-move is-current' : 'version-move'}
      {...(isCurrent ? { 'data-at': '' } : {})}
      data-change={change ?? undefined}
      tabIndex={0}
      onClick={(event) => {
        if (change !== null) goToChange(change)
        showRow(event.currentTarget, row.partner!)
      }}
    >
      {say(w.paragraph(other.first, other.last))}
    </button>
  )
}
