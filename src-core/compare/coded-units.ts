import { withoutThemes } from '../report/codings-in-force.ts'
import { applyDecisions, type ThemeDecision } from '../report/decisions.ts'
import type { Report, Statement } from '../report/report.ts'

/** What the coders of a round began with: the program's draft, which they put right, or nothing. */
export const roundStarts = ['draft', 'blank'] as const

export type RoundStart = (typeof roundStarts)[number]

/** A report as each of several coders coded it. The unit is the statement, the smallest stretch that has themes. */
export interface CodedReport {
  readonly report: Report
  /** Coder by coder: the themes of each statement. */
  readonly coded: readonly (readonly ReadonlySet<string>[])[]
}

/**
 * @param report as the program read it
 * @param decisions coder by coder, each in the order in which they were made
 */
export function codedReport(report: Report, start: RoundStart, decisions: readonly (readonly ThemeDecision[])[]): CodedReport {
  const begun = start === 'blank' ? withoutThemes(report) : report
  return { report, coded: decisions.map((own) => applyDecisions(begun, own).statements.map(({ themes }) => new Set(themes.map(({ id }) => id)))) }
}

/** A statement that not all coders put under the same themes. */
export interface Disagreement {
  readonly statement: Statement
  /** Coder by coder: the themes, in the order asked for. */
  readonly coded: readonly (readonly string[])[]
  /** Those that some coders assigned and others did not. */
  readonly themes: readonly string[]
}

/** @param themes ids of those that could be assigned */
export function disagreementsIn({ report, coded }: CodedReport, themes: readonly string[]): Disagreement[] {
  return report.statements.flatMap((statement, index) => {
    const sets = coded.map((own) => own[index]!)
    const differing = themes.filter((theme) => new Set(sets.map((set) => set.has(theme))).size > 1)
    return differing.length === 0 ? [] : [{ statement, coded: sets.map((set) => themes.filter((theme) => set.has(theme))), themes: differing }]
  })
}
