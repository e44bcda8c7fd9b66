import type { Box } from '#core/source/source.ts'
import type { SourceText } from '#core/source/source-text.ts'
import type { PrintedRun } from '../layout/printed-page.ts'
import type { ApartText } from './ofd-pages.ts'

/** Adds text that is no part of a page's own, row by row, as heads: never in the body of a report. */
export function addApart(into: SourceText, { page, runs }: ApartText): void {
  for (const row of rowsOf(runs)) {
    const text = row.map((run) => run.text).join(' ').trim()
    if (text !== '') into.line(text, { page, box: around(row.map(({ box }) => box)), role: 'header', endsParagraph: true })
  }
}

/** Runs that stand beside each other, from left to right. */
function rowsOf(runs: readonly PrintedRun[]): PrintedRun[][] {
  const rows: PrintedRun[][] = []
  for (const run of [...runs].sort((a, b) => middle(a.box) - middle(b.box))) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row !== undefined && first !== undefined && Math.abs(middle(run.box) - middle(first.box)) < Math.max(run.size, first.size) / 2) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => row.sort((a, b) => a.box.x - b.box.x))
}

const middle = ({ y, height }: Box): number => y + height / 2

function around(boxes: readonly Box[]): Box {
  const x = boxes.reduce((least, box) => Math.min(least, box.x), Infinity)
  const y = boxes.reduce((least, box) => Math.min(least, box.y), Infinity)
  const right = boxes.reduce((most, box) => Math.max(most, box.x + box.width), -Infinity)
  const bottom = boxes.reduce((most, box) => Math.max(most, box.y + box.height), -Infinity)
  return { x, y, width: right - x, height: bottom - y }
}
