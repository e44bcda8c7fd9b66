import { create } from 'zustand'
import { useNotices } from './notices.ts'

/** Which dialog is open; several places of the window lead to the same one. */
export interface Panels {
  readonly limits: boolean
  readonly duplicates: boolean
  /** The source whose articles are being arranged, or null. */
  readonly articles: string | null
  /** The held sheet whose columns are being confirmed, or null. */
  readonly sheet: string | null
  /** Held sheets whose columns were confirmed. */
  readonly settled: ReadonlySet<string>
}

export const usePanels = create<Panels>()(() => ({ limits: false, duplicates: false, articles: null, sheet: null, settled: new Set() }))

export const showLimits = (limits: boolean): void => usePanels.setState({ limits })

export const showDuplicates = (duplicates: boolean): void => usePanels.setState({ duplicates })

/** Opens the articles of a source, to be put right by hand; null closes them. */
export const showArticles = (articles: string | null): void => usePanels.setState({ articles })

export const showSheet = (sheet: string | null): void => usePanels.setState({ sheet })

/** The columns of a sheet are confirmed; the next one that waits is asked about. */
export function settleSheet(held: string): void {
  const settled = new Set([...usePanels.getState().settled, held])
  usePanels.setState({ settled, sheet: waitingSheets(settled)[0] ?? null })
}

/** The sheets that wait for a person, those that came first in front. */
export function waitingSheets(settled: ReadonlySet<string>): string[] {
  return useNotices
    .getState()
    .list.toReversed()
    .flatMap((notice) => (notice.kind === 'import' ? notice.outcomes : []))
    .flatMap(({ sheet }) => (sheet === undefined || settled.has(sheet.held) ? [] : [sheet.held]))
}
