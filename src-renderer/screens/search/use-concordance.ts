import { useDeferredValue, useState } from 'react'
import type { ConcordanceLine, ConcordancePage, SearchCounts } from '#core/contract/search-calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { useCall, useLastingCall } from '../../host/use-call.ts'
import { useAsked } from '../../state/searching.ts'
import { askedOf, callOf, linesAtOnce, pageStart, type LinesInput } from './asked.ts'

/** A first page with the question that it answers: further pages are asked for in the same words. */
export interface ShownPage {
  readonly input: LinesInput
  readonly page: ConcordancePage
}

export interface Concordance {
  /** Of the last question that was answered; it stays in sight until the next one is. */
  readonly shown: ShownPage | null
  readonly counts: SearchCounts | null
  readonly problem: Problem | null
  readonly isAsking: boolean
}

export function useConcordance(): Concordance {
  const state = useDeferredValue(useAsked())
  const asked = callOf(askedOf(state))
  const isEmpty = state.query.trim() === ''
  const input: LinesInput = { ...asked, order: state.order, width: state.width, offset: 0, limit: linesAtOnce }
  const { value, problem, loading } = useCall('search.lines', isEmpty ? null : input)
  const [shown, setShown] = useState<ShownPage | null>(null)
  if (value !== null && value !== shown?.page) setShown({ input, page: value })
  const counts = useLastingCall('search.counts', isEmpty ? null : asked)
  return { shown: isEmpty ? null : shown, counts: counts.value, problem, isAsking: !isEmpty && loading && value === null }
}

/** One line, wherever in the list it stands; null until its page is there. Lines of one page share one call. */
export function useLine({ input, page }: ShownPage, index: number): ConcordanceLine | null {
  const offset = pageStart(index)
  const { value } = useCall('search.lines', offset === 0 ? null : { ...input, offset })
  return (offset === 0 ? page : value)?.lines[index - offset] ?? null
}
