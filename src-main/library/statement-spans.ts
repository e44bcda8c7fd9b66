import { statementRows, type StatementRow } from '#core/report/packed-report.ts'
import type { Report, StatementKind } from '#core/report/report.ts'
import { readingInUse } from './codebooks.ts'
import { readReport } from './reports.ts'
import { sql, type ReadableLibrary } from './sql.ts'

interface Wanted {
  /** An empty list: of any. */
  readonly themes: readonly string[]
  readonly kinds: readonly StatementKind[]
}

/** Where the statements of some themes and kinds stand, report by report, a person's codings in force. */
export class StatementSpans {
  readonly #read: ReadableLibrary
  readonly #wanted: Wanted
  /** Starts and ends in turn, touching statements as one. */
  readonly #spans = new Map<number, Int32Array>()

  constructor(read: ReadableLibrary, wanted: Wanted) {
    this.#read = read
    this.#wanted = wanted
  }

  /** Reads what is not yet known of these reports. */
  read(reports: readonly number[]): void {
    const missing = reports.filter((id) => !this.#spans.has(id))
    if (missing.length === 0) return
    const ids = JSON.stringify(missing)
    const coded = new Set(
      this.#read.all<{ id: number }>(sql`SELECT report_id AS id FROM person_codings WHERE report_id IN (SELECT value FROM json_each(${ids}))
          UNION SELECT report_id FROM reading_words WHERE part = 'kind' AND report_id IN (SELECT value FROM json_each(${ids}))
          UNION SELECT report_id FROM round_reports WHERE report_id IN (SELECT value FROM json_each(${ids}))`).map(({ id }) => id)
    )
    const rows = this.#read.all<{ id: number; statements: string }>(
      sql`SELECT report_id AS id, statements FROM machine_codings WHERE report_id IN (SELECT value FROM json_each(${ids})) AND reading = ${readingInUse(this.#read)}`
    )
    for (const { id, statements } of rows) {
      this.#spans.set(id, this.#spansOf(coded.has(id) ? rowsOf(readReport(this.#read, id)!.report) : statementRows(statements)))
    }
  }

  /** Whether a position of a report that was read lies in one of them. */
  have(report: number, position: number): boolean {
    const spans = this.#spans.get(report)
    if (spans === undefined) return false
    let [low, high] = [0, spans.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (spans[middle]! <= position) low = middle + 1
      else high = middle
    }
    return low % 2 === 1
  }

  #spansOf(statements: readonly StatementRow[]): Int32Array {
    const { themes, kinds } = this.#wanted
    const flat: number[] = []
    for (const { start, end, kind, themes: own } of statements) {
      if (kinds.length > 0 && !kinds.includes(kind)) continue
      if (themes.length > 0 && !own.some((id) => themes.includes(id))) continue
      if (flat.at(-1) === start) flat[flat.length - 1] = end
      else flat.push(start, end)
    }
    return Int32Array.from(flat)
  }
}

const rowsOf = ({ statements }: Report): StatementRow[] =>
  statements.map(({ start, end, kind, themes }) => ({ start, end, kind, themes: themes.map(({ id }) => id) }))
