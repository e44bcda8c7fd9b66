import type { Verdict } from '#core/compare/comparison.ts'
import { useAskAgain, useHost } from '../../host/use-call.ts'
import { noticeRefusal } from '../../state/notices.ts'
import { verdictAfter } from '../../verdicts.ts'
import type { SummaryCell } from './summary-cells.ts'

export const verdictOf = ({ state }: SummaryCell): Verdict | null => (state === 'present' || state === 'unread' ? null : state)

export interface Judge {
  readonly say: (cell: SummaryCell, verdict: Verdict | null) => void
  /** The next of what may be said. */
  readonly next: (cell: SummaryCell) => void
}

/** A person's word on a theme in a report. */
export function useJudge(): Judge {
  const host = useHost()
  const askAgain = useAskAgain()
  const say = async ({ place, report }: SummaryCell, verdict: Verdict | null): Promise<void> => {
    if (report === null) return
    const reply = await host.call('cells.judge', { reports: [report.id], theme: place.theme, codebook: place.codebook, verdict })
    if (reply.ok) await askAgain('comparison.build')
    else noticeRefusal(reply.problem)
  }
  return {
    say: (cell, verdict) => void say(cell, verdict),
    next: (cell) => void say(cell, verdictAfter(verdictOf(cell), cell))
  }
}
