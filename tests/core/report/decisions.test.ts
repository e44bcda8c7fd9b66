import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDecisions, sourceSpansOf, statementsAt, statementsOf, withoutStatements, type ThemeDecision } from '#core/report/decisions.ts'
import type { Report } from '#core/report/report.ts'
import { readReports } from '#core/report/read-reports.ts'
import { sourceFromText } from '#core/source/source.ts'
import { defaultCodebook, referenceContext } from '../../../src-main/host/reference.ts'

const source = sourceFromText(readFileSync(new URL('../../../seeds/000_8625d94934d53eac.txt', import.meta.url), 'utf8'), 'seed.txt')
const { reports } = readReports(source, referenceContext())

const themeIds = defaultCodebook.themes.map(({ id }) => id)
const starts = (report: Report, decision: ThemeDecision): number[] => statementsOf(report, decision).map(({ start }) => start)
const withTheme = (report: Report, theme: string): number[] => report.statements.filter(({ themes }) => themes.some(({ id }) => id === theme)).map(({ start }) => start)

/** A decision on the statements from one to another of a report. */
const decisionOn = (report: Report, [from, to]: readonly [number, number], made: Omit<ThemeDecision, 'sourceSpans'>): ThemeDecision => ({
  ...made,
  sourceSpans: sourceSpansOf(report, report.statements.slice(from, to))
})

const anyReport = fc.constantFrom(...reports)
const rangeOf = (report: Report): fc.Arbitrary<[number, number]> =>
  fc.tuple(fc.nat(report.statements.length - 1), fc.integer({ min: 1, max: 8 })).map(([from, length]) => [from, Math.min(report.statements.length, from + length)])
const anyDecision = fc.record({ theme: fc.constantFrom(...themeIds), decision: fc.constantFrom('assigned' as const, 'rejected' as const) })

describe('a decision of a person on the reports of the seed', () => {
  it('holds for the statements it was made on, and says so; the rest is as the program read it', () => {
    fc.assert(
      fc.property(anyReport.chain((report) => fc.tuple(fc.constant(report), rangeOf(report), anyDecision)), ([report, range, made]) => {
        const decision = decisionOn(report, range, made)
        const decided = applyDecisions(report, [decision])
        decided.statements.forEach((statement, index) => {
          const before = report.statements[index]!
          if (index < range[0] || index >= range[1]) expect(statement).toEqual(before)
          else {
            const theme = statement.themes.find(({ id }) => id === made.theme)
            expect(theme?.by).toBe(made.decision === 'assigned' ? 'person' : undefined)
            expect(statement.themes.filter(({ id }) => id !== made.theme)).toEqual(before.themes.filter(({ id }) => id !== made.theme))
          }
        })
      })
    )
  })

  it('of two that speak of one statement the later holds', () => {
    fc.assert(
      fc.property(anyReport.chain((report) => fc.tuple(fc.constant(report), rangeOf(report), rangeOf(report))), ([report, first, second]) => {
        const theme = themeIds[0]!
        const decided = applyDecisions(report, [
          decisionOn(report, first, { theme, decision: 'assigned' }),
          decisionOn(report, second, { theme, decision: 'rejected' })
        ])
        const rejected = report.statements.slice(...second).map(({ start }) => start)
        const assigned = report.statements.slice(...first).map(({ start }) => start).filter((start) => !rejected.includes(start))
        const has = withTheme(decided, theme)
        expect(rejected.filter((start) => has.includes(start))).toEqual([])
        expect(assigned.filter((start) => !has.includes(start))).toEqual([])
      })
    )
  })

  it('leaves some statements and keeps the others, down to nothing', () => {
    fc.assert(
      fc.property(anyReport.chain((report) => fc.tuple(fc.constant(report), rangeOf(report), rangeOf(report), anyDecision)), ([report, own, taken, made]) => {
        const decision = decisionOn(report, own, made)
        const gone = report.statements.slice(...taken)
        const left = withoutStatements(report, decision, gone)
        const expected = starts(report, decision).filter((start) => !gone.some((statement) => statement.start === start))
        expect(left === null ? [] : starts(report, left)).toEqual(expected)
        if (expected.length === own[1] - own[0]) expect(left).toBe(decision)
      })
    )
  })

  it('is made by pointing into a sentence: it is about the whole of it', () => {
    const report = reports.find(({ jurisdiction }) => jurisdiction?.province?.name === '浙江省')!
    const at = report.text.indexOf('养老事业')
    const [statement, ...others] = statementsAt(report, { start: at, end: at + 2 })
    expect(others).toEqual([])
    expect(report.text.slice(statement!.start, statement!.end)).toContain('养老事业')
    const read = sourceSpansOf(report, [statement!]).map((span) => source.text.slice(span.start, span.end)).join('')
    expect(read).toBe(report.text.slice(statement!.start, statement!.end))
  })
})
