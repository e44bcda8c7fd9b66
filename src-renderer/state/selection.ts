import { statementKinds, type StatementKind } from '#core/report/report.ts'
import { keptStore, savedStrings } from './kept.ts'
import { toggled } from './toggled.ts'

/** What is being compared now. */
export interface Selection {
  /** Ids of the chosen reports; null while the person has not chosen (then the first ones of the library). */
  readonly reports: readonly string[] | null
  /** Themes to show; none means all. */
  readonly themes: readonly string[]
  /** Kinds of statement to show; none means all. */
  readonly kinds: readonly StatementKind[]
  /** Words that a quotation must hold; '' for none. */
  readonly find: string
  /** Leaves out the columns that have nothing in the rows shown. */
  readonly onlyMentioning: boolean
}

/** More columns than this are possible, but never chosen for the person. */
export const columnsAtStart = 40

export const useSelection = keptStore<Selection>(
  'selection',
  { reports: null, themes: [], kinds: [], find: '', onlyMentioning: false },
  (saved) => ({
    reports: Array.isArray(saved['reports']) ? savedStrings(saved['reports']) : null,
    themes: savedStrings(saved['themes']),
    kinds: statementKinds.filter((kind) => savedStrings(saved['kinds']).includes(kind)),
    find: typeof saved['find'] === 'string' ? saved['find'] : '',
    onlyMentioning: saved['onlyMentioning'] === true
  })
)

export const chooseReports = (reports: readonly string[]): void => useSelection.setState({ reports })

/** Reports that were just imported join the comparison, as long as it stays readable. */
export function addToComparison(reports: readonly string[]): void {
  useSelection.setState(({ reports: chosen }) => {
    if (chosen === null) return {}
    const joined = [...chosen, ...reports.filter((id) => !chosen.includes(id))]
    return joined.length <= columnsAtStart ? { reports: joined } : {}
  })
}

export const toggleTheme = (id: string): void =>
  useSelection.setState(({ themes }) => ({ themes: toggled(themes, id) }))

export const showAllThemes = (): void => useSelection.setState({ themes: [] })

export const toggleKind = (kind: StatementKind): void =>
  useSelection.setState(({ kinds }) => ({ kinds: toggled(kinds, kind) }))

export const findInTable = (find: string): void => useSelection.setState({ find })

export const showOnlyMentioning = (onlyMentioning: boolean): void => useSelection.setState({ onlyMentioning })

export const clearFilters = (): void => useSelection.setState({ themes: [], kinds: [], find: '', onlyMentioning: false })
