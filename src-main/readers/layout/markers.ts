import { middleV, sharedV } from './area.ts'
import { joined, type Segment } from './segments.ts'

/** In sizes of the type: from the number of an item to its text. */
const WIDEST = 2.5

const MARKER = /^(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,4})[）).．、]|[①-⑳⑴-⒇●■◆○□◇▪•·])$/
/** Vertical lines set the number apart and nothing after it. */
const BARE = /^[一二三四五六七八九十]{1,4}$/

/** Joins the number or the dot of an item to the text of its line, from which a blank sets it apart. */
export function withMarkers(segments: readonly Segment[], isVertical: boolean): Segment[] {
  const isMarker = ({ words, characters }: Segment) => {
    const text = characters <= 5 ? words.map((word) => word.text).join('') : ''
    return MARKER.test(text) || (isVertical && BARE.test(text))
  }
  const markers = segments.filter(isMarker)
  if (markers.length === 0) return [...segments]
  const others = segments.filter((segment) => !isMarker(segment)).sort((a, b) => middleV(a) - middleV(b))
  const heads = new Map<Segment, Segment>()
  for (const marker of markers) {
    const text = textBehind(marker, others)
    if (text !== null && !heads.has(text)) heads.set(text, marker)
  }
  const gone = new Set(heads.values())
  return segments.flatMap((segment) => {
    const head = heads.get(segment)
    return gone.has(segment) ? [] : [head === undefined ? segment : joined([head, segment])]
  })
}

/** The nearest segment on the same line; `others` in the order of v. */
function textBehind(marker: Segment, others: readonly Segment[]): Segment | null {
  let low = 0
  let high = others.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (middleV(others[middle]!) < middleV(marker) - marker.size) low = middle + 1
    else high = middle
  }
  let best: Segment | null = null
  for (; low < others.length && middleV(others[low]!) <= middleV(marker) + marker.size; low++) {
    const other = others[low]!
    const gap = other.u0 - marker.u1
    if (gap < -0.1 * marker.size || gap > WIDEST * marker.size || Math.abs(other.size - marker.size) > 0.2 * marker.size) continue
    if (sharedV(other, marker) > 0.5 * (marker.v1 - marker.v0) && (best === null || other.u0 < best.u0)) best = other
  }
  return best
}
