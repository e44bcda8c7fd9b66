import type { CodebookStamp } from '#core/compare/comparison.ts'
import { sql, type WritableLibrary } from './sql.ts'

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
