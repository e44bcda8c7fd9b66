/** A half-open range of UTF-16 code units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export const spanLength = (s: Span): number => s.end - s.start

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

export const shift = (s: Span, by: number): Span => ({ start: s.start + by, end: s.end + by })

export const slice = (text: string, s: Span): string => text.slice(s.start, s.end)

/** Sorted, disjoint spans that cover the same positions; touching spans become one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const sorted = [...spans].filter((s) => s.end > s.start).sort((a, b) => a.start - b.start)
  const merged: Span[] = []
  for (const s of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && s.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, s.end) }
    } else {
      merged.push(s)
    }
  }
  return merged
}

/** What is left of spans where others cover them, in order. @param covers sorted and disjoint, as `mergeSpans` gives them */
export function withoutSpans(spans: readonly Span[], covers: readonly Span[]): Span[] {
  return spans.flatMap((span) => {
    const left: Span[] = []
    let { start } = span
    for (const cover of covers) {
      if (!overlaps(cover, span)) continue
      if (cover.start > start) left.push({ start, end: cover.start })
      start = Math.max(start, cover.end)
    }
    if (start < span.end) left.push({ start, end: span.end })
    return left
  })
}
