import type { FoldMode } from '#core/compare/fold.ts'
import { SHORTEST_SHARED_PHRASE } from '#core/compare/shared-phrases.ts'
import { keptStore, savedOneOf, savedRecord, savedStrings } from '../../state/kept.ts'
import { leastPhraseLength, mostPhraseLength } from './phrases.ts'
import type { ColumnPlace, SyncMode } from './stage-keeper.ts'

export type TextForm = 'text' | 'lines'

/** How a person reads side by side; it is there again after a restart. */
export interface SideBySide {
  /** Reports in their columns; none: the first two that are compared. */
  readonly reports: readonly string[]
  readonly mode: SyncMode
  /** The mode that the padlock goes back to. */
  readonly lockedMode: Exclude<SyncMode, 'off'>
  readonly fold: FoldMode
  readonly phraseLength: number
  /** Keys of folds that were opened. */
  readonly unfolded: readonly string[]
  /** Reports shown as the lines of their original. */
  readonly asLines: readonly string[]
  /** Where the person was, and in which report. */
  readonly place: (Omit<ColumnPlace, 'column'> & { readonly report: string }) | null
}

const initial: SideBySide = { reports: [], mode: 'theme', lockedMode: 'theme', fold: 'margin', phraseLength: SHORTEST_SHARED_PHRASE, unfolded: [], asLines: [], place: null }

export const mostColumns = 4
const mostKept = 200

export const useSideBySide = keptStore('side-by-side', initial, restore)

const set = (change: Partial<SideBySide>): void => useSideBySide.setState(change)

export const chooseColumns = (reports: readonly string[]): void => set({ reports: reports.slice(0, mostColumns) })
export const chooseMode = (mode: SyncMode): void => set(mode === 'off' ? { mode } : { mode, lockedMode: mode })
export const toggleLock = (): void => useSideBySide.setState(({ mode, lockedMode }) => ({ mode: mode === 'off' ? lockedMode : 'off' }))
export const chooseFold = (fold: FoldMode): void => set({ fold })
export const choosePhraseLength = (length: number): void => set({ phraseLength: Math.max(leastPhraseLength, Math.min(mostPhraseLength, Math.round(length))) })
export const unfold = (key: string): void => useSideBySide.setState(({ unfolded }) => (unfolded.includes(key) ? {} : { unfolded: [...unfolded, key].slice(-mostKept) }))
export const foldAgain = (key: string): void => useSideBySide.setState(({ unfolded }) => ({ unfolded: unfolded.filter((other) => other !== key) }))
export const showAs = (report: string, form: TextForm): void =>
  useSideBySide.setState(({ asLines }) => ({ asLines: [...asLines.filter((other) => other !== report), ...(form === 'lines' ? [report] : [])].slice(-mostKept) }))
export const keepPlace = (place: SideBySide['place']): void => set({ place })

/** What was kept by this or another version; what has not the right form is as at first. */
function restore({ reports, mode, lockedMode, fold, phraseLength, unfolded, asLines, place }: Partial<Record<keyof SideBySide, unknown>>): SideBySide {
  return {
    reports: lastStrings(reports).slice(0, mostColumns),
    mode: savedOneOf(mode, ['theme', 'proportion', 'off'], initial.mode),
    lockedMode: savedOneOf(lockedMode, ['theme', 'proportion'], initial.lockedMode),
    fold: savedOneOf(fold, ['none', 'margin', 'all'], initial.fold),
    phraseLength: typeof phraseLength === 'number' && phraseLength >= leastPhraseLength && phraseLength <= mostPhraseLength ? Math.round(phraseLength) : initial.phraseLength,
    unfolded: lastStrings(unfolded),
    asLines: lastStrings(asLines),
    place: placeOf(place)
  }
}

const lastStrings = (value: unknown): string[] => savedStrings(value).slice(-mostKept)

function placeOf(value: unknown): SideBySide['place'] {
  const { report, key, offset } = savedRecord(value)
  return typeof report === 'string' && typeof key === 'string' && typeof offset === 'number' ? { report, key, offset } : null
}
