import { Dialog } from '@base-ui/react/dialog'
import { useState } from 'react'
import type { ExportedWork, KeptMerge } from '#core/contract/exchange-calls.ts'
import { lossSentence } from '#core/exchange/sentences.ts'
import { workFormats, type WorkFormat } from '#core/exchange/work-formats.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { pickOneFile } from '../../importing.ts'
import { dayAndTime } from '../../language/labels.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { ProblemText } from '../../ProblemText.tsx'
import { keepFile } from '../../save-figure.ts'
import { keepMerge, showMerge, useMerges } from '../../state/merges.ts'
import { noticeMerged } from '../../state/notices.ts'
import { useOverlayState } from '../../state/overlays.ts'
import { useLanguage, useWords } from '../../use-words.ts'
import { MergeResult } from './MergeResult.tsx'

/** What became of the last act of the dialog. */
type Outcome = { readonly losses: ExportedWork['losses'] } | 'merged' | { readonly problem: Problem }

/** Work out to other programs and colleagues, and theirs in. */
export function ExchangeDialog() {
  const { exchange } = useWords().around
  const [isOpen, setOpen] = useOverlayState('exchange')
  return (
    <Dialog.Root open={isOpen} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="dialog-backdrop" />
        <Dialog.Popup className="dialog exchange-dialog">
          <Dialog.Title>{exchange.title}</Dialog.Title>
          <Dialog.Description>{exchange.note}</Dialog.Description>
          <Exchange />
          <footer>
            <span />
            <Dialog.Close>{exchange.close}</Dialog.Close>
          </footer>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Exchange() {
  const { exchange } = useWords().around
  const [isBusy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  // it stays to be read when the dialog is opened again, until something else is done in it
  const shown = useMerges((s) => s.shown)
  const made = useMerges(({ list }) => list.find(({ merge }) => merge === shown))
  const merges = useCall('exchange.merges', {}).value
  const kept = merges?.find(({ report }) => report.merge === shown) ?? null
  const report = made ?? kept?.report
  const act = async (work: () => Promise<Outcome | null>): Promise<void> => {
    setBusy(true)
    setOutcome(null)
    showMerge(null)
    setOutcome(await work())
    setBusy(false)
  }
  return (
    <>
      <SendSection isBusy={isBusy} act={act} />
      <ReceiveSection isBusy={isBusy} act={act} />
      <OpenMerges merges={merges ?? []} />
      <div role="status" aria-live="polite" className="exchange-outcome">
        {isBusy && <p>{exchange.busy}</p>}
        {outcome !== null && outcome !== 'merged' && 'losses' in outcome && <Losses losses={outcome.losses} />}
        {!isBusy && merges !== null && report !== undefined && <MergeResult key={report.merge} report={report} kept={kept} />}
      </div>
      {outcome !== null && outcome !== 'merged' && 'problem' in outcome && (
        <div role="alert" className="field-problem">
          <ProblemText problem={outcome.problem} />
        </div>
      )}
    </>
  )
}

/** Merges of which conflicts are open, those of before the program was started too: to choose in them later. */
function OpenMerges({ merges }: { readonly merges: readonly KeptMerge[] }) {
  const { exchange } = useWords().around
  const shown = useMerges((s) => s.shown)
  const open = merges.flatMap(({ report, mergedAt }) => {
    const count = report.conflicts.filter(({ isOpen }) => isOpen).length
    return count === 0 ? [] : [{ report, mergedAt, count }]
  })
  if (open.length === 0) return null
  return (
    <section aria-label={exchange.openMerges}>
      <h3>{exchange.openMerges}</h3>
      <ul className="open-merges">
        {open.map(({ report: { merge, origin }, mergedAt, count }) => (
          <li key={merge}>
            <button type="button" aria-pressed={shown === merge} aria-label={exchange.readMerge(origin, count)} onClick={() => showMerge(shown === merge ? null : merge)}>
              {origin}
            </button>
            <small>{exchange.openSince(dayAndTime(mergedAt), count)}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface SectionProps {
  readonly isBusy: boolean
  readonly act: (work: () => Promise<Outcome | null>) => Promise<void>
}

function SendSection({ isBusy, act }: SectionProps) {
  const { exchange } = useWords().around
  const language = useLanguage()
  const host = useHost()
  const [hasCrlf, setCrlf] = useState(false)
  const send = (format: WorkFormat) => async (): Promise<Outcome | null> => {
    const reply = await host.call('exchange.export', { format, language, lineEnds: hasCrlf ? 'crlf' : 'lf' })
    if (!reply.ok) return { problem: reply.problem }
    keepFile(reply)
    return reply.value && { losses: reply.value.losses }
  }
  return (
    <section aria-label={exchange.send}>
      <h3>{exchange.send}</h3>
      <ul className="work-formats">
        {workFormats.map((format) => (
          <li key={format}>
            <button type="button" disabled={isBusy} aria-label={exchange.exportAs(exchange.formats[format].name)} onClick={() => void act(send(format))}>
              {exchange.formats[format].name}
            </button>
            <small>{exchange.formats[format].note}</small>
          </li>
        ))}
      </ul>
      <label className="check">
        <input type="checkbox" checked={hasCrlf} onChange={(event) => setCrlf(event.target.checked)} />
        <span>{exchange.lineEnds}</span>
      </label>
    </section>
  )
}

function Losses({ losses }: Pick<ExportedWork, 'losses'>) {
  const { exchange } = useWords().around
  const language = useLanguage()
  if (losses.length === 0) return null
  return (
    <>
      <p>{exchange.lost}</p>
      <ul>
        {losses.map((loss) => (
          <li key={loss.what}>{lossSentence(loss)[language]}</li>
        ))}
      </ul>
    </>
  )
}

function ReceiveSection({ isBusy, act }: SectionProps) {
  const { exchange } = useWords().around
  const host = useHost()
  const shell = useCall('library.state', {}).value?.shell ?? 'browser'
  const [conflicts, setConflicts] = useState<'mine' | 'theirs'>('mine')
  const receive = async (): Promise<Outcome | null> => {
    const file = shell === 'desktop' ? null : await pickOneFile('.qdpx,.zip,.jsonld,.json')
    if (file === undefined) return null
    const reply = await host.call('exchange.import', { file, conflicts })
    if (!reply.ok) return { problem: reply.problem }
    if (reply.value === null) return null
    keepMerge(reply.value)
    noticeMerged(reply.value)
    return 'merged'
  }
  return (
    <section aria-label={exchange.receive}>
      <h3>{exchange.receive}</h3>
      <p className="popup-note">{exchange.receiveNote}</p>
      <div className="receive-line">
        <Segmented label={exchange.conflicts} value={conflicts} options={[{ value: 'mine', label: exchange.mine }, { value: 'theirs', label: exchange.theirs }]} onChange={setConflicts} />
        <button type="button" className="main" disabled={isBusy} onClick={() => void act(receive)}>
          {exchange.choose}
        </button>
      </div>
    </section>
  )
}
