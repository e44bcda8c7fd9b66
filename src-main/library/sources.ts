import type { KeptArrangement } from '#core/arrangement/arrangement.ts'
import type { FileOutcome } from '#core/contract/calls.ts'
import type { TracedText } from '#core/source/article.ts'
import { unpackSource } from '#core/source/packed-layout.ts'
import type { Source } from '#core/source/source.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

export interface NewSource {
  readonly sha256: string
  readonly fileName: string
  readonly mediaType: string
  readonly encoding: string | null
  readonly bytes: Uint8Array
  readonly text: string
  /** The folders it lay in, below what the person gave, outermost first. */
  readonly folders: readonly string[]
  /** `packLayout`, or null for plain lines. */
  readonly layout: string | null
  /** What a person chose for its reading. */
  readonly choices: ReadingChoices
  /** JSON of the reader's warnings. */
  readonly warnings: string
  /** JSON of `TracedText[]`. */
  readonly leftOver: string
  readonly readBy: string
  /** sha256 of the codebook in use when it was read. */
  readonly codebook: string
  readonly importedAt: string
}

/** What a person may choose where the bytes do not tell for certain. */
export interface ReadingChoices {
  readonly encoding?: string
  /** How the file divides into reports, where the machine had it wrong. */
  readonly articles?: KeptArrangement
  readonly columns?: { readonly text: string; readonly title: string | null; readonly province: string | null; readonly date: string | null }
}

/** @returns the source's id */
export function addSource(library: WritableLibrary, source: NewSource): number {
  return library.run(
    sql`INSERT INTO sources (sha256, file_name, media_type, encoding, bytes, text, warnings, left_over, read_by, codebook, imported_at,
                             folders, layout, choices)
        VALUES (${source.sha256}, ${source.fileName}, ${source.mediaType}, ${source.encoding}, ${source.bytes}, ${source.text},
                ${source.warnings}, ${source.leftOver}, ${source.readBy}, ${source.codebook}, ${source.importedAt},
                ${JSON.stringify(source.folders)}, ${source.layout}, ${JSON.stringify(source.choices)})`
  ).id
}

/** The hashes of all files that are in the library. */
export function knownHashes(library: ReadableLibrary): string[] {
  return library.all<{ sha256: string }>(sql`SELECT sha256 FROM sources`).map((row) => row.sha256)
}

/** The ids of the reports of a file that is there already, or null. */
export function reportsOfHash(library: ReadableLibrary, sha256: string): number[] | null {
  const source = sourceOfHash(library, sha256)
  return source === null ? null : reportsOfSource(library, source)
}

export const sourceOfHash = (library: ReadableLibrary, sha256: string): number | null =>
  library.get<{ id: number }>(sql`SELECT id FROM sources WHERE sha256 = ${sha256}`)?.id ?? null

export function reportsOfSource(library: ReadableLibrary, source: number): number[] {
  return library
    .all<{ id: number }>(sql`SELECT id FROM reports WHERE source_id = ${source} ORDER BY position`)
    .map((row) => row.id)
}

export interface StoredSource {
  readonly id: number
  readonly sha256: string
  readonly mediaType: string
  readonly encoding: string | null
  /** Text and lines, as the reader gave them. */
  readonly source: Source
  readonly layout: string | null
  readonly warnings: FileOutcome['warnings']
  readonly leftOver: readonly TracedText[]
}

type SourceRow = Omit<StoredSource, 'source' | 'warnings' | 'leftOver'> & Record<'fileName' | 'folders' | 'text' | 'warnings' | 'leftOver', string>

export function readSource(library: ReadableLibrary, id: number): StoredSource | null {
  const row = library.get<SourceRow>(
    sql`SELECT id, file_name AS fileName, folders, sha256, media_type AS mediaType, encoding, text, layout, warnings, left_over AS leftOver
        FROM sources WHERE id = ${id}`
  )
  if (row === undefined) return null
  const { fileName, folders, text, warnings, leftOver, ...own } = row
  return {
    ...own,
    source: { ...unpackSource(text, fileName, row.layout), folders: JSON.parse(folders) as string[] },
    warnings: JSON.parse(warnings) as FileOutcome['warnings'],
    leftOver: JSON.parse(leftOver) as TracedText[]
  }
}

/** File names by source. */
export const sourceNames = (library: ReadableLibrary): Map<number, string> =>
  new Map(library.all<{ id: number; fileName: string }>(sql`SELECT id, file_name AS fileName FROM sources`).map(({ id, fileName }) => [id, fileName]))

/** The text alone of a source that is there: no lines, no warnings unpacked. */
export const sourceText = (library: ReadableLibrary, id: number): string => library.get<{ text: string }>(sql`SELECT text FROM sources WHERE id = ${id}`)!.text

/** The bytes of a file as they came, with what is needed to read them again. */
export interface StoredFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fileName: string
  readonly folders: readonly string[]
}

export function readFile(library: ReadableLibrary, id: number): StoredFile | null {
  const row = library.get<{ bytes: Uint8Array; mediaType: string; fileName: string; folders: string }>(
    sql`SELECT bytes, media_type AS mediaType, file_name AS fileName, folders FROM sources WHERE id = ${id}`
  )
  if (row === undefined) return null
  return { ...row, folders: JSON.parse(row.folders) as string[] }
}

/** What a person chose for the reading of a source, or null where there is no such source. */
export function readChoices(library: ReadableLibrary, id: number): ReadingChoices | null {
  const row = library.get<{ choices: string }>(sql`SELECT choices FROM sources WHERE id = ${id}`)
  return row === undefined ? null : (JSON.parse(row.choices) as ReadingChoices)
}

/** The text stays, and is divided otherwise. */
export function keepChoices(library: WritableLibrary, id: number, choices: ReadingChoices): void {
  library.run(sql`UPDATE sources SET choices = ${JSON.stringify(choices)} WHERE id = ${id}`)
}

/** Whether a person has coded characters of this source. */
export function hasPersonCodings(library: ReadableLibrary, id: number): boolean {
  const row = library.get<{ found: number }>(
    sql`SELECT EXISTS (SELECT 1 FROM person_codings JOIN reports r ON r.id = report_id WHERE r.source_id = ${id}) AS found`
  )
  return row?.found === 1
}

/** What another reading of the same bytes made of them. */
export type Rereading = Pick<NewSource, 'encoding' | 'text' | 'layout' | 'warnings' | 'choices'>

/** Puts another text in the place of a source's: its bytes were read by another encoding. Its reports are to be replaced in the same transaction. */
export function replaceText(library: WritableLibrary, id: number, by: Rereading): void {
  const { changes } = library.run(
    sql`UPDATE sources SET encoding = ${by.encoding}, text = ${by.text}, layout = ${by.layout}, warnings = ${by.warnings},
               choices = ${JSON.stringify(by.choices)} WHERE id = ${id}`
  )
  if (changes !== 1) throw new Error(`No source ${id}`)
}

/** Whether the reports of a source are of this reader. */
export function isReadBy(library: ReadableLibrary, id: number, readBy: string): boolean {
  return library.get(sql`SELECT 1 FROM sources WHERE id = ${id} AND read_by = ${readBy}`) !== undefined
}

/** The sources whose reports another reader made, oldest first. */
export const sourcesToReadAgain = (library: ReadableLibrary, readBy: string): number[] =>
  library.all<{ id: number }>(sql`SELECT id FROM sources WHERE read_by <> ${readBy} ORDER BY id`).map(({ id }) => id)
