import { useState, type Ref, type SubmitEvent } from 'react'
import type { RestorePoint } from '#core/contract/restore-point-calls.ts'
import { useCall, useHost } from '../../host/use-call.ts'
import { dayAndTime, number, pointName, sinceLabel } from '../../language/labels.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { askToGoBack } from '../../undoing.ts'
import { useWords } from '../../use-words.ts'

/** So many are shown at first; those before them are a button away. */
const shownAtFirst = 4

const none: readonly never[] = []

/** Places in the log of changes to go back to: what has changed since each, and a field to keep a new one. */
export function RestorePoints({ field }: { readonly field: Ref<HTMLInputElement> }) {
  const words = useWords()
  const kept = useCall('points.list', {}).value ?? none
  const [isWhole, setWhole] = useState(false)
  const { points } = words.around.changes
  const shown = isWhole ? kept : kept.slice(0, shownAtFirst)
  return (
    <section className="restore-points" aria-label={points.title}>
      <h3>{points.title}</h3>
      <p className="popup-note">{points.note}</p>
      <KeepPoint field={field} />
      {kept.length === 0 ? (
        <p className="popup-note">{points.none}</p>
      ) : (
        <ol>
          {shown.map((point) => (
            <PointLine key={point.id} point={point} />
          ))}
        </ol>
      )}
      {shown.length < kept.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          {points.earlier(number(kept.length - shown.length))}
        </button>
      )}
    </section>
  )
}

function KeepPoint({ field }: { readonly field: Ref<HTMLInputElement> }) {
  const { points } = useWords().around.changes
  const host = useHost()
  const [name, setName] = useState('')
  const [said, setSaid] = useState('')
  const keep = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const wanted = name.trim()
    if (wanted === '') return
    const reply = await host.call('points.add', { name: wanted })
    if (!reply.ok) return noticeRefusal(reply.problem)
    setName('')
    setSaid(points.kept(wanted))
  }
  return (
    <>
      <form className="keep-point" onSubmit={(event) => void keep(event)}>
        <input type="text" ref={field} maxLength={80} aria-label={points.name} placeholder={points.placeholder} value={name} onChange={(event) => setName(event.target.value)} />
        <button type="submit" disabled={name.trim() === ''}>
          {points.keep}
        </button>
      </form>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </>
  )
}

function PointLine({ point }: { readonly point: RestorePoint }) {
  const words = useWords()
  const host = useHost()
  const { points } = words.around.changes
  const name = pointName(point, words)
  const remove = async (): Promise<void> => {
    const reply = await host.call('points.remove', { point: point.id })
    if (!reply.ok) noticeRefusal(reply.problem)
  }
  return (
    <li data-made={point.before === null ? 'hand' : 'program'}>
      <time>{dayAndTime(point.madeAt)}</time>
      <b>{name}</b>
      <span className="point-actions">
        <button type="button" className="link" aria-label={points.backTo(name)} disabled={point.since.length === 0} onClick={() => void askToGoBack(host, point.id)}>
          {points.back}
        </button>
        <button type="button" className="link" aria-label={points.removeOf(name)} onClick={() => void remove()}>
          {points.remove}
        </button>
      </span>
      <small>
        {point.before !== null && `${points.automatic}${points.join}`}
        {point.since.length === 0 ? points.nothingSince : points.since(sinceLabel(point, words))}
      </small>
    </li>
  )
}
