import { create } from 'zustand'
import type { MergeReport, Settled } from '#core/contract/exchange-calls.ts'

/** What came of a merge, and what was taken of theirs since. */
export interface SeenMerge {
  readonly report: MergeReport
  readonly taken: readonly number[]
  readonly overtaken: readonly number[]
}

const keptMerges = 20

/** Newest first; `shown`: the one that is read, by the name of its merge. */
export const useMerges = create<{ readonly list: readonly SeenMerge[]; readonly shown: string | null }>()(() => ({ list: [], shown: null }))

export function keepMerge(report: MergeReport): void {
  useMerges.setState(({ list }) => ({ list: [{ report, taken: [], overtaken: [] }, ...list].slice(0, keptMerges), shown: report.merge }))
}

export const showMerge = (shown: string | null): void => useMerges.setState({ shown })

export function settledMerge(merge: string, { taken, overtaken }: Settled): void {
  useMerges.setState(({ list }) => ({
    list: list.map((one) => (one.report.merge === merge ? { ...one, taken: [...one.taken, ...taken], overtaken: [...new Set([...one.overtaken, ...overtaken])].filter((n) => !taken.includes(n)) } : one))
  }))
}
