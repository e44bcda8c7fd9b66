import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildComparison } from '#core/compare/build.ts'
import type { SourcePlace } from '#core/compare/comparison.ts'
import type { ComparedReport } from '#core/compare/passages.ts'
import { recognisedShare, wholePercent } from '#core/compare/recognised.ts'
import type { SourceLine } from '#core/source/source.ts'
import { inventedCodebook, inventedReport, stamp } from './invented-reports.ts'

// 虚构样例: a report of a province that does not exist, 14 characters a line.

const report = inventedReport({
  id: 'east', province: ['810001', '云东省'], date: '2031-02-10',
  clauses: [['¶会议强调，要扎实做好各项工作。', 'charity'], ['¶一是建设云杉驿站，新建山区食堂三百个，开展邻里募捐。', 'elderly']]
})
const codebook = inventedCodebook('elderly', 'charity')

/** The same report with something else said of its lines, in order; the last goes for the rest. */
const withLines = (...facts: readonly Partial<SourceLine>[]): ComparedReport => ({ ...report, lines: report.lines.map((line, n) => ({ ...line, ...facts[Math.min(n, facts.length - 1)] })) })

const placesOf = (compared: ComparedReport): SourcePlace[] =>
  buildComparison([compared], codebook, { codebook: stamp }).rows.flatMap(({ cells }) => cells.flatMap(({ passages }) => passages.map(({ source }) => source)))

const memberOf = (compared: ComparedReport) => buildComparison([compared], codebook, { codebook: stamp }).columns[0]!.members[0]!

describe('recognised text in a comparison (虚构样例)', () => {
  it('is null where the text is the file’s own', () => {
    expect(placesOf(report).map(({ recognised }) => recognised)).toEqual([null, null])
    expect(memberOf(report).recognised).toBeNull()
  })

  it('has the lowest confidence of the lines that a passage stands on', () => {
    // Passages of elderly and charity: lines 3–4 and 1–2.
    const [elderly, charity] = placesOf(withLines({ confidence: 0.97 }, { confidence: 0.91 }, { confidence: 0.88 }, { confidence: 0.99 }))
    expect([elderly, charity].map((place) => [place?.line, place?.lastLine, place?.recognised])).toEqual([[3, 4, 0.88], [1, 2, 0.91]])
  })

  it('does not take the confidence of lines between that belong to something else', () => {
    const moved = withLines({ confidence: 0.97 }, { confidence: 0.5 }, { confidence: 0.96 })
    const [first, , ...others] = moved.report.map.pieces
    const skipping: ComparedReport = { ...moved, report: { ...moved.report, map: { ...moved.report.map, pieces: [first!, ...others] } } }
    expect(placesOf(skipping)[1]).toMatchObject({ line: 1, recognised: 0.97 })
  })

  it('is known of each report by the mean over its recognised characters', () => {
    const compared = withLines({ confidence: 0.9 }, { confidence: 0.5 }, {})
    const [first, second] = report.lines.map(({ start, end }) => end - start)
    const mean = (first! * 0.9 + second! * 0.5) / (first! + second!)
    expect(memberOf(compared).recognised).toBeCloseTo(mean, 4)
    expect(memberOf(withLines({ confidence: 0.93 })).recognised).toBe(0.93)
  })

  it('is null of a report that stands on none of the recognised lines', () => {
    const lines = [...report.lines.slice(0, -1), { start: 60, end: 80, page: 2, confidence: 0.4 }]
    expect(recognisedShare(report.report, lines)).toBeNull()
  })

  it('lies between the least and the greatest confidence of any lines', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: report.lines.length, maxLength: report.lines.length }), (all) => {
        const share = recognisedShare(report.report, report.lines.map((line, n) => ({ ...line, confidence: all[n]! })))!
        expect(share).toBeGreaterThanOrEqual(Math.min(...all) - 1e-4)
        expect(share).toBeLessThanOrEqual(Math.max(...all) + 1e-4)
      })
    )
  })

  it('is printed in whole per cent, never rounded up', () => {
    expect([0.93, 0.939, 0.29, 0.9999, 1, 0].map(wholePercent)).toEqual([93, 93, 29, 99, 100, 0])
  })
})

describe('what a place is cited by (虚构样例)', () => {
  it('is the line where nothing is said of paragraphs', () => {
    expect(placesOf(report)[0]).toMatchObject({ unit: 'line', page: null, lastPage: null })
  })

  it('is the paragraph where the format keeps those', () => {
    expect(placesOf(withLines({ endsParagraph: true }))[0]).toMatchObject({ unit: 'paragraph', page: null })
    expect(placesOf(withLines({ endsParagraph: true }, {}))[0]).toMatchObject({ unit: 'paragraph' })
  })

  it('is the page where there are pages, also where the format says where paragraphs end', () => {
    const paged = withLines({ page: 1, endsParagraph: true }, { page: 1 }, { page: 1 }, { page: 2 })
    expect(placesOf(paged)[0]).toMatchObject({ unit: 'line', page: 1, lastPage: 2 })
    expect(placesOf(paged)[1]).toMatchObject({ page: 1, lastPage: 1 })
  })
})
