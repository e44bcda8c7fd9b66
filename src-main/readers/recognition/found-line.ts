/** A line of text as the network sees it: its core, without the outer parts of its characters. In pixels of the picture. */
export interface FoundLine {
  readonly x: number
  readonly y: number
  /** Radians of its direction (of reading; for a vertical line, of its columns of pixels) from the x axis or, if vertical, from the y axis. */
  readonly slant: number
  readonly length: number
  readonly thickness: number
  readonly isVertical: boolean
}

/** A character is about this many times as high as the core of its line. */
export const typeOfCore = 1.8
