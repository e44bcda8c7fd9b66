import type { RoundStart } from '#core/compare/coded-units.ts'
import type { PersonsCodings } from '#core/report/codings-in-force.ts'
import type { ThemeDecision } from '#core/report/decisions.ts'
import type { Json } from '#core/contract/json.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { Span } from '#core/text/span.ts'
import { currentCoder } from './rounds.ts'
import { codebookIdInUse, themeNow } from './codebooks.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import { spansJson, type Subject } from './subject.ts'
import { veilOver, type Veil } from './veil.ts'

/** A person's decision as it is kept. `quote`: the source's characters that it stands on. */
export interface StoredCoding extends ThemeDecision {
  readonly report: number
  /** Hash of the codebook that the theme is of. */
  readonly codebook: string
  readonly quote: string
  readonly coder: string
  readonly codedAt: string
  /** The coding round it was made in; null: in none. */
  readonly round: number | null
}

/** Stands in the place of a coder where several agreed. */
export const agreement = '合议'

/** Whose hand a coding is of, where no coder sits at the desk. */
export const person = 'person'

interface CodingRow extends Omit<StoredCoding, 'sourceSpans'> {
  readonly id: number
  /** JSON */
  readonly sourceSpans: string
}

/** Key: coding; value: a `StoredCoding`, or null where there is none (any more). */
export const codingSubject: Subject = {
  read: (library, key) => {
    const row = library.get<CodingRow>(
      sql`SELECT id, report_id AS report, codebook, theme, decision, source_spans AS sourceSpans, quote, coder, coded_at AS codedAt, round_id AS round
          FROM person_codings WHERE id = ${Number(key)}`
    )
    return row === undefined ? null : codingJson(codingOf(row)[1])
  },
  write(library, key, value) {
    const id = Number(key)
    const coding = value as (Json & Omit<StoredCoding, 'round'> & Partial<StoredCoding>) | null // what `codingJson` made
    if (coding !== null && !standsOnItsWords(library, coding)) throw onOtherWords(key)
    library.run(sql`DELETE FROM person_codings WHERE id = ${id}`)
    if (coding === null) return
    library.run(
      sql`INSERT INTO person_codings (id, report_id, codebook, theme, decision, source_spans, quote, coder, coded_at, round_id)
          VALUES (${id}, ${coding.report}, ${coding.codebook}, ${coding.theme}, ${coding.decision}, ${JSON.stringify(coding.sourceSpans)},
                  ${coding.quote}, ${coding.coder}, ${coding.codedAt}, ${coding.round ?? null})`
    )
  }
}

/**
 * Another encoding gives the source other characters: the spans of before then lie on words that nobody coded. Where a
 * coding on the same words is there they are the source's, and no text is looked up: a codebook is copied with thousands.
 */
function standsOnItsWords(library: ReadableLibrary, { report, sourceSpans, quote }: Pick<StoredCoding, 'report' | 'sourceSpans' | 'quote'>): boolean {
  const spans = JSON.stringify(sourceSpans)
  if (library.get(sql`SELECT 1 FROM person_codings WHERE report_id = ${report} AND source_spans = ${spans} AND quote = ${quote}`) !== undefined) return true
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

/**
 * Everybody's with themes of a codebook, whether seen or not, in the order in which they were made: for what is shown
 * to nobody. A theme that was merged into another is that one now.
 *
 * @param codebook its id; absent: of that in use; null: of any, under the themes that were named
 */
export function allCodingsOn(library: ReadableLibrary, report: number, codebook: string | null = codebookIdInUse(library)): [id: number, coding: StoredCoding][] {
  const rows = library.all<CodingRow>(
    sql`SELECT p.id, report_id AS report, codebook, theme, decision, source_spans AS sourceSpans, quote, coder, coded_at AS codedAt, round_id AS round
        FROM person_codings p JOIN codebooks c ON c.sha256 = codebook
        WHERE report_id = ${report} AND (${codebook} IS NULL OR c.id = ${codebook}) ORDER BY p.id`
  )
  if (rows.length === 0) return []
  const now = codebook === codebookIdInUse(library) ? themeNow(library) : (theme: string) => theme
  return rows.flatMap((row) => {
    const theme = now(row.theme)
    return theme === null ? [] : [codingOf({ ...row, theme })]
  })
}

/** Those that who sits at the desk sees, in the order in which they were made. */
export function codingsOn(library: ReadableLibrary, report: number): [id: number, coding: StoredCoding][] {
  const veil = veilOver(library, report)
  return allCodingsOn(library, report).filter(([, coding]) => isSeenThrough(coding, veil))
}

export const isSeenThrough = ({ coder, round }: Pick<StoredCoding, 'coder' | 'round'>, veil: Veil | null): boolean => veil === null || (coder === veil.coder && round === veil.round)

/** Person by person, for who sits at the desk, under the codebook in use. */
export const personsCodings = (library: ReadableLibrary, report: number, veil: Veil | null): PersonsCodings[] =>
  personsCodingsBy(library, report, { veil, codebook: codebookIdInUse(library) })

/** The same under any codebook. */
export function personsCodingsBy(library: ReadableLibrary, report: number, { veil, codebook }: { readonly veil: Veil | null; readonly codebook: string }): PersonsCodings[] {
  const seen = allCodingsOn(library, report, codebook).filter(([, coding]) => isSeenThrough(coding, veil))
  const own = veil?.coder ?? currentCoder(library)?.coder ?? person
  const byCoder = Map.groupBy(seen, ([, { coder }]) => coder)
  const silences = veil === null ? silencesOn(library, report, codebook) : new Map<string, PersonsCodings['silence']>()
  return [...new Set([...byCoder.keys(), ...silences.keys()])].map((coder) => ({
    standing: coder === agreement ? 'agreed' : coder === own ? 'own' : 'other',
    silence: silences.get(coder) ?? 'nothing',
    decisions: (byCoder.get(coder) ?? []).map(([, { theme, decision, sourceSpans }]) => ({ theme, decision, sourceSpans }))
  }))
}

/** Who went through the whole report in a round with a codebook, and from what they began: of another's themes it says nothing. */
function silencesOn(library: ReadableLibrary, report: number, codebook: string): Map<string, PersonsCodings['silence']> {
  const rows = library.all<{ coder: string; start: RoundStart }>(
    sql`SELECT coder, start FROM round_done d JOIN coding_rounds c ON c.id = round_id JOIN codebooks b ON b.sha256 = c.codebook
        WHERE report_id = ${report} AND b.id = ${codebook} ORDER BY round_id`
  )
  return new Map(rows.map(({ coder, start }) => [coder, start === 'blank' ? 'rejects' : 'keeps']))
}

/** As plain JSON, as the journal keeps it: without a round where there is none, as before there were any. */
export const codingJson = ({ sourceSpans, round, ...coding }: StoredCoding): Json & Omit<StoredCoding, 'round'> => ({
  ...coding,
  sourceSpans: spansJson(sourceSpans),
  ...(round === null ? {} : { round })
})

function codingOf({ id, sourceSpans, ...row }: CodingRow): [number, StoredCoding] {
  return [id, { ...row, sourceSpans: JSON.parse(sourceSpans) as Span[] }]
}
