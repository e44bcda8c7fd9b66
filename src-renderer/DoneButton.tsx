import { useCoderCalls, useCoders } from './use-coders.ts'
import { useWords } from './use-words.ts'

/** The coder at the desk is done with a report of the open round, or goes on with it. Nothing where there is nothing to say. */
export function DoneButton({ report }: { readonly report: string }) {
  const words = useWords()
  const state = useCoders()
  const call = useCoderCalls()
  const current = state?.current ?? null
  const round = state?.rounds.find(({ id }) => id === current?.round)
  const own = round?.reports.find(({ id }) => id === report)
  if (current === null || round === undefined || own === undefined || own.done.length === round.coders.length) return null
  const isDone = own.done.includes(current.coder)
  return (
    <button type="button" className="done-button" onClick={() => void call('coders.done', { round: round.id, report, isDone: !isDone })}>
      {isDone ? words.coders.goOn(current.coder) : words.coders.sayDone(current.coder)}
    </button>
  )
}
