import { useState } from 'react'
import type { Input, ReportView } from '#core/contract/calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useHost } from '../../host/use-call.ts'
import { closePlace, openReport } from '../../routes.ts'
import { useLanguage, useWords } from '../../use-words.ts'

type Encoding = Input<'sources.readAs'>['encoding']

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const satisfies readonly Encoding[]
const labels: Readonly<Record<Encoding, string>> = { 'utf-8': 'UTF-8', gb18030: 'GB18030', big5: 'Big5', 'utf-16le': 'UTF-16LE', 'utf-16be': 'UTF-16BE' }

/** Files that are text themselves: their bytes may be read in another encoding. */
export const hasEncoding = ({ mediaType }: ReportView['source']): boolean => /^text\/|^application\/xml$/.test(mediaType)

const id = 'source-encoding'

/** The encoding that the file was read in; another one reads it again. */
export function EncodingField({ view }: { readonly view: ReportView }) {
  const words = useWords()
  const language = useLanguage()
  const host = useHost()
  const [wish, setWish] = useState<Encoding | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const { source } = view
  const shown = wish ?? source.encoding?.toLowerCase() ?? ''
  const isKnown = encodings.some((encoding) => encoding === shown)
  const readAs = async (encoding: Encoding): Promise<void> => {
    setWish(encoding)
    setBusy(true)
    const reply = await host.call('sources.readAs', { source: source.id, encoding })
    setBusy(false)
    setProblem(reply.ok ? null : reply.problem)
    if (!reply.ok) setWish(null)
    else showAgain(view.id, reply.value.reports)
  }
  return (
    <span className="encoding-field">
      <select
        id={id}
        aria-label={words.reader.chooseEncoding}
        title={words.reader.chooseEncoding}
        value={shown}
        disabled={isBusy}
        aria-describedby={problem === null ? undefined : `${id}-problem`}
        onChange={(event) => {
          const encoding = encodings.find((known) => known === event.target.value)
          if (encoding !== undefined) void readAs(encoding)
        }}
      >
        {!isKnown && <option value={shown}>{shown.toUpperCase()}</option>}
        {encodings.map((encoding) => (
          <option key={encoding} value={encoding}>
            {labels[encoding]}
          </option>
        ))}
      </select>
      {isBusy && <small role="status">{words.reader.encodingBusy}</small>}
      {problem !== null && (
        <span role="alert" id={`${id}-problem`} className="field-problem">
          {problem.message[language]}
        </span>
      )}
    </span>
  )
}

/** Positions of the old reading mean nothing in the new one: the report is shown from its top, the choice still at hand. */
function showAgain(report: string, reports: readonly string[]): void {
  const next = reports.includes(report) ? report : reports[0]
  if (next === undefined) return closePlace()
  openReport(next)
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
