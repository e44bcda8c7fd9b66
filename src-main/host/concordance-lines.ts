import { memberOf } from '#core/compare/columns.ts'
import { countReport, placeOf, type CountedReport } from '#core/compare/passages.ts'
import type { ConcordanceLine } from '#core/contract/search-calls.ts'
import type { SearchedPart } from '#core/contract/searched-parts.ts'
import type { CitedLine } from '#core/table/concordance-table.ts'
import type { Span } from '#core/text/span.ts'
import { contextAround } from '../library/search.ts'
import { readNote } from '../library/notes.ts'
import { sql, type ReadableLibrary } from '../library/sql.ts'
import { comparedReports } from './comparisons.ts'
import type { FoundPlace } from './concordance.ts'
import { placedNote } from './note-places.ts'

interface LineForm {
  readonly part: SearchedPart
  /** Characters on either side. */
  readonly width: number
}

/** Found places as they are shown: the words as written, what stands around them, and where they lead. */
export function linesOf(read: ReadableLibrary, places: readonly FoundPlace[], { part, width }: LineForm): ConcordanceLine[] {
  const texts = new Map<number, string>()
  return places.map(({ id, report, span }) => {
    const text = texts.get(id) ?? searchedText(read, id, part)
    texts.set(id, text)
    const { before, hit, after } = contextAround(text, span, width)
    return {
      report: String(report),
      note: part === 'note' ? String(id) : null,
      ...span,
      left: before,
      hit,
      right: after,
      paragraph: part === 'text' ? paragraphOf(text, span.start) : null,
      place: part === 'text' ? span : part === 'note' ? placeOfNote(read, id, report) : { start: 0, end: 0 }
    }
  })
}

/** Found places with report and place in the original. One after the other: the report read last is kept. */
export class Citing {
  readonly #read: ReadableLibrary
  #counted: CountedReport | null = null

  constructor(read: ReadableLibrary) {
    this.#read = read
  }

  line({ id, report, span }: FoundPlace, { part, width }: LineForm): CitedLine {
    const counted = this.#report(String(report))
    const text = part === 'text' ? counted.report.text : searchedText(this.#read, id, part)
    const { before, hit, after } = contextAround(text, span, width)
    const place = part === 'text' ? placeOf(counted, span, span.end - 1) : null
    return { ...span, part, report: memberOf(counted), place, left: before, hit, right: after }
  }

  #report(id: string): CountedReport {
    if (this.#counted?.id !== id) this.#counted = countReport(comparedReports(this.#read, [id])[0]!) // one id, one report
    return this.#counted
  }
}

function searchedText(read: ReadableLibrary, id: number, part: SearchedPart): string {
  if (part === 'note') return readNote(read, id)?.body ?? ''
  const row =
    part === 'text'
      ? read.get<{ text: string }>(sql`SELECT text FROM reports WHERE id = ${id}`)
      : read.get<{ text: string }>(sql`SELECT coalesce(title_text, '') AS text FROM reports WHERE id = ${id}`)
  return row?.text ?? ''
}

const placeOfNote = (read: ReadableLibrary, id: number, report: number): Span => placedNote(read, id, report)?.place ?? { start: 0, end: 0 }

/** Paragraphs of a reading text are its lines. */
export function paragraphOf(text: string, position: number): number {
  let number = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < position; at = text.indexOf('\n', at + 1)) number++
  return number
}
