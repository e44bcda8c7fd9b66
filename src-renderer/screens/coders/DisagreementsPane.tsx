import { useRef, useState, type KeyboardEvent } from 'react'
import type { CodingRound, RoundDisagreement } from '#core/contract/coder-calls.ts'
import { placeParts } from '../../citation.ts'
import { useCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { openPlace } from '../../routes.ts'
import { useCoderCalls } from '../../use-coders.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { DisagreementDetail } from './DisagreementDetail.tsx'

interface DisagreementsPaneProps {
  readonly round: CodingRound
}

/** Where the coders differ, statement by statement, and what they agree on. */
export function DisagreementsPane({ round }: DisagreementsPaneProps) {
  const words = useWords()
  const language = useLanguage()
  const call = useCoderCalls()
  const { value, problem } = useCall('coders.disagreements', { round: round.id })
  const [chosen, setChosen] = useState('')
  const list = useRef<HTMLDivElement>(null)
  if (value === null) return <p className="pane-message">{problem?.message[language] ?? words.coders.loading}</p>
  const isComparable = round.reports.some(({ done }) => done.length === round.coders.length)
  if (value.length === 0) return <p className="pane-message">{isComparable ? words.coders.none : words.coders.waiting}</p>
  const at = Math.max(0, value.findIndex((one) => keyOf(one) === chosen))
  const one = value[at]!
  const go = (to: number): void => {
    const next = value[Math.min(Math.max(to, 0), value.length - 1)]!
    setChosen(keyOf(next))
    document.getElementById(idOf(next))?.scrollIntoView({ block: 'nearest' })
  }
  const agree = async (agreed: readonly string[] | null): Promise<void> => {
    const { report, start, end, text } = one
    const done = await call('coders.agree', { round: round.id, report, start, end, words: text, themes: agreed === null ? null : [...agreed] })
    list.current?.focus()
    if (done === null || agreed === null) return
    const next = [...value.slice(at + 1), ...value.slice(0, at)].find((other) => other.agreed === null)
    if (next !== undefined) go(value.indexOf(next))
  }
  const open = (): void => openPlace({ report: one.report, start: one.start, end: one.end, theme: one.themes[0] ?? null })
  const onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const byKey: Readonly<Record<string, () => void>> = {
      arrowdown: () => go(at + 1),
      arrowup: () => go(at - 1),
      home: () => go(0),
      end: () => go(value.length - 1),
      enter: open,
      c: () => document.querySelector<HTMLElement>('.disagreement-themes input')?.focus(),
      delete: () => void agree(null)
    }
    const coded = /^[1-8]$/.test(event.key) ? one.coded[Number(event.key) - 1] : undefined
    const run = coded === undefined ? byKey[event.key.toLowerCase()] : () => void agree(coded)
    if (run === undefined) return
    event.preventDefault()
    run()
  }
  const agreed = value.filter((other) => other.agreed !== null).length
  return (
    <div className="coders-panes">
      <div className="disagreement-frame">
        <p className="coders-progress" role="status">
          {words.coders.progress(number(agreed), number(value.length))}
        </p>
        <p className="visually-hidden" id="disagreement-keys">
          {words.coders.keysHint}
        </p>
        <div className="disagreement-list" role="listbox" tabIndex={0} ref={list} data-at="disagreements" aria-label={words.coders.list} aria-activedescendant={idOf(one)} aria-describedby="disagreement-keys" onKeyDown={onKey}>
          {value.map((other, index) => (
            <div key={keyOf(other)} id={idOf(other)} role="option" aria-selected={index === at} className="disagreement" onClick={() => go(index)} onDoubleClick={open}>
              <q>{other.text}</q>
              <small>
                {other.title ?? words.coders.untitled} · {placeParts(other.place, { words, longestHeading: 14 }).join(' · ')}
              </small>
              <small className={other.agreed === null ? 'is-open' : 'is-agreed'}>{other.agreed === null ? words.coders.notAgreed : `✓ ${words.coders.agreed}`}</small>
            </div>
          ))}
        </div>
      </div>
      <DisagreementDetail key={`${keyOf(one)} ${one.agreed?.join() ?? ''}`} disagreement={one} coders={round.coders} themes={round.themes} onAgree={(ids) => void agree(ids)} onOpen={open} />
    </div>
  )
}

const keyOf = ({ report, start }: RoundDisagreement): string => `${report}-${start}`
const idOf = (one: RoundDisagreement): string => `disagreement-${keyOf(one)}`
