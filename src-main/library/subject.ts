import type { Json } from '#core/contract/json.ts'
import type { Span } from '#core/text/span.ts'
import type { ReadableLibrary, WritableLibrary } from './sql.ts'

/**
 * One kind of thing that a person can set: it is read and written by key, so that the journal can
 * put back whatever stood there. Law: after `write(key, value)`, `read(key)` is `value`.
 */
export interface Subject {
  read(library: ReadableLibrary, key: string): Json
  /** @throws Refusal where the value cannot stand there */
  write(library: WritableLibrary, key: string, value: Json): void
}

/** `12:养老` → 12 and `养老`. */
export function splitKey(key: string): [id: number, rest: string] {
  const colon = key.indexOf(':')
  return colon === -1 ? [Number(key), ''] : [Number(key.slice(0, colon)), key.slice(colon + 1)]
}

/** Spans as plain JSON: nothing that a span may carry besides. */
export const spansJson = (spans: readonly Span[]) => spans.map(({ start, end }): { start: number; end: number } => ({ start, end }))
