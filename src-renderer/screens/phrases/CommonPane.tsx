import { useState } from 'react'
import { wholeText } from '#core/phrases/common-text.ts'
import { shareInCommon, type CommonShare } from '#core/phrases/common-shares.ts'
import { useHost, useLastingCall } from '../../host/use-call.ts'
import { number, percent } from '../../language/labels.ts'
import type { Step } from '../../parts/grid-step.ts'
import { PickField } from '../../parts/PickField.tsx'
import { TableFileMenu } from '../../TableFileMenu.tsx'
import { useLanguage, useWords } from '../../use-words.ts'
import { PairDetail } from './PairDetail.tsx'
import type { PaneProps } from './pane-props.ts'
import { setPhrases, shortests, usePhrases } from './phrases-state.ts'
import { ShareGrid } from './ShareGrid.tsx'

/** How much of every two reports is the same, on one theme or on the whole. */
export function CommonPane({ chosen, names, themes, switches }: PaneProps) {
  const words = useWords()
  const w = words.phrases
  const language = useLanguage()
  const host = useHost()
  const { shortest, theme: kept } = usePhrases()
  const [looked, setLooked] = useState<Step | null>(null)
  const theme = themes.some(({ id }) => id === kept) ? kept : wholeText
  const asked = { reports: [...chosen], theme, shortest }
  const { value: facts, problem, loading, answered } = useLastingCall('phrases.common', asked)
  const isOld = answered !== asked
  const ids = facts?.reports.map(({ id }) => id) ?? []
  const between = new Map(facts?.shares.map((share) => [share.pair.join(), share]))
  const shareOf = (row: number, column: number): CommonShare | undefined => between.get([Math.min(row, column), Math.max(row, column)].join())
  const shareAt = (row: number, column: number): number | null => {
    const share = shareOf(row, column)
    return share === undefined ? null : shareInCommon(share)
  }
  const lines = ids.map((id) => ({ key: id, name: names.get(id) ?? '' }))
  const open = looked === null || isOld ? undefined : shareOf(looked.row, looked.column)
  return (
    <>
      <div className="phrases-bar">
        {switches}
        <PickField label={w.theme} value={theme} options={[{ value: wholeText, label: w.whole }, ...themes.map(({ id, name }) => ({ value: id, label: name[language] }))]} onPick={(value) => setPhrases({ theme: value })} />
        <PickField label={w.shortest} value={shortest} options={shortests.map((value) => ({ value, label: w.characters(value) }))} onPick={(value) => setPhrases({ shortest: value })} />
        <span className="phrases-bar-end">
          <TableFileMenu
            rows={ids.length}
            words={w.file}
            ask={(format) => host.call('phrases.export', { table: { id: 'phrases-common', ...asked }, format, language })}
            word={{ label: w.wordFile, ask: () => host.call('phrases.export', { table: { id: 'phrases-common', ...asked }, format: 'docx', language }) }}
          />
        </span>
      </div>
      {(facts === null || problem !== null) && <p className="phrases-count">{problem?.message[language] ?? w.working}</p>}
      <div className="phrases-panes" aria-busy={loading}>
        {facts !== null && <ShareGrid label={w.tabs.common} corner="" rows={lines} columns={lines} shareAt={shareAt} isOpenable={(row, column) => !isOld && row !== column} looked={looked} empty="—" onLook={setLooked} />}
        {open === undefined ? (
          <p className="phrases-detail phrases-none">{w.chooseCell}</p>
        ) : (
          <PairDetail
            key={open.pair.join()}
            asked={{ pair: [ids[open.pair[0]]!, ids[open.pair[1]]!], theme, otherTheme: theme, shortest }}
            title={w.pairTitle(lines[open.pair[0]]!.name, lines[open.pair[1]]!.name)}
            sums={`${w.share(percent(shareInCommon(open) ?? 0))} · ${w.pairSums(`${number(open.common[0])} / ${number(open.characters[0])}`, `${number(open.common[1])} / ${number(open.characters[1])}`)}`}
            names={names}
          />
        )}
      </div>
    </>
  )
}
