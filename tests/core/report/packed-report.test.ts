import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countReport } from '#core/compare/passages.ts'
import { packReport, themeCharacters, unpackReport } from '#core/report/packed-report.ts'
import type { Report } from '#core/report/report.ts'

const position = fc.integer({ min: 0, max: 5000 })
const span = fc.record({ start: position, end: position })
const theme = fc.record({ id: fc.constantFrom('elderly_care', 'charity', 'funeral'), score: fc.double({ min: 0, max: 1, noNaN: true }), evidence: fc.array(span, { maxLength: 3 }) })
const statement = fc.record({
  start: position,
  end: position,
  kind: fc.constantFrom('framing' as const, 'review' as const, 'plan' as const, 'procedure' as const),
  themes: fc.array(theme, { maxLength: 3 })
})
const nullable = (text: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(text)
const text = fc.string({ unit: 'grapheme' })

/** Any report, also one that no reader would make: -0 apart, which JSON does not have. */
const reports: fc.Arbitrary<Report> = fc
  .record({
    title: fc.option(fc.record({ text, spans: fc.array(span) })),
    date: fc.option(fc.constant({ iso: '2026-03', precision: 'month' as const, asWritten: '3月', yearBasis: 'text' as const })),
    jurisdiction: fc.constant(null),
    meeting: nullable(text),
    place: nullable(text),
    officials: fc.array(fc.record({ name: text, title: nullable(text), span })),
    reporter: nullable(text),
    attribution: nullable(text),
    documentNumber: nullable(text),
    issuer: nullable(text),
    text,
    map: fc.record({ cleanLength: position, pieces: fc.array(fc.record({ clean: position, source: position, length: position })) }),
    paragraphs: fc.array(span),
    outline: fc.constant([]),
    statements: fc.array(statement),
    targets: fc.constant([]),
    programmes: fc.array(fc.record({ name: text, theme: nullable(text), occurrences: fc.array(span) })),
    confidence: fc.constant(0.8),
    evidence: fc.array(text),
    furniture: fc.array(fc.record({ kind: fc.constantFrom('reporter', 'page-number'), text, spans: fc.array(span) }))
  })
  .filter((report) => report.statements.every(({ themes }) => themes.every(({ score }) => !Object.is(score, -0))))

describe('a packed report', () => {
  it('unpacks to the report it was', () => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(unpackReport(packReport(report))).toEqual(report)
      }),
      { seed: 31 }
    )
  })

  it('says so when its statements are cut short', () => {
    const report = fc.sample(reports, { seed: 32, numRuns: 1 })[0]!
    const packed = { ...packReport(report), statements: '[["a"],[1],[0,5,1,1,0]]' }
    expect(() => unpackReport(packed)).toThrow(RangeError)
  })
})

describe('counting characters', () => {
  it('counts code points, white space and zero-width space left out, as a comparison does', () => {
    const [template] = fc.sample(reports, { seed: 34, numRuns: 1 })
    const pieces = fc.array(fc.constantFrom(...'养𠮷 \n\t　\u00a0\u2003\u2028\ufeff\u200b1a'), { maxLength: 12 })
    const characters = (text: string): number => Array.from(text).filter((character) => !/[\s\u200b]/.test(character)).length
    fc.assert(
      fc.property(pieces, pieces, pieces, (before, within, after) => {
        const [start, sample] = [before.join('').length, [...before, ...within, ...after].join('')]
        const report = { ...template!, text: sample }
        expect(packReport(report).characters).toBe(characters(sample))
        const compared = { id: '1', report: { ...report, statements: [] }, sourceFile: '', sha256: '', lines: [] }
        expect(countReport(compared).characters).toBe(characters(sample))
        const statement = { start, end: start + within.join('').length, kind: 'plan' as const, themes: [{ id: 'charity', score: 1, evidence: [] }] }
        if (within.length > 0) expect(themeCharacters(sample, [statement])).toEqual([['charity', characters(within.join(''))]])
      }),
      { seed: 33 }
    )
  })

  it('gives the characters of each theme, most first (虚构样例)', () => {
    const sample = '发展养老服务。\n推进慈善事业发展。'
    const statements = [
      { start: 0, end: 7, kind: 'plan' as const, themes: [{ id: 'elderly_care', score: 1, evidence: [] }] },
      { start: 8, end: 17, kind: 'plan' as const, themes: [{ id: 'charity', score: 1, evidence: [] }, { id: 'social_work', score: 0.5, evidence: [] }] }
    ]
    expect(themeCharacters(sample, statements)).toEqual([['charity', 9], ['social_work', 9], ['elderly_care', 7]])
  })
})
