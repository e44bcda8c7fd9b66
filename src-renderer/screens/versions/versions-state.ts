import { keptStore, savedOneOf, savedRecord } from '../../state/kept.ts'
import { toggled } from '../../state/toggled.ts'

/** How the text of the two is shown; 编注 after the habit of legal databases: the old clause, and under it what became of it. */
export const versionModes = ['split', 'inline', 'notes'] as const
export type VersionMode = (typeof versionModes)[number]

export const versionParts = ['text', 'themes', 'targets'] as const
export type VersionPart = (typeof versionParts)[number]

/** Where a person reads: a row, and how far it is scrolled past the upper edge. */
export interface ReadingPlace {
  readonly row: number
  readonly past: number
}

interface VersionsView {
  /** Ids of reports; null: none chosen yet. */
  readonly before: string | null
  readonly after: string | null
  readonly mode: VersionMode
  readonly part: VersionPart
  /** First rows of the unchanged stretches that are open. */
  readonly unfolded: readonly number[]
  readonly place: ReadingPlace
  /** Index of the change that was gone to last. */
  readonly change: number | null
}

const top: ReadingPlace = { row: 0, past: 0 }
const initial: VersionsView = { before: null, after: null, mode: 'split', part: 'text', unfolded: [], place: top, change: null }

export const useVersionsView = keptStore<VersionsView>('versions', initial, (saved) => ({
  before: savedId(saved['before']),
  after: savedId(saved['after']),
  mode: savedOneOf(saved['mode'], versionModes, initial.mode),
  part: savedOneOf(saved['part'], versionParts, initial.part),
  unfolded: Array.isArray(saved['unfolded']) ? saved['unfolded'].filter(isCount) : [],
  place: savedPlace(savedRecord(saved['place'])),
  change: isCount(saved['change']) ? saved['change'] : null
}))

const savedId = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)

const isCount = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

const savedPlace = ({ row, past }: Readonly<Record<string, unknown>>): ReadingPlace => ({ row: isCount(row) ? row : 0, past: typeof past === 'number' && Number.isFinite(past) ? past : 0 })

/** Two others are read from their beginning. */
const anew = { unfolded: [], place: top, change: null } as const

export const chooseVersions = (before: string | null, after: string | null): void => useVersionsView.setState({ before, after, ...anew })

export function chooseVersion(side: 'before' | 'after', report: string): void {
  const { before, after } = useVersionsView.getState()
  // the one that stands on the other side changes places with it
  if (side === 'before') chooseVersions(report, report === after ? before : after)
  else chooseVersions(report === before ? after : before, report)
}

export function swapVersions(): void {
  const { before, after } = useVersionsView.getState()
  chooseVersions(after, before)
}

export const showMode = (mode: VersionMode): void => useVersionsView.setState({ mode, part: 'text' })

export const showPart = (part: VersionPart): void => useVersionsView.setState({ part })

export const toggleFold = (row: number): void => useVersionsView.setState(({ unfolded }) => ({ unfolded: toggled(unfolded, row) }))

export const unfold = (rows: readonly number[]): void => useVersionsView.setState({ unfolded: rows })

export const notePlace = (place: ReadingPlace): void => useVersionsView.setState({ place })

export const goToChange = (change: number): void => useVersionsView.setState({ change })
