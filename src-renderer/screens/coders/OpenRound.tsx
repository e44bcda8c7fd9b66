import { useState } from 'react'
import { roundStarts, type RoundStart } from '#core/compare/coded-units.ts'
import { number } from '../../language/labels.ts'
import { Segmented } from '../../parts/Segmented.tsx'
import { useCoderCalls } from '../../use-coders.ts'
import { useWords } from '../../use-words.ts'

/** A new coding round over the reports that are compared now. */
export function OpenRound({ chosen, onOpened }: { readonly chosen: readonly string[]; readonly onOpened: (round: string) => void }) {
  const words = useWords()
  const { open } = words.coders
  const call = useCoderCalls()
  const [name, setName] = useState(open.roundAtFirst)
  const [coders, setCoders] = useState('')
  const [start, setStart] = useState<RoundStart>('draft')
  const names = coders.split(/[、,，;；]/).map((coder) => coder.trim()).filter((coder) => coder !== '')
  const isReady = name.trim() !== '' && names.length >= 2 && chosen.length > 0
  const begin = async (): Promise<void> => {
    const opened = await call('coders.open', { name, coders: names, start, reports: [...chosen] })
    if (opened !== null) onOpened(opened.value.round)
  }
  return (
    <form
      className="coders-open"
      aria-label={open.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) void begin()
      }}
    >
      <h2>{open.title}</h2>
      <label>
        <span>{open.round}</span>
        <input type="text" maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        <span>{open.coders}</span>
        <input type="text" value={coders} aria-describedby="coders-names" onChange={(event) => setCoders(event.target.value)} />
        <small id="coders-names">{open.codersNote}</small>
      </label>
      <div className="coders-row">
        <span>{open.start}</span>
        <Segmented label={open.start} value={start} options={roundStarts.map((value) => ({ value, label: open.starts[value] }))} onChange={setStart} />
        <small>{open.startNotes[start]}</small>
      </div>
      <div className="coders-row">
        <span>{open.reports(number(chosen.length))}</span>
        <small>{open.reportsNote}</small>
      </div>
      <button type="submit" className="primary" disabled={!isReady}>
        {open.begin}
      </button>
    </form>
  )
}
