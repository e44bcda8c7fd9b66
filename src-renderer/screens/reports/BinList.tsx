import type { ReportSummary } from '#core/contract/calls.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { dateLabel, filePath, jurisdictionName, number } from '../../language/labels.ts'
import { LongList } from '../../parts/LongList.tsx'
import { noticeRefusal } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'

const itemHeight = 48

/** What was thrown away, last first; everything can come back. */
export function BinList() {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const w = words.libraryTable.bin
  const { value, problem } = useCall('reports.binned', {})
  const restore = async (reports: readonly string[]): Promise<void> => {
    const reply = await host.call('reports.restore', { reports: [...reports] })
    if (!reply.ok) noticeRefusal(reply.problem)
  }
  if (problem !== null) {
    return (
      <p className="pane-message" role="alert">
        {problem.message[language]}
      </p>
    )
  }
  if (value === null) return null
  if (value.length === 0) return <p className="pane-message">{w.empty}</p>
  return (
    <section className="bin" aria-label={w.list}>
      <header>
        <b>{w.count(number(value.length))}</b>
        <p>{w.note}</p>
        <button type="button" onClick={() => void restore(value.map(({ id }) => id))}>
          {w.restoreAll}
        </button>
      </header>
      <LongList className="bin-list" items={value} keyOf={({ id }) => id} itemHeight={itemHeight}>
        {(report) => <BinnedReport report={report} onRestore={() => void restore([report.id])} />}
      </LongList>
    </section>
  )
}

function BinnedReport({ report, onRestore }: { readonly report: ReportSummary; readonly onRestore: () => void }) {
  const words = useWords()
  const language = useLanguage()
  const w = words.libraryTable.bin
  const title = report.title ?? words.untitled
  return (
    <div className="binned-report">
      <p>
        <b>{jurisdictionName(report.jurisdiction, language, words)}</b> <small>{dateLabel(report.date, words).text}</small> <span title={title}>{title}</span>
      </p>
      <small className="file-name">{filePath(report.source)}</small>
      <button type="button" aria-label={w.restoreOf(title)} onClick={onRestore}>
        {w.restore}
      </button>
    </div>
  )
}
