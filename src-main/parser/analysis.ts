import { fitting, type KeptArrangement } from '#core/arrangement/arrangement.ts'
import { textSignature } from '#core/compare/near-duplicates.ts'
import { recognisedShare } from '#core/compare/recognised.ts'
import { packReport } from '#core/report/packed-report.ts'
import { readReports } from '#core/report/read-reports.ts'
import type { Source } from '#core/source/source.ts'
import { referenceContext } from '../host/reference.ts'
import { searchTokens } from '../library/folded-text.ts'
import type { Analysis } from './messages.ts'

/** What a library keeps of a source's reports, ready to be stored. */
export function analysisOf(source: Source, arrangement: KeptArrangement | null = null): Analysis {
  const { reports, leftOver } = readReports(source, referenceContext(), fitting(arrangement, source.text))
  return {
    reports: reports.map((report) => ({
      packed: packReport(report),
      tokens: searchTokens(report.text),
      signature: textSignature(report.text),
      recognised: recognisedShare(report, source.lines)
    })),
    leftOver: JSON.stringify(leftOver)
  }
}
