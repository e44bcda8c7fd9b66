import type { CodingRound } from '#core/contract/coder-calls.ts'
import { DoneButton } from '../../DoneButton.tsx'
import { openReport } from '../../routes.ts'
import { useCoderCalls } from '../../use-coders.ts'
import { useWords } from '../../use-words.ts'

/** The reports of a round, and who is done with which. */
export function RoundPane({ round }: { readonly round: CodingRound }) {
  const words = useWords()
  const call = useCoderCalls()
  const { coders: w } = words
  return (
    <section className="coders-round" aria-label={round.name}>
      <p className="coders-facts">{w.facts(w.open.starts[round.start], `${round.codebook.id} ${round.codebook.version}`, round.openedAt.slice(0, 10))}</p>
      <table className="coders-table">
        <thead>
          <tr>
            <th scope="col">{w.report}</th>
            {round.coders.map((coder) => (
              <th scope="col" key={coder}>
                {coder}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {round.reports.map(({ id, title, done }) => (
            <tr key={id}>
              <th scope="row">
                <button type="button" className="link" onClick={() => openReport(id)}>
                  {title ?? w.untitled}
                </button>
                {round.closedAt === null && <DoneButton report={id} />}
              </th>
              {round.coders.map((coder) => (
                <td key={coder} className={done.includes(coder) ? 'is-done' : undefined}>
                  {done.includes(coder) ? `✓ ${w.done}` : w.notDone}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {round.closedAt === null && (
        <p className="coders-close">
          <button type="button" onClick={() => void call('coders.close', { round: round.id })}>
            {w.close}
          </button>
          <small>{w.closeNote}</small>
        </p>
      )}
    </section>
  )
}
