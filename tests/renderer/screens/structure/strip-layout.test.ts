import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReportStructure } from '#core/compare/structure.ts'
import { textWidth } from '../../../../src-renderer/parts/text-width.ts'
import { axisTicks, brushed, cellAt, labelSize, panned, placeStrips, stripModes, wholeView, zoomed, type StripForm } from '../../../../src-renderer/screens/structure/strip-layout.ts'

type Part = readonly [characters: number, paragraph: number, ...themes: string[]]

// 虚构样例
const structure = (report: string, ...parts: readonly Part[]): ReportStructure => {
  let at = 0
  const segments = parts.map(([characters, paragraph, ...themes]) => {
    const start = at
    at += characters
    return { start, end: at, characters, paragraph, preview: '虚构', themes: themes.map((id) => ({ id, share: 1 / themes.length })) }
  })
  return { report, characters: at, paragraphs: parts.at(-1)?.[1] ?? 0, segments }
}
const long = structure('long', [100, 1], [300, 2, 'care'], [100, 2, 'care', 'aid'], [500, 3, 'aid'])
const short = structure('short', [200, 1, 'aid'], [300, 2])
const form: StripForm = { mode: 'length', view: wholeView, width: 1000, nameOf: (theme) => theme }
const shapes = (strips: ReturnType<typeof placeStrips>) => strips.map(({ cells }) => cells.map(({ x, width }) => [x, width]))

describe('the strips (虚构样例)', () => {
  it('are as long as their reports, on one scale', () => {
    expect(shapes(placeStrips([long, short], form))).toEqual([
      [[0, 100], [100, 300], [400, 100], [500, 500]],
      [[0, 200], [200, 300]]
    ])
  })

  it('have a hundred equal sections each, whatever the length', () => {
    const [a, b] = placeStrips([long, short], { ...form, mode: 'sections' })
    expect(a!.cells).toHaveLength(100)
    expect(b!.cells).toHaveLength(100)
    expect(a!.cells.every(({ width }) => Math.abs(width - 10) < 1e-6)).toBe(true)
    expect(b!.end).toBeCloseTo(1000, 6)
  })

  it('or paragraphs of one width, the sentences in them by their length', () => {
    const strips = placeStrips([long, short], { ...form, mode: 'paragraphs', width: 300 })
    expect(shapes(strips)).toEqual([
      [[0, 100], [100, 75], [175, 25], [200, 100]],
      [[0, 100], [100, 100]]
    ])
    expect(strips[0]!.cells.map(({ opensParagraph }) => opensParagraph)).toEqual([true, true, false, true])
  })

  it('split a cell between the colours of its themes', () => {
    const [strip] = placeStrips([long], form)
    expect(strip!.cells[2]!.bands).toEqual([{ theme: 'care', top: 0, height: 0.5 }, { theme: 'aid', top: 0.5, height: 0.5 }])
    expect(strip!.cells[0]!.bands).toEqual([{ theme: null, top: 0, height: 1 }])
  })

  it('name a stretch where the name has room', () => {
    expect(placeStrips([long], form)[0]!.labels).toEqual([{ theme: 'care', x: 300 }, { theme: 'aid', x: 750 }])
    expect(placeStrips([long], { ...form, width: 40 })[0]!.labels).toEqual([])
  })

  it('show a part when brushed, cut off at its ends', () => {
    const view = brushed(form, 250, 50)
    expect(view).toEqual({ from: 0.05, to: 0.25 })
    expect(shapes(placeStrips([long], { ...form, view: view! }))[0]!.map((pair) => pair.map(Math.round))).toEqual([[0, 250], [250, 750]])
    expect(brushed(form, 250, 251)).toBeNull()
  })

  it('find the cell under a place, also beside the last one', () => {
    const { cells } = placeStrips([long, short], form)[1]!
    expect([0, 199, 201, 900].map((x) => cellAt(cells, x))).toEqual([0, 0, 1, 1])
  })
})

describe('laws of strips', () => {
  const structures = fc.array(
    fc.array(fc.record({ size: fc.integer({ min: 1, max: 80 }), opens: fc.boolean(), themes: fc.subarray(['care', 'aid', 'party']) }), { minLength: 1, maxLength: 20 }).map((parts) => {
      let paragraph = 1
      return structure('r', ...parts.map(({ size, opens, themes }, i): Part => [size, i > 0 && opens ? ++paragraph : paragraph, ...themes]))
    }),
    { minLength: 1, maxLength: 5 }
  )
  const views = fc.tuple(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.double({ min: 0.05, max: 1, noNaN: true })).map(([from, size]) => ({ from, to: Math.min(1, from + size) }))

  it('cells of a strip follow one another without a gap, inside the strip, and their bands fill its height', () => {
    fc.assert(
      fc.property(structures, fc.constantFrom(...stripModes), views, (reports, mode, view) => {
        for (const { cells, labels } of placeStrips(reports, { ...form, mode, view })) {
          cells.forEach(({ x, width, bands }, index) => {
            if (index > 0) expect(x).toBeCloseTo(cells[index - 1]!.x + cells[index - 1]!.width, 4)
            expect(x >= -1e-6 && x + width <= 1000 + 1e-6).toBe(true)
            expect(bands.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(1, 9)
          })
          labels.forEach(({ x, theme }, index) => {
            const before = labels[index - 1]
            const half = textWidth(theme, labelSize) / 2
            expect(x - half).toBeGreaterThanOrEqual(before === undefined ? 0 : before.x + textWidth(before.theme, labelSize) / 2)
          })
        }
      })
    )
  })

  it('zooming and moving keep the view on the axis', () => {
    fc.assert(
      fc.property(views, fc.double({ min: 0.1, max: 9, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (view, factor, share) => {
        const around = view.from + share * (view.to - view.from)
        for (const next of [zoomed(view, factor, around), panned(view, share * 4 - 2)]) {
          expect(next.from >= -1e-9 && next.to <= 1 + 1e-9 && next.to > next.from).toBe(true)
        }
      })
    )
  })

  it('ticks are round, in sight and apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90_000 }), views, (whole, view) => {
        const ticks = axisTicks(whole, { view, width: 1000 }, 60)
        for (const [index, { value, x }] of ticks.entries()) {
          expect(x >= -1e-6 && x <= 1000 + 1e-6).toBe(true)
          expect(Number.isInteger(value)).toBe(true)
          if (index > 0) expect(x - ticks[index - 1]!.x).toBeGreaterThanOrEqual(60 - 1e-6)
        }
      })
    )
  })
})
