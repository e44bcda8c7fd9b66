/** Where the dots of a plot stand, and which of their names fit. */
export interface DotPlaces {
  /** Round numbers along the axis. */
  readonly ticks: readonly { readonly value: number; readonly at: number }[]
  /** One for each value, in order: its place 0..1, and the line of its name, or null where no line has room. */
  readonly dots: readonly { readonly at: number; readonly lane: number | null }[]
}

export interface DotQuestion {
  readonly values: readonly number[]
  /** Widths of the names in pixels, one for each value. */
  readonly widths: readonly number[]
  /** Width of the axis in pixels. */
  readonly width: number
  readonly lanes: number
}

/** The least and the greatest value are named before all others; names never overlap. */
export function dotPlaces({ values, widths, width, lanes }: DotQuestion): DotPlaces {
  const axis = axisOf(values)
  const at = (value: number): number => (value - axis.from) / (axis.to - axis.from)
  const places = values.map(at)
  const taken: [number, number][][] = Array.from({ length: lanes }, () => [])
  const lane = places.map((): number | null => null)
  for (const index of namingOrder(values)) {
    const centre = places[index]! * width
    const half = widths[index]! / 2
    const from = Math.min(Math.max(0, centre - half), Math.max(0, width - 2 * half))
    const free = taken.findIndex((spans) => spans.every(([start, end]) => from + 2 * half + GAP < start || from > end + GAP))
    if (free < 0) continue
    taken[free]!.push([from, from + 2 * half])
    lane[index] = free
  }
  return { ticks: axis.ticks.map((value) => ({ value, at: at(value) })), dots: places.map((place, index) => ({ at: place, lane: lane[index]! })) }
}

const GAP = 6

function namingOrder(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((a, b) => values[a]! - values[b]! || a - b)
  const last = order.pop()
  const first = order.shift()
  return [first, last, ...order].filter((index) => index !== undefined)
}

interface Axis {
  readonly from: number
  readonly to: number
  readonly ticks: readonly number[]
}

/** From a round number below the least value to one above the greatest, in steps of 1, 2 or 5 times a power of ten. */
function axisOf(values: readonly number[]): Axis {
  const least = Math.min(...values)
  const most = Math.max(...values)
  const spread = most - least || Math.abs(most) || 1
  const raw = spread / 4
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((times) => times * power).find((size) => size >= raw)!
  const from = Math.floor(least / step) * step
  const to = Math.max(Math.ceil(most / step) * step, from + step)
  const count = Math.round((to - from) / step)
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toPrecision(12))) }
}
