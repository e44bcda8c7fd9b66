import { useAskAgain, useHost } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { useFileKeeping } from '../../save-figure.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { usePreferences } from '../../state/preferences.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { fillCells } from './filling.ts'
import { focusEditor, goToCell } from './summaries-state.ts'
import { hasText, nextEmpty, progressOf, type SummaryCell, type SummaryGrid } from './summary-cells.ts'
import { saveDrafts } from './summary-drafts.ts'

const formats = ['docx', 'xlsx', 'csv', 'html', 'md'] as const

/** How far the work is, and what can be done with all of it. */
export function SummaryTools({ grid, cell }: { readonly grid: SummaryGrid; readonly cell: SummaryCell }) {
  const words = useWords()
  const w = words.summaries
  const language = useLanguage()
  const host = useHost()
  const askAgain = useAskAgain()
  const { isBusy, keep } = useFileKeeping()
  const author = usePreferences((p) => p.author)
  const { written, all, unedited, changed } = progressOf(grid)
  const next = nextEmpty(grid, cell.key)
  const empty = grid.lines.flatMap(({ cells }) => cells).filter((one) => one.report !== null && one.passages.length > 0 && !hasText(one.summary))
  const fill = async (): Promise<void> => {
    await saveDrafts()
    const reply = await fillCells(host, empty, author)
    if (!reply.ok) noticeRefusal(reply.problem)
    await askAgain('summaries.list')
  }
  const save = async (format: (typeof formats)[number]): Promise<void> => {
    await saveDrafts()
    const themes = grid.lines.map(({ row }) => row.theme)
    await keep(() => host.call('summaries.export', { reports: grid.reports.map(({ id }) => id), themes, format, language }))
  }
  return (
    <div className="summary-tools" role="toolbar" aria-label={w.table}>
      <p className="summary-progress" role="status">
        <progress value={written} max={Math.max(1, all)} aria-hidden="true" />
        <b>{w.progress(number(written), number(all))}</b>
        {unedited > 0 && <span>{w.unedited(number(unedited))}</span>}
        {changed > 0 && <span className="summary-mark changed">△ {w.changedCells(number(changed))}</span>}
      </p>
      <button
        type="button"
        disabled={next === null}
        title="Ctrl Enter"
        onClick={() => {
          if (next === null) return
          goToCell(next)
          focusEditor()
        }}
      >
        {w.nextEmpty}
      </button>
      <button type="button" className="machine" disabled={empty.length === 0} title={empty.length === 0 ? w.nothingToFill : w.fillHint} onClick={() => void fill()}>
        {w.fill} {empty.length > 0 && <small>{number(empty.length)}</small>}
      </button>
      <OptionMenu
        label={isBusy ? w.exporting : w.export}
        disabled={isBusy}
        options={formats.map((id) => ({ id, label: w.formats[id], note: `.${id}` }))}
        onChoose={(id) => void save(formats.find((format) => format === id) ?? 'xlsx')}
      />
    </div>
  )
}
