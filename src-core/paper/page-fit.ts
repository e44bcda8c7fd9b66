import type { PaperColumn } from './paper.ts'

/** How a table lies on pages: each part is printed below the one before, with the label column repeated. */
export interface PageFit {
  readonly orientation: 'portrait' | 'landscape'
  /** Indices of the columns of each part. */
  readonly parts: readonly (readonly number[])[]
}

/** Characters of small-five type (9 pt) beside one another between the margins of A4. */
export const LINE = { portrait: 50, landscape: 76 } as const

/** Narrower, a quotation reads as a column of words. */
const QUOTATION_WIDTH = 22

/**
 * Upright where the columns fit side by side, else on its side; what does not fit there either goes on in further
 * parts. Columns under one head stay together; the first column is a label and stands in every part.
 */
export function fitOnPages(columns: readonly PaperColumn[]): PageFit {
  const all = columns.map((_, index) => index)
  const width = widthOf(columns)
  if (width <= LINE.portrait) return { orientation: 'portrait', parts: [all] }
  if (width <= LINE.landscape) return { orientation: 'landscape', parts: [all] }
  const label = columns[0]!
  const parts: number[][] = []
  let used = Number.POSITIVE_INFINITY
  for (const block of blocksOf(columns)) {
    const needed = widthOf(block.map((index) => columns[index]!))
    if (used + needed > LINE.landscape) {
      parts.push([0])
      used = columnWidth(label)
    }
    parts.at(-1)!.push(...block)
    used += needed
  }
  return { orientation: 'landscape', parts }
}

/** What a column takes, in characters. */
export const columnWidth = ({ kind, width }: PaperColumn): number => (kind === 'quotations' ? QUOTATION_WIDTH : width)

const widthOf = (columns: readonly PaperColumn[]): number => columns.reduce((sum, column) => sum + columnWidth(column), 0)

/** Neighbours under one head, and every other column by itself; without the label column. */
function blocksOf(columns: readonly PaperColumn[]): number[][] {
  const blocks: number[][] = []
  columns.forEach(({ group }, index) => {
    if (index === 0) return
    if (group !== undefined && index > 1 && columns[index - 1]!.group === group) blocks.at(-1)!.push(index)
    else blocks.push([index])
  })
  return blocks
}

/** A head over neighbouring columns of a part, or a single column without one. */
export interface HeadSpan {
  readonly group: string | null
  readonly columns: readonly number[]
}

export function headSpans(columns: readonly PaperColumn[], part: readonly number[]): HeadSpan[] {
  const spans: { group: string | null; columns: number[] }[] = []
  for (const index of part) {
    const group = columns[index]!.group ?? null
    const last = spans.at(-1)
    if (group !== null && last?.group === group) last.columns.push(index)
    else spans.push({ group, columns: [index] })
  }
  return spans
}
