import type { KeyboardEvent } from 'react'
import type { Report } from '#core/report/report.ts'
import type { Span } from '#core/text/span.ts'
import { openPlace, type Place } from '../../routes.ts'
import { pointedSpan } from '../../text-view/pointed-span.ts'
import type { HandTool } from '../../state/hand.ts'
import { endPlacing, placingNow } from '../../state/placing.ts'
import { usePreferences } from '../../state/preferences.ts'
import type { SheetNotes } from './sheet-notes.ts'

interface TextGround {
  readonly report: Report
  readonly place: Place
  /** Of the place's theme in this report, in order. */
  readonly passages: readonly Span[]
  readonly notes: SheetNotes
  readonly onThemes: () => void
}

/** From passage to passage of the theme, around the end. */
export function stepPassage(step: number, place: Place, passages: readonly Span[]): void {
  const at = passages.findIndex((passage) => passage.start <= place.start && place.start < passage.end)
  const next = passages[(at + step + passages.length) % passages.length]
  if (next !== undefined) openPlace({ ...place, start: next.start, end: next.end })
}

/** J and K go along the passages of the theme, Alt with the arrows along the sentences; N writes a note, H highlights, G tags, L links, R puts right what is read there, P puts a note down that is being placed, T opens the themes of the place; Esc puts the tools away before it closes the source. */
export function onTextKey(event: KeyboardEvent, { report, place, passages, notes, onThemes }: TextGround): void {
  const { key, altKey, ctrlKey, metaKey, target } = event
  // a menu of the tools is theirs for React, but not on the page
  if (target instanceof Node && !event.currentTarget.contains(target)) return
  if (ctrlKey || metaKey || (target instanceof Element && target.closest('textarea, input, select, button, summary') !== null)) return
  if (altKey) {
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    stepStatement(step, report, place)
    return
  }
  switch (key.toLowerCase()) {
    case 'j':
      stepPassage(1, place, passages)
      break
    case 'k':
      stepPassage(-1, place, passages)
      break
    case 't':
      onThemes()
      break
    case 'n':
      notes.write(null, selectedOr(place))
      break
    case 'h':
      highlight(selectedOr(place), place, notes)
      break
    case 'g':
      offerTool('tag', place, notes)
      break
    case 'r':
      offerTool('reading', place, notes)
      break
    case 'l':
      offerTool('link', place, notes)
      break
    case 'escape':
      if (notes.offered === null) return
      notes.offer(null)
      break
    case 'p':
      if (!putDown(place, notes)) return
      break
    default:
      return
  }
  event.preventDefault()
}

/** What is selected becomes the place, and the tools lie beside it. */
function offerTool(tool: HandTool, place: Place, { offer }: SheetNotes): void {
  const span = selectedOr(place)
  const { report, theme } = place
  if (span.end > span.start) openPlace({ report, start: span.start, end: span.end, theme })
  offer(span, tool)
}

/** In the colour of last time. */
function highlight(span: Span, { report, theme }: Place, { mark }: SheetNotes): void {
  if (span.end > span.start) mark({ report, theme, span, color: usePreferences.getState().highlight, tags: [] })
}

/** Puts the note that is being placed on the words chosen here. @returns whether there was one, and words for it */
export function putDown(place: Place, { place: put, offer }: SheetNotes): boolean {
  const placing = placingNow()
  const { start, end } = selectedOr(place)
  if (placing?.report !== place.report || end <= start) return false
  put(placing.note, { start, end })
  endPlacing()
  offer(null)
  return true
}

function selectedOr(place: Place): Span {
  const pointed = pointedSpan()
  return pointed !== null && pointed.end > pointed.start ? pointed : place
}

function stepStatement(step: number, { statements }: Report, place: Place): void {
  const at = statements.findIndex((statement) => statement.start <= place.start && place.start < statement.end)
  const next = statements[Math.min(statements.length - 1, Math.max(0, at + step))]
  if (next !== undefined) openPlace({ report: place.report, start: next.start, end: next.end, theme: place.theme })
}

/** Left and right along the strip of themes. */
export function onStructureKey(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0 || event.altKey || event.ctrlKey) return
  const parts = [...event.currentTarget.querySelectorAll('button')]
  const next = parts[parts.findIndex((part) => part === event.target) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
