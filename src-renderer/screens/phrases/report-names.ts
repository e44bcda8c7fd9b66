import type { ReportSummary } from '#core/contract/calls.ts'
import { clipped, jurisdictionName, type Tongue } from '../../language/labels.ts'
import { toldApart } from '../../told-apart.ts'

/** Report id -> where it speaks for; with its date where several speak for one place, and a number where that is not enough. */
export function reportNames(reports: readonly ReportSummary[], { language, words }: Tongue): ReadonlyMap<string, string> {
  const plain = reports.map(({ jurisdiction, title }) => (jurisdiction === null ? clipped(title ?? words.untitled, 16) : jurisdictionName(jurisdiction, language, words)))
  const names = toldApart(plain, (at) => writtenDate(reports[at]!))
  return new Map(reports.map(({ id }, at) => [id, names[at]!]))
}

const writtenDate = ({ date }: ReportSummary): string | null => date?.iso ?? date?.asWritten ?? null
