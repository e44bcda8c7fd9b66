import type { Column, Verdict } from '#core/compare/comparison.ts'
import { citation } from '../../citation.ts'
import { verdictAfter, verdictLabel } from '../../verdicts.ts'
import type { Host } from '../../host/host.ts'
import { openPlace } from '../../routes.ts'
import { offerHand, type HandTool } from '../../state/hand.ts'
import { noticeRefusal } from '../../state/notices.ts'
import type { Words } from '../../language/zh.ts'
import { choosePassage, chosenPassage, sayVerdict, tell, unfoldCell, useMoment, verdictNow, writeNote } from './matrix-state.ts'
import type { CellView } from './matrix-view.ts'
import { selectedIn } from './selected-in.ts'

/** A cell with all that an action on it needs. */
export interface CellSubject {
  readonly view: CellView
  readonly theme: string
  readonly column: Column
}

/** What an action reaches besides the cell. */
export interface ActionGround {
  readonly host: Host
  readonly words: Words
  readonly askAgain: (name: 'comparison.build') => Promise<void>
}

/** A person's word on a cell; seen at once, taken back where the library refuses it. */
export async function judge({ view, theme, column }: CellSubject, verdict: Verdict | null, { host, words, askAgain }: ActionGround): Promise<void> {
  const takeBack = sayVerdict(view.key, verdict)
  tell(verdict === null && view.cell.passages.length > 0 ? words.matrixView.present : verdictLabel(verdict, words))
  const reply = await host.call('cells.judge', { reports: [...column.reports], theme, verdict })
  if (reply.ok) await askAgain('comparison.build')
  else noticeRefusal(reply.problem)
  takeBack()
}

/** The next of: not mentioned, in passing, not applicable, to be read; where there are quotations: in passing, or not. */
export function judgeNext(subject: CellSubject, ground: ActionGround): void {
  const { view } = subject
  void judge(subject, verdictAfter(verdictNow(useMoment.getState(), view.key, view.cell), view.cell), ground)
}

/** Opens the quotation that the keys are about; where it is open already, the next one. */
export function openQuotation({ view, theme }: CellSubject, isOpen: (report: string, start: number, end: number) => boolean): void {
  const chosen = chosenPassage(useMoment.getState(), view.key)
  const at = Math.min(chosen, view.passages.length - 1)
  const shown = view.passages[at]?.passage
  const next = shown !== undefined && isOpen(shown.report, shown.start, shown.end) ? (at + 1) % view.passages.length : at
  const passage = view.passages[next]?.passage
  if (passage === undefined) return
  choosePassage(view.key, next)
  openPlace({ report: passage.report, start: passage.start, end: passage.end, theme })
}

/** To the next or the previous quotation within the cell. */
export function stepQuotation({ view }: CellSubject, step: number, { words }: ActionGround): void {
  const count = view.passages.length
  if (count === 0) return
  const next = Math.min(count - 1, Math.max(0, chosenPassage(useMoment.getState(), view.key) + step))
  choosePassage(view.key, next)
  tell(words.matrixView.quotationOf(next + 1, count))
}

/** Edits the note on the quotation that the keys are about (of the cell, where it has none), or begins one. */
export function noteHere({ view }: CellSubject, { another }: { readonly another: boolean }): void {
  const chosen = view.passages[Math.min(chosenPassage(useMoment.getState(), view.key), view.passages.length - 1)]
  const known = chosen === undefined ? view.notes : chosen.notes
  const selected = view.passages.flatMap(({ passage, index }) => {
    const span = selectedIn(passage)
    return span === null ? [] : [{ index, span }]
  })[0]
  unfoldCell(view.key)
  if (selected !== undefined) writeNote({ cell: view.key, passage: selected.index, note: null, span: selected.span })
  else writeNote({ cell: view.key, passage: chosen?.index ?? null, note: another ? null : (known[0]?.id ?? null), span: null })
}

/** The tools of the hand beside the words selected in the cell, or else beside the quotation that the keys are about. */
export function offerQuotation({ view, theme }: CellSubject, tool: HandTool, cell: HTMLElement): void {
  const chosen = view.passages[Math.min(chosenPassage(useMoment.getState(), view.key), view.passages.length - 1)]
  if (chosen === undefined) return
  const { passage, index } = chosen
  const { start, end } = selectedIn(passage) ?? passage
  const shown = (): Element => cell.querySelector(`[data-quotation="${index}"] blockquote`) ?? cell
  offerHand({ report: passage.report, theme, start, end }, { tool, near: () => (cell.isConnected ? shown().getBoundingClientRect() : null) })
}

/** Copies the quotation that the keys are about, or all that the cell shows, each with its citation. */
export async function copyFrom({ view, column }: CellSubject, which: 'quotation' | 'cell', { words }: ActionGround): Promise<void> {
  const chosen = chosenPassage(useMoment.getState(), view.key)
  const passages = which === 'cell' ? view.passages : view.passages.slice(Math.min(chosen, Math.max(0, view.passages.length - 1))).slice(0, 1)
  if (passages.length === 0) return
  const text = passages.map(({ passage }) => citation(passage, column, words)).join('\n')
  try {
    await navigator.clipboard.writeText(text)
    tell(which === 'cell' ? words.matrixView.copiedCell(passages.length) : words.matrixView.copiedOne)
  } catch {
    tell(words.matrixView.copyFailed)
  }
}
