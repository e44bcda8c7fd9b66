import { useMemo } from 'react'
import { wholePercent } from '#core/compare/recognised.ts'
import type { FileOutcome } from '#core/contract/calls.ts'
import { useCall } from '../../host/use-call.ts'
import { number } from '../../language/labels.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import type { ImportNotice, PreparingNotice, RecognisedPage } from '../../state/notices.ts'
import { showDuplicates, showLimits, showSheet, usePanels } from '../../state/panels.ts'

/** One import: what is being read, then what happened to each file. */
export function ImportCard({ notice }: { readonly notice: ImportNotice }) {
  const words = useWords()
  const settled = usePanels((p) => p.settled)
  const { done, total, file, state, recognising, outcomes } = notice
  const countOf = (wanted: FileOutcome['state']): number => outcomes.filter((outcome) => outcome.state === wanted).length
  if (state === 'running') {
    const isOne = total <= 1 && recognising.length > 0
    return (
      <>
        {recognising.length === 0 && <p className="file-name">{file === '' ? words.imports.waiting : words.imports.reading(file)}</p>}
        {recognising.map((page) => (
          <Recognition key={page.file} page={page} />
        ))}
        {!isOne && (
          <>
            <progress max={Math.max(total, 1)} value={done} aria-label={words.imports.progress(number(done), number(total))} />
            <p>{words.imports.progress(number(done), number(total))}</p>
          </>
        )}
      </>
    )
  }
  if (state === 'cancelled' && outcomes.length === 0) return <p>{words.imports.cancelled}</p>
  const failed = countOf('failed')
  const asking = outcomes.filter(({ sheet }) => sheet !== undefined && !settled.has(sheet.held)).length
  const counts = words.imports.counts({ done: countOf('imported'), already: countOf('already-there'), failed, asking })
  return (
    <>
      {state === 'cancelled' && <p>{words.imports.cancelled}</p>}
      <details open={failed + asking > 0}>
        <summary>
          {(counts === '' ? words.sheets.confirmed : counts).split(' · ').map((part, index) => (
            <span key={part}>{index === 0 ? part : ` · ${part}`}</span>
          ))}
        </summary>
        <OutcomeList outcomes={outcomes} />
      </details>
    </>
  )
}

/** Files on their way to the host. */
export function PreparingCard({ notice: { done, files } }: { readonly notice: PreparingNotice }) {
  const words = useWords()
  const said = words.imports.preparing(number(done), number(files))
  return (
    <>
      <p>{said}</p>
      <progress max={Math.max(files, 1)} value={done} aria-label={said} />
    </>
  )
}

/** How far the recognition of a file is, with the words that came last. */
function Recognition({ page: { file, page, pages, text, confidence } }: { readonly page: RecognisedPage }) {
  const words = useWords()
  const said = words.imports.recognising(page, pages, confidence === null ? null : wholePercent(confidence))
  const lines = text.split('\n').filter((line) => line.trim() !== '').slice(-3)
  return (
    <section className="recognition" aria-label={file}>
      <p className="file-name">{file}</p>
      <progress max={Math.max(pages, 1)} value={page} aria-label={said} />
      <p>{said}</p>
      {lines.length > 0 && (
        // a screen reader that read every page aloud would never end
        <p className="recognised-text" lang="zh-CN" aria-label={words.imports.recognisedSoFar} aria-live="off">
          {lines.map((line, index) => (
            <span key={index}>{line}</span>
          ))}
        </p>
      )}
    </section>
  )
}

const mostListed = 200
const none: readonly never[] = []

const hasNewReports = ({ state }: FileOutcome): boolean => state === 'imported'

/** What the person has something to do about comes first. */
function OutcomeList({ outcomes }: { readonly outcomes: readonly FileOutcome[] }) {
  const ordered = [...outcomes].sort((a, b) => rank(a) - rank(b)).slice(0, mostListed)
  // compared in the background: they come to be known a moment after the file
  const offered = useCall('duplicates.list', ordered.some(hasNewReports) ? {} : null).value ?? none
  const pairsOf = useMemo(() => Map.groupBy(offered.flatMap((pair) => [pair.first, pair.second].map((report) => ({ report, pair }))), ({ report }) => report), [offered])
  const alikeOf = (outcome: FileOutcome): number =>
    hasNewReports(outcome) ? new Set(outcome.reports.flatMap((report) => pairsOf.get(report) ?? []).map(({ pair }) => pair)).size : 0
  return (
    <ul className="outcomes">
      {ordered.map((outcome, index) => (
        <Outcome key={`${outcome.file} ${index}`} outcome={outcome} alike={alikeOf(outcome)} />
      ))}
    </ul>
  )
}

/** @param alike pairs that its reports may be copies in */
function Outcome({ outcome, alike }: { readonly outcome: FileOutcome; readonly alike: number }) {
  const words = useWords()
  const language = useLanguage()
  const { file, state, reports, problem, warnings, sheet } = outcome
  const isOverLimit = problem?.kind === 'timeout' || problem?.kind === 'too-much-memory'
  return (
    <li data-state={state}>
      <span className="file-name">{file}</span>
      {state === 'imported' && <small>{words.imports.imported(reports.length)}</small>}
      {state === 'already-there' && <small>{words.imports.already}</small>}
      {state === 'failed' && <small>{problem?.message[language] ?? words.imports.failed}</small>}
      {isOverLimit && (
        <button type="button" className="link" onClick={() => showLimits(true)}>
          {words.imports.widen}
        </button>
      )}
      {sheet !== undefined && <HeldSheet held={sheet.held} />}
      {warnings.map((warning, index) => (
        <small key={index}>{warning.message[language]}</small>
      ))}
      {alike > 0 && (
        <>
          <small>{words.imports.duplicates(alike)}</small>
          <button type="button" className="link" onClick={() => showDuplicates(true)}>
            {words.imports.seeDuplicates}
          </button>
        </>
      )}
    </li>
  )
}

function HeldSheet({ held }: { readonly held: string }) {
  const words = useWords()
  const isSettled = usePanels((p) => p.settled.has(held))
  if (isSettled) return <small>{words.sheets.confirmed}</small>
  return (
    <>
      <small>{words.sheets.waiting}</small>
      <button type="button" className="ask" onClick={() => showSheet(held)}>
        {words.sheets.confirm}
      </button>
    </>
  )
}

function rank({ state, warnings }: FileOutcome): number {
  if (state === 'asks-columns') return 0
  if (state === 'failed') return 1
  return warnings.length > 0 ? 2 : 3
}
