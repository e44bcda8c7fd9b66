import type { NoteColor } from '#core/annotation/annotation.ts'
import type { Span } from '#core/text/span.ts'

/** What a stretch of text is marked as. A stretch may carry several marks at once. */
export type MarkKind = 'shared' | 'target' | 'by-hand' | 'hit' | 'place' | 'theme' | 'subject' | 'doubt' | 'note' | `note-${NoteColor}`

/** How the words of a note are marked: in the person's ink, or in the colour of a highlight. */
export const noteMark = (color: NoteColor | null): MarkKind => (color === null ? 'note' : `note-${color}`)

export interface Mark extends Span {
  readonly kind: MarkKind
  /** Said on hover. */
  readonly note?: string
}

/** A stretch whose every character carries the same marks. */
export interface Run extends Span {
  readonly kinds: readonly MarkKind[]
  readonly note: string | undefined
}

/** Cuts `[span.start, span.end)` at the ends of the marks; the runs cover it in order. */
export function runsOf(span: Span, marks: readonly Mark[]): Run[] {
  const inside = marks.filter((mark) => mark.start < span.end && mark.end > span.start)
  if (inside.length === 0) return [{ start: span.start, end: span.end, kinds: [], note: undefined }]
  const cuts = new Set([span.start, span.end])
  for (const { start, end } of inside) {
    if (start > span.start) cuts.add(start)
    if (end < span.end) cuts.add(end)
  }
  const positions = [...cuts].sort((a, b) => a - b)
  return positions.slice(0, -1).map((start, index) => {
    const end = positions[index + 1] ?? span.end
    const here = inside.filter((mark) => mark.start <= start && mark.end >= end)
    const kinds = [...new Set(here.map((mark) => mark.kind))].sort()
    return { start, end, kinds, note: here.find((mark) => mark.note !== undefined)?.note }
  })
}

/** Every occurrence of each phrase, longest phrases first; none overlaps one already taken. */
export function phraseSpans(text: string, phrases: readonly string[]): (Span & { readonly phrase: string })[] {
  const taken: (Span & { readonly phrase: string })[] = []
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    for (let at = text.indexOf(phrase); at >= 0 && phrase !== ''; at = text.indexOf(phrase, at + phrase.length)) {
      const end = at + phrase.length
      if (!taken.some((span) => span.start < end && at < span.end)) taken.push({ start: at, end, phrase })
    }
  }
  return taken.sort((a, b) => a.start - b.start)
}
