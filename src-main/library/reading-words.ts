import { settledPlace } from '#core/annotation/annotation.ts'
import type { Json } from '#core/contract/json.ts'
import type { ReadingPart, ReadingWord, Said } from '#core/report/reading-words.ts'
import type { Span } from '#core/text/span.ts'
import { anchoringsOn, type KeptText } from './anchorings.ts'
import { anchorJson, type StoredAnchor } from './notes.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'

/** A person's word on what the program reads inside a text, as it is kept: anchored as a note is. */
export type StoredWord = Said & {
  readonly report: number
  readonly anchor: StoredAnchor & { readonly made: NonNullable<StoredAnchor['made']> }
  readonly by: string
  readonly at: string
}

interface WordRow {
  readonly id: number
  readonly report: number
  readonly part: ReadingPart
  /** JSON, as is that below */
  readonly value: string
  readonly sourceSpans: string
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly hash: string
  readonly start: number
  readonly end: number
  readonly by: string
  readonly at: string
}

/** Key: word; value: a `StoredWord`, or null where there is none (any more). */
export const readingWordSubject: Subject = {
  read(library, key) {
    const word = readingWord(library, Number(key))
    return word === null ? null : wordJson(word)
  },
  write(library, key, value) {
    const id = Number(key)
    library.run(sql`DELETE FROM reading_words WHERE id = ${id}`)
    if (value === null) return
    const { report, part, value: said, anchor, by, at } = value as unknown as StoredWord // what `wordJson` made
    const { hash, position } = anchor.made
    library.run(
      sql`INSERT INTO reading_words (id, report_id, part, value, source_spans, exact, prefix, suffix, text_sha256, text_start, text_end, said_by, said_at)
          VALUES (${id}, ${report}, ${part}, ${JSON.stringify(said)}, ${JSON.stringify(anchor.sourceSpans)}, ${anchor.exact}, ${anchor.prefix}, ${anchor.suffix},
                  ${hash}, ${position.start}, ${position.end}, ${by}, ${at})`
    )
  }
}

/** As plain JSON, as the journal keeps it. */
export const wordJson = ({ report, part, value, anchor, by, at }: StoredWord): Json => ({
  report, part, value: typeof value === 'object' && value !== null ? { ...value } : value, anchor: anchorJson(anchor), by, at
})

export function readingWord(library: ReadableLibrary, id: number): StoredWord | null {
  const row = library.get<WordRow>(
    sql`SELECT id, report_id AS report, part, value, source_spans AS sourceSpans, exact, prefix, suffix, text_sha256 AS hash,
               text_start AS start, text_end AS "end", said_by AS "by", said_at AS "at" FROM reading_words WHERE id = ${id}`
  )
  return row === undefined ? null : wordOf(row)[1]
}

/** In the order in which they were said. */
function wordsOn(library: ReadableLibrary, report: number): [id: number, word: StoredWord][] {
  return library
    .all<WordRow>(
      sql`SELECT id, report_id AS report, part, value, source_spans AS sourceSpans, exact, prefix, suffix, text_sha256 AS hash,
                 text_start AS start, text_end AS "end", said_by AS "by", said_at AS "at" FROM reading_words WHERE report_id = ${report} ORDER BY id`
    )
    .map(wordOf)
}

/** A word with its place in the text of now; null where its words are not there any more, or may stand in several places. */
export type PlacedWord = StoredWord & { readonly id: number; readonly place: Span | null }

/** In the order in which they were said. Those of one report are looked for together: two must not come to hold for one place. */
export function placedWords(library: ReadableLibrary, report: number, text: KeptText): PlacedWord[] {
  const words = wordsOn(library, report)
  if (words.length === 0) return []
  const anchorings = anchoringsOn(text, words.map(([, { anchor }]) => ({ kept: anchor, first: anchor.made })))
  return words.map(([id, word], n) => ({ ...word, id, place: settledPlace(anchorings[n]!) }))
}

/** Those that hold. */
export const wordsInForce = (words: readonly PlacedWord[]): ReadingWord[] => words.flatMap(({ place, ...word }) => (place === null ? [] : [{ ...word, place }]))

/** Those of these reports of which a person has said something of these parts. */
export function reportsWithWords(library: ReadableLibrary, reports: readonly number[], parts: readonly ReadingPart[]): Set<number> {
  const rows = library.all<{ id: number }>(
    sql`SELECT DISTINCT report_id AS id FROM reading_words
        WHERE report_id IN (SELECT value FROM json_each(${JSON.stringify(reports)})) AND part IN (SELECT value FROM json_each(${JSON.stringify(parts)}))`
  )
  return new Set(rows.map(({ id }) => id))
}

function wordOf({ id, report, part, value, sourceSpans, exact, prefix, suffix, hash, start, end, by, at }: WordRow): [number, StoredWord] {
  const said = { part, value: JSON.parse(value) as Said['value'] } as Said // `write` keeps none but whole ones
  return [id, { ...said, report, anchor: { exact, prefix, suffix, sourceSpans: JSON.parse(sourceSpans) as Span[], made: { hash, position: { start, end } } }, by, at }]
}
