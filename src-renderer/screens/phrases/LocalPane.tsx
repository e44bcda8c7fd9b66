import { useState } from 'react'
import type { ReportSummary } from '#core/contract/calls.ts'
import { wholeText } from '#core/phrases/common-text.ts'
import type { LocalShare } from '#core/phrases/common-shares.ts'
import { useHost, useLastingCall } from '../../host/use-call.ts'
import { clipped, number, percent } from '../../language/labels.ts'
import type { Step } from '../../parts/grid-step.ts'
import { PickField } from '../../parts/PickField.tsx'
import { levelOf } from '../../report-facts.ts'
import { TableFileMenu } from '../../TableFileMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { PairDetail } from './PairDetail.tsx'
import type { PaneProps } from './pane-props.ts'
import { setPhrases, shortests, usePhrases } from './phrases-state.ts'
import { ShareGrid } from './ShareGrid.tsx'

interface LocalPaneProps extends PaneProps {
  /** All of the library. */
  readonly reports: readonly ReportSummary[]
}

const mostOffered = 500

/** What is a report's own beside a baseline document, theme by theme. */
export function LocalPane({ chosen, names, themes, switches, reports }: LocalPaneProps) {
  const words = useWords()
  const w = words.phrases
  const language = useLanguage()
  const host = useHost()
  const { shortest, baseline: kept } = usePhrases()
  const [looked, setLooked] = useState<Step | null>(null)
  const offered = offeredBaselines(reports, chosen, kept)
  const baseline = offered.find(({ id }) => id === kept)?.id ?? null
  const compared = chosen.filter((id) => id !== baseline)
  const asked = baseline === null || compared.length === 0 ? null : { reports: compared, baseline, shortest }
  const { value: facts, problem, loading, answered } = useLastingCall('phrases.local', asked)
  // while another baseline is reckoned, the shares of the one before would stand under its name
  const isOld = answered !== asked
  const isShown = asked !== null && facts !== null && facts.baseline.id === baseline
  const rows = isShown ? facts.rows.map(({ report }) => ({ key: report, name: names.get(report) ?? '' })) : []
  const spoken = new Set(facts?.rows.flatMap(({ shares }) => shares.map(({ theme }) => theme)))
  const columns = [{ theme: wholeText, name: w.whole }, ...themes.map(({ id, name }) => ({ theme: id, name: name[language] })), { theme: null, name: w.noTheme }].filter(({ theme }) => spoken.has(theme))
  const shareOf = (row: number, column: number): LocalShare | undefined => facts?.rows[row]?.shares.find(({ theme }) => theme === columns[column]?.theme)
  const open = looked === null || isOld ? undefined : shareOf(looked.row, looked.column)
  return (
    <>
      <div className="phrases-bar">
        {switches}
        <PickField label={w.baseline} value={baseline ?? ''} options={[{ value: '', label: '—' }, ...offered.map(({ id, title }) => ({ value: id, label: `${names.get(id) ?? ''} · ${clipped(title ?? words.untitled, 24)}` }))]} onPick={(value) => setPhrases({ baseline: value })} />
        <PickField label={w.shortest} value={shortest} options={shortests.map((value) => ({ value, label: w.characters(value) }))} onPick={(value) => setPhrases({ shortest: value })} />
        <span className="phrases-bar-end">
          {asked !== null && (
            <TableFileMenu
              rows={rows.length}
              words={w.file}
              ask={(format) => host.call('phrases.export', { table: { id: 'phrases-local', ...asked }, format, language })}
              word={{ label: w.wordFile, ask: () => host.call('phrases.export', { table: { id: 'phrases-local', ...asked }, format: 'docx', language }) }}
            />
          )}
        </span>
      </div>
      {asked === null ? (
        <p className="pane-message">{baseline === null ? w.chooseBaseline : w.noReports}</p>
      ) : (
        <div className="phrases-panes" aria-busy={loading}>
          {!isShown ? <p className="pane-message">{problem?.message[language] ?? w.working}</p> : <ShareGrid label={w.tabs.local} corner={w.localShare('%')} rows={rows} columns={columns.map(({ theme, name }) => ({ key: theme ?? '', name }))} shareAt={(row, column) => localShare(shareOf(row, column))} isOpenable={(row, column) => !isOld && shareOf(row, column) !== undefined} looked={looked} empty={w.nothingSaid} onLook={setLooked} />}
          {open === undefined || looked === null || rows[looked.row] === undefined ? (
            <p className="phrases-detail phrases-none">{w.chooseCell}</p>
          ) : (
            <PairDetail
              key={`${looked.row} ${looked.column}`}
              asked={{ pair: [rows[looked.row]!.key, asked.baseline], theme: open.theme, otherTheme: wholeText, shortest }}
              title={`${rows[looked.row]!.name} · ${columns[looked.column]!.name}`}
              sums={`${w.localShare(percent(localShare(open) ?? 0))} · ${w.localSums(number(open.common), number(open.characters))}`}
              names={names}
            />
          )}
        </div>
      )}
    </>
  )
}

const localShare = (share: LocalShare | undefined): number | null => (share === undefined || share.characters === 0 ? null : (share.characters - share.common) / share.characters)

/** Central reports first, then those that are compared; in a small library all. */
function offeredBaselines(reports: readonly ReportSummary[], chosen: readonly string[], kept: string): readonly ReportSummary[] {
  const wanted = new Set(chosen)
  const central = reports.filter((report) => levelOf(report) === 'national' || report.jurisdiction === null)
  const likely = [...central, ...reports.filter((report) => !central.includes(report) && (wanted.has(report.id) || report.id === kept || reports.length <= mostOffered))]
  return likely.slice(0, mostOffered)
}
