import { useState } from 'react'
import { codebookFormats, type CodebookFormat } from '#core/codebook/formats.ts'
import type { ExchangeLoss } from '#core/codebook/exchange-codes.ts'
import { codebookLosses } from '#core/exchange/sentences.ts'
import type { CodebookView, ListedCodebook, ReceivedCodebook } from '#core/contract/codebook-calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { pickOneFile } from '../../importing.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { ProblemText } from '../../ProblemText.tsx'
import { keepFile } from '../../save-figure.ts'
import { chooseCodebook } from '../../state/codebook-draft.ts'
import { switchCodebook } from '../../switch-codebook.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { MakeDialog } from './MakeDialog.tsx'

const codebookTabs = ['themes', 'versions'] as const
export type CodebookTab = (typeof codebookTabs)[number]

interface CodebookBarProps {
  readonly list: readonly ListedCodebook[]
  readonly view: CodebookView
  readonly tab: CodebookTab
  readonly onTab: (tab: CodebookTab) => void
}

/** What became of a file. */
type Outcome = { readonly losses: readonly ExchangeLoss[] } | { readonly received: ReceivedCodebook } | { readonly problem: Problem }

/** Which codebook is looked at, what of it, and its ways in and out. */
export function CodebookBar({ list, view, tab, onTab }: CodebookBarProps) {
  const { codebookScreen: w, codebooks } = useWords()
  const language = useLanguage()
  const host = useHost()
  const shell = useCall('library.state', {}).value?.shell ?? 'browser'
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isMaking, setMaking] = useState(false)
  const { codebook } = view
  const send = async (format: CodebookFormat): Promise<void> => {
    const reply = await host.call('codebooks.export', { codebook: codebook.id, format, language })
    keepFile(reply)
    setOutcome(reply.ok && reply.value !== null && reply.value.losses.length > 0 ? { losses: reply.value.losses } : null)
  }
  const receive = async (): Promise<void> => {
    const file = shell === 'desktop' ? null : await pickOneFile('.qdc,.xlsx,.json')
    if (file === undefined) return
    const reply = await host.call('codebooks.import', { file })
    setOutcome(reply.ok ? reply.value && { received: reply.value } : { problem: reply.problem })
    if (reply.ok && reply.value !== null) chooseCodebook(reply.value.codebook)
  }
  return (
    <div className="codebook-bar">
      <OptionMenu
        className="codebook-choice"
        label={
          <>
            {w.choose} <b>{codebook.name[language]}</b> {codebook.version} <span aria-hidden="true">▾</span>
          </>
        }
        options={list.map((each) => ({ id: each.id, label: each.name[language], note: each.isInUse ? w.inUse : each.isOwn ? codebooks.own : codebooks.shipped }))}
        onChoose={chooseCodebook}
      />
      <Segmented leading label={w.tabs.label} value={tab} options={codebookTabs.map((value) => ({ value, label: w.tabs[value] }))} onChange={onTab} />
      {view.isInUse ? (
        <small className="codebook-in-use">{w.inUse}</small>
      ) : (
        <button type="button" onClick={() => void switchCodebook(host, codebook.id)}>
          {w.use}
        </button>
      )}
      <span className="codebook-doings">
        <button type="button" onClick={() => setMaking(true)}>
          {w.files.make}
        </button>
        <button type="button" onClick={() => void receive()}>
          {w.files.import}
        </button>
        <OptionMenu
          label={w.files.export}
          options={codebookFormats.map((format) => ({ id: format, label: w.files.formats[format][0], note: w.files.formats[format][1] }))}
          onChoose={(format) => void send(format as CodebookFormat)} // its own options
        />
      </span>
      <div className="codebook-outcome" role="status">
        {outcome !== null && <OutcomeText outcome={outcome} />}
      </div>
      {isMaking && <MakeDialog list={list} from={codebook.id} onClose={() => setMaking(false)} />}
    </div>
  )
}

function OutcomeText({ outcome }: { readonly outcome: Outcome }) {
  const { codebookScreen: w, listComma } = useWords()
  const language = useLanguage()
  const lost = (losses: readonly ExchangeLoss[]): string => `${w.files.losses}${losses.map((loss) => codebookLosses[loss][language === 'zh' ? 0 : 1]).join(listComma)}`
  if ('problem' in outcome) return <ProblemText problem={outcome.problem} />
  if ('losses' in outcome) return <p>{lost(outcome.losses)}</p>
  const { became, name, version, losses } = outcome.received
  return (
    <p>
      {w.files.became[became](name[language], version)} {losses.length > 0 && lost(losses)}
    </p>
  )
}
