import type { LabelStyle } from './outline-labels.ts'
import { openingStart } from './outline-parallel.ts'
import type { OutlineEntry } from './report.ts'

export type Style = LabelStyle | 'heading' | 'annex' | 'parallel-sentence' | 'parallel-part' | 'parallel-clause'

/** A place where an entry begins, before levels are known. */
export interface Mark {
  readonly start: number
  readonly style: Style
  /** As written; '' for headings and parallel items. */
  readonly label: string
  readonly opensParagraph: boolean
  /** Where the entry must end at the latest, where that is known beforehand. */
  readonly limit: number | null
  readonly beginsRun: boolean
}

/** Styles that list points inside a text; the others divide it into parts. */
export const LISTS: ReadonlySet<Style> = new Set<Style>([
  'point',
  'ordinal',
  'sequence',
  'dash',
  'circled',
  'parallel-sentence',
  'parallel-part',
  'parallel-clause'
])

interface OpenEntry {
  readonly mark: Mark
  readonly level: number
  readonly run: number
  end: number
}

/**
 * Gives each mark its level, run, heading and stretch.
 *
 * @param marks in the order of the text, the outer before the inner at one place
 * @param frames places, in order, where the speaker takes the word again and every open list ends
 */
export function nestMarks(text: string, marks: readonly Mark[], frames: readonly number[]): OutlineEntry[] {
  const stack: OpenEntry[] = []
  const entries: OpenEntry[] = []
  const runs = new Map<Style, number>()
  const closeFrom = (depth: number, at: number): void => {
    for (const entry of stack.splice(depth)) entry.end = Math.min(entry.end, at)
  }
  const closeLists = (at: number): void => {
    const list = stack.findIndex((entry) => LISTS.has(entry.mark.style))
    if (list >= 0) closeFrom(list, at)
  }
  let frame = 0
  for (const mark of marks) {
    while (frame < frames.length && frames[frame]! <= mark.start) closeLists(frames[frame++]!)
    const over = stack.findIndex((entry) => entry.end <= mark.start)
    if (over >= 0) closeFrom(over, stack[over]!.end)
    const same = mark.style === 'annex' ? 0 : stack.findIndex((entry) => entry.mark.style === mark.style)
    if (same >= 0) closeFrom(same, mark.start)
    if (mark.beginsRun) runs.set(mark.style, (runs.get(mark.style) ?? 0) + 1)
    const entry = { mark, level: stack.length + 1, run: runs.get(mark.style) ?? 1, end: mark.limit ?? text.length }
    stack.push(entry)
    entries.push(entry)
  }
  while (frame < frames.length) closeLists(frames[frame++]!)
  return entries.map(({ mark, level, run, end }) => ({
    level,
    label: mark.label,
    run,
    heading: headingOf(text, mark),
    start: mark.start,
    end
  }))
}

/** The heading: the rest of a line of its own, else the first sentence or clause after the label. */
function headingOf(text: string, mark: Mark): string {
  const start = skipBlank(text, openingStart(text, skipBlank(text, mark.start + mark.label.length)))
  const stops = mark.opensParagraph && !LISTS.has(mark.style) ? SENTENCE_STOPS : CLAUSE_STOPS
  let end = start
  while (end < text.length && !stops.has(text[end]!)) end++
  return text.slice(start, end).trimEnd()
}

const SENTENCE_STOPS = new Set('。！？；：\n')
const CLAUSE_STOPS = new Set('。！？；：，,;:\n')

function skipBlank(text: string, at: number): number {
  let next = at
  while (text[next] === ' ' || text[next] === '　') next++
  return next
}
