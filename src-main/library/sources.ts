import type { TracedText } from '#core/source/article.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

export interface NewSource {
  readonly sha256: string
  readonly fileName: string
  readonly mediaType: string
  readonly encoding: string | null
  readonly bytes: Uint8Array
  readonly text: string
  /** JSON of the reader's warnings. */
  readonly warnings: string
  /** JSON of `TracedText[]`. */
  readonly leftOver: string
  readonly readBy: string
  /** sha256 of the codebook its reports are coded by. */
  readonly codebook: string
  readonly importedAt: string
}

/** @returns the source's id */
export function addSource(library: WritableLibrary, source: NewSource): number {
  return library.run(
    sql`INSERT INTO sources (sha256, file_name, media_type, encoding, bytes, text, warnings, left_over, read_by, codebook, imported_at)
        VALUES (${source.sha256}, ${source.fileName}, ${source.mediaType}, ${source.encoding}, ${source.bytes}, ${source.text},
                ${source.warnings}, ${source.leftOver}, ${source.readBy}, ${source.codebook}, ${source.importedAt})`
  ).id
}

/** The hashes of all files that are in the library. */
export function knownHashes(library: ReadableLibrary): string[] {
  return library.all<{ sha256: string }>(sql`SELECT sha256 FROM sources`).map((row) => row.sha256)
}

/** The ids of the reports of a file that is there already, or null. */
export function reportsOfHash(library: ReadableLibrary, sha256: string): number[] | null {
  const source = library.get<{ id: number }>(sql`SELECT id FROM sources WHERE sha256 = ${sha256}`)
  return source === undefined ? null : reportsOfSource(library, source.id)
}

export function reportsOfSource(library: ReadableLibrary, source: number): number[] {
  return library
    .all<{ id: number }>(sql`SELECT id FROM reports WHERE source_id = ${source} ORDER BY position`)
    .map((row) => row.id)
}

export interface StoredSource {
  readonly id: number
  readonly fileName: string
  readonly sha256: string
  readonly encoding: string | null
  readonly text: string
  readonly leftOver: readonly TracedText[]
}

export function readSource(library: ReadableLibrary, id: number): StoredSource | null {
  const row = library.get<Omit<StoredSource, 'leftOver'> & { leftOver: string }>(
    sql`SELECT id, file_name AS fileName, sha256, encoding, text, left_over AS leftOver FROM sources WHERE id = ${id}`
  )
  return row === undefined ? null : { ...row, leftOver: JSON.parse(row.leftOver) as TracedText[] }
}

/** The sources whose reports another reader or another codebook made, oldest first. */
export function sourcesToReadAgain(library: ReadableLibrary, by: { readBy: string; codebook: string }): number[] {
  return library
    .all<{ id: number }>(
      sql`SELECT id FROM sources WHERE read_by <> ${by.readBy} OR codebook <> ${by.codebook} ORDER BY id`
    )
    .map((row) => row.id)
}
