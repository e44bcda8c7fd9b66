import { memberOf } from '#core/compare/columns.ts'
import type { CountedReport } from '#core/compare/passages.ts'
import type { ComparedVersions } from '#core/contract/version-calls.ts'
import type { VersionTableGround } from '#core/table/version-tables.ts'
import { compareVersions } from '#core/versions/compare.ts'
import { targetChanges } from '#core/versions/target-changes.ts'
import { themeChanges } from '#core/versions/theme-changes.ts'
import { cutWords } from './cut-words.ts'

/** Two reports compared in everything that a window, a table or a script asks of them. */
export type ComparedGround = Omit<VersionTableGround, 'known' | 'language'>

/** @param order theme ids in the order of the codebook */
export function* versionGround(before: CountedReport, after: CountedReport, order: readonly string[]): Generator<void, ComparedGround> {
  const comparison = yield* compareVersions(before.report, after.report, { cut: cutWords })
  return { before, after, comparison, themes: themeChanges(before, after, order), targets: targetChanges(comparison.rows, before.report, after.report) }
}

export const comparedVersions = ({ before, after, comparison, themes, targets }: ComparedGround): ComparedVersions => ({
  ...comparison,
  before: { report: memberOf(before), text: before.report.text },
  after: { report: memberOf(after), text: after.report.text },
  themes,
  targets
})
