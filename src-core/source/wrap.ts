import type { PrintedLine } from './lines.ts'

/** What the widths of lines say about hard wrapping. Indices are of lines. */
export interface Wrap {
  /** The region around the end of this line is hard-wrapped. */
  isWrappedAt(index: number): boolean
  /** The line ends before the column does; `first` is the first line of its paragraph. */
  isShort(index: number, first: number): boolean
  /** As wide as the widest lines of the file: what ends there may go on in the next. */
  isFull(index: number): boolean
  /** The line begins further right than lines of the file do, and is not inside an indented block that began at `first`. */
  isIndented(index: number, first: number): boolean
}

const WINDOW = 8

/** Reads the wrapping of a list of lines; two passes, and look-ups of constant cost after that. */
export function wrapOf(lines: readonly PrintedLine[]): Wrap {
  const uniform = uniformUnits(lines)
  const running = countsOf(lines)
  const typical = typicalWidths(lines)
  const widest = lines.reduce((most, line) => Math.max(most, line.width), 0)
  const baseIndent = smallestCommon(lines.map((line) => line.indent))
  return {
    isWrappedAt(index) {
      if (uniform !== null) return true
      const from = Math.max(0, index - WINDOW)
      const to = Math.min(lines.length - 1, index + WINDOW)
      const open = running.open[to]! - running.open[from]!
      const all = running.all[to]! - running.all[from]!
      return all > 0 && open >= all * 0.4
    },
    isShort(index, first) {
      const line = lines[index]!
      if (uniform !== null) return line.units < uniform.units - uniform.tolerance
      const next = lines[index + 1]
      if (next !== undefined && next.blanksBefore === 0 && line.width < next.width * 0.66) return true
      // The first line of a paragraph lost its indent of two characters, or an open line was stretched.
      if (!line.endsSentence) return line.width < typical(index) * 0.66
      const full = index > first ? lines[index - 1]!.width : typical(index)
      return line.width <= Math.min(full - 4, full * 0.88)
    },
    isFull: (index) => lines[index]!.width >= widest * 0.9,
    isIndented(index, first) {
      const { indent } = lines[index]!
      return indent >= baseIndent + 2 && !(index - 1 > first && lines[index - 1]!.indent >= indent)
    }
  }
}

interface Uniform {
  readonly units: number
  /** 1 where some lines lost a trailing space. */
  readonly tolerance: number
}

/**
 * The length to the character at which a program wrapped the file, else null: several lines of
 * exactly the greatest length, most of them cut inside a sentence.
 */
function uniformUnits(lines: readonly PrintedLine[]): Uniform | null {
  const units = lines.reduce((most, line) => Math.max(most, line.units), 0)
  let full = 0
  let open = 0
  let almost = 0
  for (const line of lines) {
    if (line.units === units) {
      full++
      if (!line.endsSentence) open++
    } else if (line.units === units - 1 && !line.endsSentence) {
      almost++
    }
  }
  if (full < Math.max(3, lines.length * 0.15) || open < full * 0.6) return null
  return { units, tolerance: almost > full * 0.05 + 1 ? 1 : 0 }
}

/** Running totals of line ends inside a sentence, and of all line ends without a blank line after. */
function countsOf(lines: readonly PrintedLine[]): { open: Int32Array; all: Int32Array } {
  const open = new Int32Array(lines.length + 1)
  const all = new Int32Array(lines.length + 1)
  const widestNear = widestWidths(lines)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const next = lines[i + 1]
    const counts = next !== undefined && next.blanksBefore === 0 && !next.isSetOff
    const isWide = line.width >= widestNear(i) * NARROW || isInBlock(lines, i)
    const runsOn = counts && isWide && !line.endsSentence && line.width >= next.width * 0.72 && line.width >= 8
    open[i + 1] = open[i]! + (runsOn ? 1 : 0)
    all[i + 1] = all[i]! + (counts ? 1 : 0)
  }
  return { open, all }
}

/** A line narrower than this share of the widest around it was not cut by the width of a column. */
const NARROW = 0.45

/** Three lines of one width are a column, however wide a line beside it is. */
function isInBlock(lines: readonly PrintedLine[], index: number): boolean {
  const { width } = lines[index]!
  const isAlike = (at: number) => Math.abs((lines[at]?.width ?? 0) - width) <= 4
  return width >= 20 && isAlike(index + 1) && (isAlike(index - 1) || isAlike(index + 2))
}

/** Width of the widest line around a line, read once for each window. */
function widestWidths(lines: readonly PrintedLine[]): (index: number) => number {
  const windows: number[] = []
  for (let i = 0; i < lines.length; i++) {
    const window = Math.floor(i / WINDOW)
    windows[window] = Math.max(windows[window] ?? 0, lines[i]!.width)
  }
  return (index) => {
    const window = Math.floor(index / WINDOW)
    return Math.max(windows[window - 1] ?? 0, windows[window]!, windows[window + 1] ?? 0)
  }
}

/** Median width of the running lines around a line, read once for each window. */
function typicalWidths(lines: readonly PrintedLine[]): (index: number) => number {
  const medians: number[] = []
  return (index) => {
    const window = Math.floor(index / WINDOW)
    const from = window * WINDOW
    medians[window] ??= medianOf(lines.slice(Math.max(0, from - WINDOW), from + 2 * WINDOW).filter((line) => !line.endsSentence).map((line) => line.width))
    return medians[window]
  }
}

const medianOf = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The smallest value that one in twenty has. */
function smallestCommon(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].filter(([, count]) => count * 20 >= values.length).reduce((least, [value]) => Math.min(least, value), Infinity)
}
