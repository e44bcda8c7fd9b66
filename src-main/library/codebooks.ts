import type { CodebookStamp } from '#core/compare/comparison.ts'
import type { Codebook } from '#core/codebook/codebook.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

export interface StoredCodebook extends CodebookStamp {
  /** Its JSON. */
  readonly definition: string
}

/** Keeps a codebook that readings of this library are from; a known one is left as it is. */
export function keepCodebook(library: WritableLibrary, { sha256, id, version, definition }: StoredCodebook): void {
  library.run(
    sql`INSERT INTO codebooks (sha256, id, version, definition) VALUES (${sha256}, ${id}, ${version}, ${definition}) ON CONFLICT DO NOTHING`
  )
}

/** The codebook of this hash, which something in the library refers to. */
export function codebookNamed(library: ReadableLibrary, sha256: string): Codebook {
  const { definition } = library.get<{ definition: string }>(sql`SELECT definition FROM codebooks WHERE sha256 = ${sha256}`)!
  return JSON.parse(definition) as Codebook // it was checked before it was kept
}
