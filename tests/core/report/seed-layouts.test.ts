import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { essence, printed, provinceOf, read, rewrapped, seedText, type Layout } from '../../golden/seed/seed.ts'

const original = read(seedText)
const byProvince = (reports: ReturnType<typeof read>) => [...reports].sort((a, b) => (provinceOf(a) ?? '').localeCompare(provinceOf(b) ?? ''))
const expected = byProvince(original).map(essence)
const [zhejiang, hubei] = byProvince(original)

const layouts: fc.Arbitrary<Layout> = fc.record({
  width: fc.oneof(fc.integer({ min: 12, max: 60 }), fc.constant(Infinity)),
  titleFirst: fc.boolean(),
  blankBetween: fc.boolean(),
  indent: fc.constantFrom('', '　　', '    '),
  end: fc.constantFrom('\n', '\r\n')
})

/** The year of Hubei stands only in its neighbour: alone, it is unknown and said to be. */
const alone = (report: ReturnType<typeof essence>) => ({ ...report, date: { iso: null, asWritten: '2月8日', precision: 'day', yearBasis: 'none' } })

/** The page cut where its parts meet: titles, the lead printed after its body, bodies. */
function partsOfThePage() {
  const hubeiTitle = '湖北召开全省民政工作会议'
  const zhejiangTitle = ' 浙江召开全省民政工作座谈会'
  const half = seedText.indexOf('2月8 日')
  const lead = seedText.indexOf('2月10 日')
  return {
    zhejiangTitle,
    hubeiTitle,
    zhejiangBody: seedText.slice(0, lead),
    zhejiangLead: seedText.slice(lead, seedText.indexOf(zhejiangTitle)),
    hubeiBody: seedText.slice(half).replace(hubeiTitle, '').trimEnd()
  }
}

const { zhejiangTitle, zhejiangLead, zhejiangBody, hubeiTitle, hubeiBody } = partsOfThePage()

/** Its columns as they are, the parts in other places. */
const rearranged: Readonly<Record<string, readonly string[]>> = {
  'headline first, the lead after its body': [zhejiangTitle, zhejiangBody, zhejiangLead, hubeiTitle, hubeiBody],
  'headline and lead first': [zhejiangTitle, zhejiangLead, zhejiangBody, hubeiTitle, hubeiBody],
  'headline first, Hubei before Zhejiang': [hubeiTitle, hubeiBody, zhejiangTitle, zhejiangLead, zhejiangBody],
  'headline first, the lead last, Hubei before Zhejiang': [hubeiTitle, hubeiBody, zhejiangTitle, zhejiangBody, zhejiangLead],
  'Hubei before Zhejiang': [hubeiBody, hubeiTitle, zhejiangBody, zhejiangLead, zhejiangTitle]
}

describe('the same reports in another layout', () => {
  it('re-wrapped at any width, with or without the stray spaces', () => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 120 }), fc.boolean(), (width, keepSpaces) => {
        expect(byProvince(read(rewrapped(seedText, width, keepSpaces))).map(essence)).toEqual(expected)
      }),
      { numRuns: 60 }
    )
  })

  it.each(Object.entries(rearranged))('%s, at any width, with or without spaces, blank lines between or not', (_name, parts) => {
    fc.assert(
      fc.property(fc.integer({ min: 8, max: 80 }), fc.boolean(), fc.boolean(), fc.boolean(), (width, rewrap, keepSpaces, blanks) => {
        const page = parts.join(blanks ? '\n\n' : '\n')
        expect(byProvince(read(rewrap ? rewrapped(page, width, keepSpaces) : page)).map(essence)).toEqual(expected)
      }),
      { numRuns: 30 }
    )
  })

  it('printed plainly, in either order, headline first or last', () => {
    fc.assert(
      fc.property(layouts, fc.boolean(), (layout, swapped) => {
        const parts = [zhejiang!, hubei!].map((report) => printed(report, layout))
        const page = (swapped ? parts.reverse() : parts).join(layout.end)
        expect(byProvince(read(page)).map((r) => ({ ...essence(r) }))).toEqual(expected)
      }),
      { numRuns: 80 }
    )
  })

  it('each in a file of its own', () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const [ownZhejiang, ...none] = read(printed(zhejiang!, layout)).map(essence)
        expect(none).toEqual([])
        expect(ownZhejiang).toEqual(expected[0])
        expect(read(printed(hubei!, layout)).map(essence)).toEqual([alone(expected[1]!)])
      }),
      { numRuns: 60 }
    )
  })
})
