import type { FoldMode } from '#core/compare/fold.ts'
import { SHORTEST_SHARED_PHRASE } from '#core/compare/shared-phrases.ts'
import { keptStore, savedOneOf, savedRecord, savedStrings } from './kept.ts'

export type TextForm = 'text' | 'lines'
export type SyncMode = 'theme' | 'proportion' | 'off'

/** Where a column is: which entry begins how many pixels below its top edge. */
export interface ColumnPlace {
  readonly column: number
  readonly key: string
  readonly offset: number
}

/** A stretch of a report's reading text. */
export interface AimedPlace {
  readonly report: string
  readonly start: number
  readonly end: number
}

export const leastPhraseLength = 4
export const mostPhraseLength = 12

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
  /** Where another view has sent the person, until she reads on from there. */
  readonly aim: AimedPlace | null
}

const initial: SideBySide = { reports: [], mode: 'theme', lockedMode: 'theme', fold: 'margin', phraseLength: SHORTEST_SHARED_PHRASE, unfolded: [], asLines: [], place: null, aim: null }

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
export const keepPlace = (place: SideBySide['place']): void => set({ place, aim: null })

/** The person reads on from where another view has sent her. */
export function forgetAim(): void {
  if (useSideBySide.getState().aim !== null) set({ aim: null })
}

/** The columns that were kept, as far as they are compared still; two at least, where there are two. */
export function columnsOf(kept: readonly string[], chosen: readonly string[]): string[] {
  const still = kept.filter((id) => chosen.includes(id))
  const others = chosen.filter((id) => !still.includes(id))
  return [...still, ...others.slice(0, Math.max(0, 2 - still.length))]
}

/** The next look at the reader begins at this place; its report stands in the first column if it stood in none. */
export function aimAt(aim: AimedPlace, chosen: readonly string[]): void {
  const columns = columnsOf(useSideBySide.getState().reports, chosen)
  set(columns.includes(aim.report) ? { aim } : { aim, reports: [aim.report, ...columns].slice(0, Math.max(2, columns.length)) })
}

/** What was kept by this or another version; what has not the right form is as at first. */
function restore({ reports, mode, lockedMode, fold, phraseLength, unfolded, asLines, place, aim }: Partial<Record<keyof SideBySide, unknown>>): SideBySide {
  return {
    reports: lastStrings(reports).slice(0, mostColumns),
    mode: savedOneOf(mode, ['theme', 'proportion', 'off'], initial.mode),
    lockedMode: savedOneOf(lockedMode, ['theme', 'proportion'], initial.lockedMode),
    fold: savedOneOf(fold, ['none', 'margin', 'all'], initial.fold),
    phraseLength: typeof phraseLength === 'number' && phraseLength >= leastPhraseLength && phraseLength <= mostPhraseLength ? Math.round(phraseLength) : initial.phraseLength,
    unfolded: lastStrings(unfolded),
    asLines: lastStrings(asLines),
    place: placeOf(place),
    aim: aimOf(aim)
  }
}

const lastStrings = (value: unknown): string[] => savedStrings(value).slice(-mostKept)

function placeOf(value: unknown): SideBySide['place'] {
  const { report, key, offset } = savedRecord(value)
  return typeof report === 'string' && typeof key === 'string' && typeof offset === 'number' ? { report, key, offset } : null
}

function aimOf(value: unknown): AimedPlace | null {
  const { report, start, end } = savedRecord(value)
  return typeof report === 'string' && typeof start === 'number' && typeof end === 'number' ? { report, start, end } : null
}
