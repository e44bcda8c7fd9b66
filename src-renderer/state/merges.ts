import { create } from 'zustand'
import type { MergeReport, Settled } from '#core/contract/exchange-calls.ts'

const keptMerges = 20

/** Merges of this window, newest first; `shown`: the one that is read, by its name; `overtaken`: where theirs came too late. What was taken of each the library knows. */
export const useMerges = create<{ readonly list: readonly MergeReport[]; readonly shown: string | null; readonly overtaken: ReadonlyMap<string, readonly number[]> }>()(() => ({ list: [], shown: null, overtaken: new Map() }))

export function keepMerge(report: MergeReport): void {
  useMerges.setState(({ list }) => ({ list: [report, ...list].slice(0, keptMerges), shown: report.merge }))
}

export const showMerge = (shown: string | null): void => useMerges.setState({ shown })

export function settledMerge(merge: string, { taken, overtaken }: Settled): void {
  useMerges.setState(({ overtaken: known }) => ({ overtaken: new Map(known).set(merge, [...new Set([...(known.get(merge) ?? []), ...overtaken])].filter((n) => !taken.includes(n))) }))
}
