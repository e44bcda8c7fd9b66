import type { ThemeDecision } from '#core/report/decisions.ts'
import type { Json } from '#core/contract/json.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { Span } from '#core/text/span.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { spansJson, type Subject } from './subject.ts'

/** A person's decision as it is kept. `quote`: the source's characters that it stands on. */
export interface StoredCoding extends ThemeDecision {
  readonly report: number
  /** Hash of the codebook that the theme is of. */
  readonly codebook: string
  readonly quote: string
  readonly coder: string
  readonly codedAt: string
}

interface CodingRow extends Omit<StoredCoding, 'sourceSpans'> {
  readonly id: number
  /** JSON */
  readonly sourceSpans: string
}

/** Key: coding; value: a `StoredCoding`, or null where there is none (any more). */
export const codingSubject: Subject = {
  read: (library, key) => {
    const row = library.get<CodingRow>(
      sql`SELECT id, report_id AS report, codebook, theme, decision, source_spans AS sourceSpans, quote, coder, coded_at AS codedAt
          FROM person_codings WHERE id = ${Number(key)}`
    )
    return row === undefined ? null : codingJson(codingOf(row)[1])
  },
  write(library, key, value) {
    const id = Number(key)
    const coding = value as (Json & StoredCoding) | null // what `read` gave, or the host made
    if (coding !== null && !standsOnItsWords(library, coding)) throw onOtherWords(key)
    library.run(sql`DELETE FROM person_codings WHERE id = ${id}`)
    if (coding === null) return
    library.run(
      sql`INSERT INTO person_codings (id, report_id, codebook, theme, decision, source_spans, quote, coder, coded_at)
          VALUES (${id}, ${coding.report}, ${coding.codebook}, ${coding.theme}, ${coding.decision}, ${JSON.stringify(coding.sourceSpans)},
                  ${coding.quote}, ${coding.coder}, ${coding.codedAt})`
    )
  }
}

/** Another encoding gives the source other characters: the spans of before then lie on words that nobody coded. */
function standsOnItsWords(library: ReadableLibrary, { report, sourceSpans, quote }: StoredCoding): boolean {
  const row = library.get<{ text: string }>(sql`SELECT text FROM sources WHERE id = (SELECT source_id FROM reports WHERE id = ${report})`)
  return row === undefined || quotedAt(row.text, sourceSpans) === quote // of a report that is gone the library itself says so
}

/** The characters of a source that spans of it stand on. */
export const quotedAt = (text: string, spans: readonly Span[]): string => spans.map(({ start, end }) => text.slice(start, end)).join('')

const onOtherWords = (place: string): Refusal =>
  new Refusal({
    kind: 'other-words',
    message: {
      zh: '这个文件的文字已换了读法，编码原来的位置上是别的字，因此没有改动。',
      en: 'This file is read otherwise now, and other words stand where that coding stood, so nothing was changed.'
    },
    place
  })

/** In the order in which they were made. */
export function codingsOn(library: ReadableLibrary, report: number): [id: number, coding: StoredCoding][] {
  return library
    .all<CodingRow>(
      sql`SELECT id, report_id AS report, codebook, theme, decision, source_spans AS sourceSpans, quote, coder, coded_at AS codedAt
          FROM person_codings WHERE report_id = ${report} ORDER BY id`
    )
    .map(codingOf)
}

/** In the order in which they were made. */
export const decisionsOn = (library: ReadableLibrary, report: number): ThemeDecision[] =>
  codingsOn(library, report).map(([, { theme, decision, sourceSpans }]) => ({ theme, decision, sourceSpans }))

/** As plain JSON, as the journal keeps it. */
export const codingJson = ({ sourceSpans, ...coding }: StoredCoding): Json & StoredCoding => ({
  ...coding,
  sourceSpans: spansJson(sourceSpans)
})

function codingOf({ id, sourceSpans, ...row }: CodingRow): [number, StoredCoding] {
  return [id, { ...row, sourceSpans: JSON.parse(sourceSpans) as Span[] }]
}

/** Hash of the codebook that a report is read with. */
export const codebookOf = (library: ReadableLibrary, report: number): string =>
  library.get<{ codebook: string }>(sql`SELECT codebook FROM machine_codings WHERE report_id = ${report}`)!.codebook // every report has its codings
