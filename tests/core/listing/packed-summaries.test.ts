import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportSummary } from '#core/contract/calls.ts'
import { packSummaries, unpackSummaries } from '#core/listing/packed-summaries.ts'
import { packThemes } from '#core/listing/packed-themes.ts'

const text = fc.string({ unit: 'grapheme' })
const id = fc.nat().map(String)
const count = fc.nat()
const share = fc.double({ min: 0, max: 1, noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0))
const division = fc.record({ code: fc.constantFrom('330000', '330100'), name: text })
const jurisdiction: fc.Arbitrary<ReportSummary['jurisdiction']> = fc.option(
  fc.record({ level: fc.constantFrom('province' as const, 'county' as const), code: fc.constantFrom('330000', '330100'), name: text, province: fc.option(division), basis: fc.constantFrom('title' as const, 'person' as const) })
)
const date: fc.Arbitrary<ReportSummary['date']> = fc.option(fc.record({ iso: fc.option(fc.constant('2026-03')), precision: fc.constant('month' as const), asWritten: text, yearBasis: fc.constant('text' as const) }))

/** Any summary, also one that no library has. */
const summaries: fc.Arbitrary<ReportSummary[]> = fc.array(
  fc.record({
    id,
    title: fc.option(text),
    jurisdiction,
    date,
    meeting: fc.option(text),
    issuer: fc.option(text),
    characters: count,
    themes: fc.array(fc.tuple(fc.constantFrom('elderly_care', 'charity'), count)).map(packThemes),
    source: fc.record({ id, fileName: text, folders: fc.array(text), mediaType: text }),
    confidence: share,
    recognised: fc.option(share),
    links: fc.array(fc.record({ report: id, kind: fc.constantFrom('same' as const, 'version' as const) })),
    importedAt: text,
    notes: count,
    machine: fc.record({ title: fc.option(text), jurisdiction, date, meeting: fc.option(text) }, { requiredKeys: [] })
  })
)

describe('packed summaries', () => {
  it('are the same summaries when they are unpacked, over JSON too', () => {
    fc.assert(
      fc.property(summaries, (before) => {
        expect(unpackSummaries(packSummaries(before))).toEqual(before)
        expect(unpackSummaries(JSON.parse(JSON.stringify(packSummaries(before))) as ReturnType<typeof packSummaries>)).toEqual(before)
      })
    )
  })

  it('have once what many reports have in common, and share it when they are unpacked', () => {
    const [one] = fc.sample(summaries.filter((list) => list.some(({ jurisdiction }) => jurisdiction !== null)), 1)[0]!.filter(({ jurisdiction }) => jurisdiction !== null)
    const packed = packSummaries([one!, { ...one!, id: 'x', jurisdiction: { ...one!.jurisdiction! } }])
    expect(packed.parts.filter((part) => JSON.stringify(part) === JSON.stringify(one!.jurisdiction))).toHaveLength(1)
    const [first, second] = unpackSummaries(packed)
    expect(second!.jurisdiction).toBe(first!.jurisdiction)
  })

  it('are refused when the row ends within a report', () => {
    const packed = packSummaries(fc.sample(summaries.filter(({ length }) => length > 0), 1)[0]!)
    expect(() => unpackSummaries({ ...packed, row: packed.row.slice(0, -1) })).toThrow(RangeError)
  })
})
