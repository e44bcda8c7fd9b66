import { useState } from 'react'
import { useScreenCommands, type KeyList } from '../../commands.ts'
import { OptionMenu } from '../../parts/OptionMenu.tsx'
import { Segmented } from '../../parts/Segmented.tsx'
import { themeColors } from '../../theme-colors.ts'
import { useCoders } from '../../use-coders.ts'
import { useWords } from '../../use-words.ts'
import { AgreementPane } from './AgreementPane.tsx'
import { DisagreementsPane } from './DisagreementsPane.tsx'
import { OpenRound } from './OpenRound.tsx'
import { RoundPane } from './RoundPane.tsx'
import './coders.css'

interface CodersScreenProps {
  /** Ids of the reports compared now. */
  readonly chosen: readonly string[]
}

const tabs = ['round', 'disagreements', 'agreement'] as const
type Tab = (typeof tabs)[number]

/** Coding rounds: who codes what, where the coders differ and what they agree on, and how far they agree. */
export function CodersScreen({ chosen }: CodersScreenProps) {
  const words = useWords()
  const state = useCoders()
  const [picked, setPicked] = useState<string | null>(null)
  const [tab, setTab] = useState<Tab>('round')
  useScreenCommands(noCommands, keyLists)
  if (state === null) return <p className="pane-message">{words.coders.loading}</p>
  const round = state.rounds.find(({ id }) => id === picked) ?? state.rounds[0]
  return (
    <section className="coders-screen" aria-label={words.coders.name} style={round === undefined ? undefined : themeColors(round.themes)}>
      {round !== undefined && (
        <div className="coders-bar">
          <Segmented leading label={words.coders.tabs.label} value={tab} options={tabs.map((value) => ({ value, label: words.coders.tabs[value] }))} onChange={setTab} />
          {state.rounds.length > 1 ? (
            <OptionMenu label={`${words.coders.chooseRound} · ${round.name}`} options={state.rounds.map(({ id, name, openedAt }) => ({ id, label: name, note: openedAt.slice(0, 10) }))} onChoose={setPicked} />
          ) : (
            <strong>{round.name}</strong>
          )}
          {round.closedAt !== null && <small>{words.coders.closed}</small>}
        </div>
      )}
      {round !== undefined && tab === 'disagreements' && <DisagreementsPane key={round.id} round={round} />}
      {round !== undefined && tab === 'agreement' && <AgreementPane round={round} />}
      {(round === undefined || tab === 'round') && (
        <div className="coders-scroll" data-scroller>
          {round !== undefined && <RoundPane round={round} />}
          {state.current === null && <OpenRound chosen={chosen} onOpened={setPicked} />}
          <p className="coders-note">{words.coders.courtesy}</p>
        </div>
      )}
    </section>
  )
}

const noCommands: readonly never[] = []
const keyLists: readonly KeyList[] = [
  { id: 'coders', title: (w) => w.coders.keyTitle, rows: (w) => w.coders.keyRows.map(([keys, does]) => ({ keys, does })) }
]
