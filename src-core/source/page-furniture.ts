import { withoutSpaces } from '../text/characters.ts'
import type { PrintedLine } from './lines.ts'

/** Lines at the edge of a page further in than this are text. */
const EDGE = 2
const LONGEST_HEAD = 40

/**
 * Marks what is printed on every page and belongs to no report: page numbers without any mark
 * (12), and running heads, which are known by coming back at the edge of page after page.
 */
export function withPageFurniture(text: string, lines: readonly PrintedLine[]): PrintedLine[] {
  const edges = edgeLines(lines)
  if (edges.size === 0) return [...lines]
  const counts = new Map<string, number>()
  for (const index of edges) counts.set(headOf(text, lines[index]!), 0)
  for (const line of lines) {
    const head = headOf(text, line)
    const count = counts.get(head)
    if (count !== undefined) counts.set(head, count + 1)
  }
  return lines.map((line, index): PrintedLine => {
    if (!edges.has(index) || line.furniture !== null || line.role !== null) return line
    const head = headOf(text, line)
    if (/^#{1,4}$/.test(head)) return { ...line, furniture: 'page-number' }
    const isRunning = head.length > 0 && (counts.get(head) ?? 0) >= 3 && !line.endsSentence
    return isRunning ? { ...line, furniture: 'running-head' } : line
  })
}

/** The words of a line with every digit alike: 第3页 and 第4页 are the same head. */
function headOf(text: string, { start, end }: PrintedLine): string {
  return end - start > LONGEST_HEAD ? '' : withoutSpaces(text.slice(start, end)).replace(/[0-9０-９]/g, '#')
}

/** Indices of lines at the edge of a page: by page where the source has pages, else beside page numbers. */
function edgeLines(lines: readonly PrintedLine[]): ReadonlySet<number> {
  const edges = new Set<number>()
  const add = (from: number, to: number) => {
    for (let at = Math.max(0, from); at < Math.min(lines.length, to); at++) edges.add(at)
  }
  for (let i = 1; i < lines.length; i++) {
    const isTurn = lines[i]!.page !== lines[i - 1]!.page
    if (isTurn) add(i - EDGE, i + EDGE)
    if (lines[i]!.page === null && lines[i]!.furniture === 'page-number') add(i - EDGE, i + EDGE + 1)
  }
  if (edges.size > 0 && lines[0]!.page !== null) {
    add(0, EDGE)
    add(lines.length - EDGE, lines.length)
  }
  return edges
}
