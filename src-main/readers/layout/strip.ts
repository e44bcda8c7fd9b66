import type { LineRole } from '#core/source/source.ts'
import type { Area } from './area.ts'
import type { Segment } from './segments.ts'

/** Lines that follow each other in one column: what the order of a page is made of. */
export interface Strip {
  readonly kind: 'text' | 'head' | 'side' | 'box' | 'row'
  readonly lines: readonly Segment[]
  readonly size: number
  /** Edges of its column along u; null where its lines are not running text. */
  readonly column: { readonly u0: number; readonly u1: number } | null
  /** How it was parted from the strip before: side by side, or one over the other. */
  readonly isBehind: 'column' | 'row'
  readonly area: Area
  readonly role?: LineRole
  /** What a box holds, instead of lines of its own. */
  readonly inner?: readonly Strip[]
  /** Its largest lines are the title of an article. */
  readonly isTitle?: boolean
}
