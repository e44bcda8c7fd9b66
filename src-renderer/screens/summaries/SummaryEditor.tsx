import type { KeyboardEvent } from 'react'
import { focusTable } from '../../focus-table.ts'
import { useAskAgain, useHost } from '../../host/use-call.ts'
import { clockTime } from '../../language/labels.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { usePreferences } from '../../state/preferences.ts'
import { useLanguage } from '../../use-words.ts'
import { fillCells } from './filling.ts'
import { hasText, isChanged, type SummaryCell } from './summary-cells.ts'
import { saveDrafts, typeInto, useDrafts, type Draft } from './summary-drafts.ts'
import { columnName, setNames, type SummaryTexts } from './summary-texts.ts'

interface SummaryEditorProps {
  readonly cell: SummaryCell
  readonly texts: SummaryTexts
}

interface FieldProps extends SummaryEditorProps {
  /** Whether what is written is known yet: before that nothing is typed over it. */
  readonly isKnown: boolean
}

/** The field of a cell. It saves itself, and says so only when the library has answered; Esc goes back to the table. */
export function SummaryEditor({ cell, texts, isKnown }: FieldProps) {
  const { words } = texts
  const w = words.summaries
  const language = useLanguage()
  const draft = useDrafts(({ drafts }) => drafts.get(cell.key))
  const lastSaved = useDrafts((drafts) => drafts.savedAt.get(cell.key)) ?? cell.summary?.editedAt
  // what was undone is not there any more, whenever it was saved
  const savedAt = cell.summary === null ? undefined : lastSaved
  const body = draft?.body ?? cell.summary?.body ?? ''
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    void saveDrafts()
    focusTable()
  }
  const isFilled = cell.summary?.isFilled === true && draft === undefined
  return (
    <div className={isFilled ? 'summary-editor is-filled' : 'summary-editor'}>
      <textarea
        rows={5}
        value={body}
        readOnly={!isKnown}
        placeholder={w.placeholder}
        aria-label={w.editor(cell.row.label[language], columnName(cell, texts))}
        onChange={(event) => typeInto(cell.place, event.target.value)}
        onBlur={() => void saveDrafts()}
        onKeyDown={onKeyDown}
      />
      <p className="summary-said">
        <span role="status" className={draft === undefined ? 'saved' : undefined}>
          {saidOf(draft, savedAt, w)}
        </span>
        {isFilled && <span className="summary-mark filled">✎ {w.filledMark}</span>}
        {isChanged(cell.summary) && <span className="summary-mark changed">△ {w.changed}</span>}
        {body.trim() === '' && cell.report !== null && cell.passages.length > 0 && <FillOne cell={cell} label={w.fillOne} hint={w.fillHint} />}
      </p>
      {!hasText({ body }) && cell.others.length > 0 && <OtherSets cell={cell} texts={texts} />}
    </div>
  )
}

/** “Saved” is said of what the library has answered, and of nothing else. */
function saidOf(draft: Draft | undefined, savedAt: string | undefined, w: SummaryTexts['words']['summaries']): string {
  if (draft === undefined) return savedAt === undefined ? '' : w.saved(clockTime(savedAt))
  return draft.state === 'failed' ? w.failed : draft.state === 'saving' ? w.saving : w.unsaved
}

function FillOne({ cell, label, hint }: { readonly cell: SummaryCell; readonly label: string; readonly hint: string }) {
  const host = useHost()
  const askAgain = useAskAgain()
  const author = usePreferences((p) => p.author)
  const fill = async (): Promise<void> => {
    const reply = await fillCells(host, [cell], author)
    if (!reply.ok) noticeRefusal(reply.problem)
    await askAgain('summaries.list')
  }
  return (
    <button type="button" className="link machine" title={hint} onClick={() => void fill()}>
      {label}
    </button>
  )
}

/** What was written when other reports were compared stays with them; it can be copied. */
function OtherSets({ cell, texts }: SummaryEditorProps) {
  const { words } = texts
  return (
    <ul className="summary-others" aria-label={words.summaries.otherSets}>
      {cell.others.map((other) => (
        <li key={other.reports.join()}>
          <p>
            <b>{words.summaries.writtenFor(setNames(other.reports, texts))}</b>
            <button type="button" className="link" onClick={() => typeInto(cell.place, other.body)}>
              {words.summaries.takeOver}
            </button>
          </p>
          <p className="summary-body">{other.body}</p>
        </li>
      ))}
    </ul>
  )
}
