import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { concordanceOrders, searchedParts, type ConcordanceOrder, type SearchedPart } from '#core/contract/searched-parts.ts'
import { statementKinds, type StatementKind } from '#core/report/report.ts'
import { keptStore, savedOneOf, savedStrings } from './kept.ts'

/** What is looked for, and how it is shown. */
export interface Searching {
  readonly query: string
  readonly part: SearchedPart
  readonly order: ConcordanceOrder
  /** Characters on either side of the word. */
  readonly width: number
  /** Codes; null is a province not known. An empty list: any. */
  readonly provinces: readonly (string | null)[]
  readonly years: readonly (string | null)[]
  readonly themes: readonly string[]
  readonly kinds: readonly StatementKind[]
  readonly measure: 'hits' | 'perThousand'
  readonly side: 'left' | 'right'
  /** Characters of a neighbour. */
  readonly neighbour: number
  /** Last first. */
  readonly history: readonly string[]
  /** Where the list was scrolled to, as a line. */
  readonly line: number
}

const initial: Searching = {
  query: '', part: 'text', order: 'document', width: 30, provinces: [], years: [], themes: [], kinds: [],
  measure: 'hits', side: 'right', neighbour: 2, history: [], line: 0
}

export const widths = [10, 15, 20, 30, 40, 60, 80]
export const neighbourLengths = [1, 2, 3, 4, 6]
const longestHistory = 30

const savedKeys = (value: unknown): (string | null)[] => (Array.isArray(value) ? value.filter((item): item is string | null => typeof item === 'string' || item === null) : [])

export const useSearching = keptStore<Searching>('search', initial, (saved) => ({
  query: typeof saved['query'] === 'string' ? saved['query'].slice(0, 200) : '',
  part: savedOneOf(saved['part'], searchedParts, initial.part),
  order: savedOneOf(saved['order'], concordanceOrders, initial.order),
  width: savedOneOf(saved['width'], widths, initial.width),
  provinces: savedKeys(saved['provinces']),
  years: savedKeys(saved['years']),
  themes: savedStrings(saved['themes']),
  kinds: statementKinds.filter((kind) => savedStrings(saved['kinds']).includes(kind)),
  measure: savedOneOf(saved['measure'], ['hits', 'perThousand'] as const, initial.measure),
  side: savedOneOf(saved['side'], ['left', 'right'] as const, initial.side),
  neighbour: savedOneOf(saved['neighbour'], neighbourLengths, initial.neighbour),
  history: savedStrings(saved['history']).slice(0, longestHistory),
  line: Number.isSafeInteger(saved['line']) ? Math.max(0, saved['line'] as number) : 0
}))

/** All of it but the line scrolled to, which changes with every turn of the wheel. */
export const useAsked = (): Omit<Searching, 'line'> => useSearching(useShallow(({ line: _, ...asked }) => asked))

/** Whether any filter leaves something out. */
export const isNarrowed = ({ provinces, years, themes, kinds }: Pick<Searching, 'provinces' | 'years' | 'themes' | 'kinds'>): boolean =>
  [provinces, years, themes, kinds].some((list) => list.length > 0)

export const search = (change: Partial<Searching>): void => useSearching.setState('line' in change ? change : { ...change, line: 0 })

/** A query that led somewhere is kept: a place was opened, or Enter was pressed. */
export function keepQuery(query: string): void {
  const words = query.trim()
  if (words === '') return
  useSearching.setState(({ history }) => ({ history: [words, ...history.filter((other) => other !== words)].slice(0, longestHistory) }))
}

export const forgetQueries = (): void => useSearching.setState({ history: [] })

export const clearSearchFilters = (): void => search({ provinces: [], years: [], themes: [], kinds: [] })

/** The words that led to a report: all their places are marked in its text until another is opened in another way. */
export const useFound = create<{ readonly report: string | null; readonly words: string }>()(() => ({ report: null, words: '' }))

export const markFound = (report: string, words: string): void => useFound.setState({ report, words })
