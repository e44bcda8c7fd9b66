import type { Comparison } from '#core/compare/comparison.ts'
import type { ColumnNames } from '../../compared.ts'
import { clipped } from '../../language/labels.ts'
import type { Words } from '../../language/zh.ts'
import { verdictLabel, verdictSigns } from '../../verdicts.ts'
import type { SummaryCell } from './summary-cells.ts'

export interface SummaryTexts {
  /** Of the reports, by id. */
  readonly names: ReadonlyMap<string, string>
  readonly words: Words
}

/** What each report is called: as its column is, and by its title too where that holds several. */
export function reportNames(comparison: Comparison, names: ColumnNames, words: Words): Map<string, string> {
  return new Map(
    comparison.columns.flatMap(({ members, by }, index) =>
      members.map((member) => {
        const province = member.jurisdiction?.name ?? words.noProvince
        const alone = by === 'report' || members.length === 1
        return [member.id, alone ? (names.full[index] ?? province) : `${province} ${member.date?.iso ?? clipped(member.title, 10)}`] as const
      })
    )
  )
}

/** What the cell is of. */
export const columnName = ({ place, report }: SummaryCell, { names, words }: SummaryTexts): string =>
  report !== null ? (names.get(report.id) ?? report.title) : place.part === 'common' ? words.summaries.common : words.summaries.difference

export const setNames = (reports: readonly string[], { names, words }: SummaryTexts): string => reports.map((id) => names.get(id) ?? words.summaries.noReport).join(words.listComma)

/** What is known of the cell, as a sign and a word. */
export function stateOf({ state, passages }: SummaryCell, { words }: SummaryTexts): { readonly sign: string; readonly word: string } {
  const word = state === 'present' ? `${words.matrixView.present} ${words.matrixView.passages(passages.length)}` : verdictLabel(state === 'unread' ? null : state, words)
  return { sign: verdictSigns[state], word }
}
