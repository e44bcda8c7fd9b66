import type { ReportSummary } from '#core/contract/calls.ts'
import { clipped, dateLabel, jurisdictionName, type Tongue } from '../../language/labels.ts'

/** Report id -> where it speaks for; with its date where several speak for one place, and a number where that is not enough. */
export function reportNames(reports: readonly ReportSummary[], { language, words }: Tongue): ReadonlyMap<string, string> {
  const plain = reports.map(({ jurisdiction, title }) => (jurisdiction === null ? clipped(title ?? words.untitled, 16) : jurisdictionName(jurisdiction, language, words)))
  const dated = apart(plain, (name, at) => (reports[at]!.date === null ? name : `${name} ${dateLabel(reports[at]!.date, words).text}`))
  const numbered = apart(dated, (name, _, nth) => `${name} (${nth + 1})`)
  return new Map(reports.map(({ id }, at) => [id, numbered[at]!]))
}

/** Names that several have are made others. */
function apart(names: readonly string[], rename: (name: string, at: number, nth: number) => string): string[] {
  const times = new Map<string, number>()
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return names.map((name, at) => {
    if (times.get(name) === 1) return name
    const nth = seen.get(name) ?? 0
    seen.set(name, nth + 1)
    return rename(name, at, nth)
  })
}
