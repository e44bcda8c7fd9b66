import type { ReportSummary } from '#core/contract/calls.ts'
import { useHost } from '../../host/use-call.ts'
import { dateLabel, jurisdictionName } from '../../language/labels.ts'
import { openReport } from '../../routes.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { useLanguage, useWords } from '../../use-words.ts'

interface LinkedReportsProps {
  readonly report: string
  readonly links: ReportSummary['links']
  readonly reports: readonly ReportSummary[]
}

/** The reports that a person has called the same as this one or versions of it; each can be read, and the word taken back. */
export function LinkedReports({ report, links, reports }: LinkedReportsProps) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const unlink = async (other: string): Promise<void> => {
    const reply = await host.call('duplicates.decide', { first: report, second: other, state: 'offered' })
    if (!reply.ok) noticeRefusal(reply.problem)
  }
  return (
    <ul className="linked-reports">
      {links.map((link) => {
        const other = reports.find(({ id }) => id === link.report)
        const name = [jurisdictionName(other?.jurisdiction ?? null, language, words), dateLabel(other?.date ?? null, words).text, other?.title ?? words.untitled].join(' · ')
        return (
          <li key={link.report}>
            <span className="hand">{words.library[link.kind]}</span>{' '}
            <button type="button" className="link" onClick={() => openReport(link.report)}>
              {name}
            </button>{' '}
            <small>{other?.source.fileName}</small>{' '}
            <button type="button" className="link" aria-label={`${words.reader.unlink}: ${name}`} onClick={() => void unlink(link.report)}>
              {words.reader.unlink}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
