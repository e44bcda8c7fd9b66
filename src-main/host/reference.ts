import { createHash } from 'node:crypto'
import type { Codebook } from '#core/codebook/codebook.ts'
import { compileCodebook } from '#core/codebook/compile.ts'
import { decisiveParts } from '#core/codebook/decisive.ts'
import type { CodebookStamp } from '#core/compare/comparison.ts'
import { buildGazetteer, type Gazetteer } from '#core/places/gazetteer.ts'
import type { ReadingContext } from '#core/report/read-reports.ts'
import civilAffairs from '../../resources/codebook.civil-affairs.json' with { type: 'json' }
import type { StoredCodebook } from '../library/codebooks.ts'
import { canonicalJson } from './canonical-json.ts'
import { divisions } from './divisions.ts'

/** What readings rest on and the program brings along: the default codebook and the table of divisions. */

// `npm test` validates the file against its schema; the compiler checks its shape here
export const defaultCodebook: Codebook = civilAffairs as Codebook

let gazetteer: Gazetteer | null = null
let defaultContext: ReadingContext | null = null

/** The context of a reading with the default codebook; made once, in some 30 ms. */
export function referenceContext(): ReadingContext {
  defaultContext ??= readingContext(defaultCodebook)
  return defaultContext
}

/** The context of a reading with a codebook of the user's. */
export function readingContext(codebook: Codebook): ReadingContext {
  gazetteer ??= buildGazetteer(divisions)
  return { codebook: compileCodebook(codebook), gazetteer }
}

/** Identity of a codebook: the hash is of its canonical JSON (keys sorted, no white space). */
export function codebookStamp(codebook: Codebook): CodebookStamp {
  return { id: codebook.id, version: codebook.version, sha256: hashOf(codebook) }
}

/** As a library keeps it. */
export const storedForm = (codebook: Codebook): StoredCodebook => ({
  ...codebookStamp(codebook),
  definition: JSON.stringify(codebook),
  reading: hashOf(decisiveParts(codebook))
})

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')
