import { keptStore, savedOneOf } from '../../state/kept.ts'
import { beginSession, saveDrafts } from './summary-drafts.ts'
import type { SummaryCell } from './summary-cells.ts'

/** What lies beside the matrix: the whole report, the coded text of the cell, or what the summary was written from. */
export const sourceModes = ['whole', 'cell', 'links'] as const
export type SourceMode = (typeof sourceModes)[number]

/** How a person left the matrix. */
interface SummaryView {
  /** Key of the cell that is written in; null until one was chosen. */
  readonly cell: string | null
  readonly mode: SourceMode
  /** Of a cell that is of several reports: the one whose text lies beside; null: the first. */
  readonly report: string | null
}

const initial: SummaryView = { cell: null, mode: 'cell', report: null }

export const useSummaryView = keptStore<SummaryView>('summaries', initial, ({ cell, mode, report }) => ({
  cell: typeof cell === 'string' ? cell : null,
  mode: savedOneOf(mode, sourceModes, initial.mode),
  report: typeof report === 'string' ? report : null
}))

/** Another cell: what was typed in the one before is saved at once, and what is written now is a step of its own. */
export function enterCell(key: string): void {
  if (useSummaryView.getState().cell === key) return
  void saveDrafts()
  beginSession()
  useSummaryView.setState({ cell: key })
}

export const showBeside = (mode: SourceMode): void => useSummaryView.setState({ mode })

export const nextBeside = (): void => useSummaryView.setState(({ mode }) => ({ mode: sourceModes[(sourceModes.indexOf(mode) + 1) % sourceModes.length] ?? mode }))

export const showReport = (report: string): void => useSummaryView.setState({ report, mode: 'whole' })

/** To the field in which the cell is written. */
export const focusEditor = (): void => void requestAnimationFrame(() => document.querySelector<HTMLTextAreaElement>('.summary-editor textarea')?.focus({ preventScroll: true }))

/** Goes to a cell and brings it into sight. */
export function goToCell({ key }: SummaryCell): void {
  enterCell(key)
  document.querySelector(`[data-cell="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}
