import type { ReportSummary } from '#core/contract/calls.ts'
import type { Host } from './host/host.ts'
import { dateLabel, filePath, jurisdictionName } from './language/labels.ts'
import type { Language } from './language/provinces.ts'
import type { Words } from './language/zh.ts'
import type { MenuEntry } from './parts/ContextMenu.tsx'
import { openReport } from './routes.ts'
import { noticeRefusal } from './state/notices.ts'
import { chooseReports } from './state/selection.ts'
import { toggled } from './state/toggled.ts'

export interface ReportGround {
  readonly host: Host
  readonly words: Words
  readonly language: Language
  /** Those of the library, and the ids of those that are compared. */
  readonly all: readonly ReportSummary[]
  readonly chosen: readonly string[]
  /** Where the list does more than put it into the bin. */
  readonly onBin?: (reports: readonly string[]) => void
}

/** What can be done with a report, wherever it is listed. */
export function reportMenu(report: ReportSummary, ground: ReportGround): MenuEntry[][] {
  const { host, words, language, all, chosen } = ground
  const { menu } = words.around
  const { id } = report
  const isChosen = chosen.includes(id)
  const place = report.jurisdiction?.name
  const ofPlace = all.filter(({ jurisdiction }) => jurisdiction?.name === place).map((other) => other.id)
  const name = jurisdictionName(report.jurisdiction, language, words)
  return [
    [{ id: 'read', label: menu.read, note: 'Enter', run: () => openReport(id) }],
    [
      { id: 'compare', label: isChosen ? menu.leave : menu.compare, run: () => chooseReports(toggled(chosen, id)) },
      { id: 'only', label: menu.only, run: () => chooseReports([id]) },
      ...(place === undefined || ofPlace.length < 2 ? [] : [{ id: 'province', label: menu.province(name), run: () => chooseReports(ofPlace) }])
    ],
    [
      {
        id: 'copy',
        label: menu.copyTitle,
        run: () => void navigator.clipboard.writeText([report.title ?? words.untitled, name, dateLabel(report.date, words).text, filePath(report.source)].join(words.comma))
      }
    ],
    [{ id: 'bin', label: menu.bin, note: 'Delete', run: () => (ground.onBin === undefined ? void bin(host, id) : ground.onBin([id])) }]
  ]
}

async function bin(host: Host, report: string): Promise<void> {
  const reply = await host.call('reports.bin', { reports: [report] })
  if (!reply.ok) noticeRefusal(reply.problem)
}
