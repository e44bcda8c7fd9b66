/** Where a block stands beside a gutter, in pixels from its top. */
export interface Edge {
  readonly top: number
  readonly bottom: number
}

/** The outline of a band from the block at its left to the block at its right, curved so that the eye can follow it. */
export function bandPath(left: Edge, right: Edge, width: number): string {
  const half = n(width / 2)
  const w = n(width)
  return `M0 ${n(left.top)}C${half} ${n(left.top)} ${half} ${n(right.top)} ${w} ${n(right.top)}V${n(right.bottom)}C${half} ${n(right.bottom)} ${half} ${n(left.bottom)} 0 ${n(left.bottom)}Z`
}

const n = (value: number): number => Math.round(value * 10) / 10
