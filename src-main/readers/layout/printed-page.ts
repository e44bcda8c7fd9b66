import type { Box } from '#core/source/source.ts'

/** Characters that a page shows in one go, along one line: what a PDF, an OFD or a recogniser knows for certain. */
export interface PrintedRun {
  readonly text: string
  readonly box: Box
  /** `text.length + 1` positions along the direction of writing; absent: equal parts of the box. */
  readonly edges?: readonly number[]
  /** Height of the type, in the unit of the box. */
  readonly size: number
  readonly isBold?: boolean
  /** Written from top to bottom. */
  readonly isVertical?: boolean
  /** 0..1 where it was recognised from a picture. */
  readonly confidence?: number
}

/** A rule or the frame of a box: what parts columns and articles on a newspaper page. */
export type PrintedRule = Box

export interface PrintedPage {
  readonly width: number
  readonly height: number
  /** In the order of the file, which need not be that of reading. */
  readonly runs: readonly PrintedRun[]
  /** Thin lines and frames that are drawn; empty where the format does not tell. */
  readonly rules: readonly PrintedRule[]
}
