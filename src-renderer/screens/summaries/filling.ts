import type { Output } from '#core/contract/calls.ts'
import type { Reply } from '#core/contract/problem.ts'
import type { Host } from '../../host/host.ts'
import type { SummaryCell } from './summary-cells.ts'

/** Puts the coded text of cells into them, each passage tied to its source. */
export function fillCells(host: Host, cells: readonly SummaryCell[], author: string): Promise<Reply<Output<'summaries.fill'>>> {
  return host.call('summaries.fill', {
    codebook: cells[0]?.place.codebook ?? '',
    author,
    cells: cells.flatMap(({ place, report, passages }) =>
      report === null || passages.length === 0 ? [] : [{ theme: place.theme, report: report.id, spans: passages.map(({ start, end, text }) => ({ start, end, words: text })) }]
    )
  })
}
