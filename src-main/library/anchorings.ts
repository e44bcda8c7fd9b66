import { createHash } from 'node:crypto'
import { anchorAll } from '#core/annotation/anchor.ts'
import type { Anchor, AnchoredText, Anchoring } from '#core/annotation/annotation.ts'
import { toClean, unpackMap, type OffsetMap } from '#core/text/offset-map.ts'
import type { Span } from '#core/text/span.ts'
import type { StoredAnchor } from './notes.ts'

export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The text of a report, with its map packed. */
export interface KeptText {
  readonly text: string
  readonly map: string
}

/**
 * Where anchors stand in the text of now, in their order. Those of one report are looked at together:
 * two must not land on one place.
 *
 * @param anchors `first`: where each stood at first, if a person has put it elsewhere since
 */
export function anchoringsOn({ text, map }: KeptText, anchors: readonly { readonly kept: StoredAnchor; readonly first: StoredAnchor['made'] }[]): Anchoring[] {
  const now: AnchoredText = { text, hash: textHash(text) }
  let unpacked: OffsetMap | null = null
  const mapOf = (): OffsetMap => (unpacked ??= unpackMap(JSON.parse(map) as number[]))
  return anchorAll(
    now,
    anchors.map(({ kept, first }): Anchor => ({ quote: kept, made: kept.made, first, carried: kept.made?.hash === now.hash ? null : carried(kept, mapOf()) }))
  )
}

/** Where the characters of the source stand now. What was put between them in reading the text counts with them. */
function carried({ sourceSpans }: StoredAnchor, map: OffsetMap): Span | null {
  const spans = sourceSpans.flatMap((span) => toClean(map, span))
  return spans.length === 0 ? null : { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}
