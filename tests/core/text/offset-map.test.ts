import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CleanTextBuilder, compose, packMap, sliceMap, sourcePosition, toClean, toSource, unpackMap, type OffsetMap
} from '#core/text/offset-map.ts'
import { slice, type Span } from '#core/text/span.ts'

/** A random clean text: pieces of the source in any order, with inserted line feeds between. */
const mapped = fc
  .tuple(
    fc.string({ unit: fc.constantFrom('养', '老', ' ', '\n', 'a', '𠮷', '，'), minLength: 1, maxLength: 60 }),
    fc.array(fc.nat(), { minLength: 0, maxLength: 12 }),
    fc.infiniteStream(fc.boolean())
  )
  .map(([source, cuts, coins]) => {
    const points = [...new Set([0, ...cuts.map((cut) => cut % (source.length + 1)), source.length])].sort((a, b) => a - b)
    const ranges = points.slice(1).map((end, i): Span => ({ start: points[i]!, end }))
    const builder = new CleanTextBuilder(source)
    for (const range of [...ranges.filter((_, i) => i % 2 === 1), ...ranges.filter((_, i) => i % 2 === 0)]) {
      if (coins.next().value === false) continue // left out, like a stray space
      if (coins.next().value === true) builder.insert('\n')
      builder.take(range.start, range.end)
    }
    return { source, ...builder.build() }
  })

const someSpan = (length: number) =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) }))

const withSpan = mapped.chain((m) => someSpan(m.text.length).map((s) => ({ ...m, span: s })))

const inserted = (map: OffsetMap, s: Span): number => {
  let count = 0
  for (let at = s.start; at < s.end; at++) if (sourcePosition(map, at) === null) count++
  return count
}

describe('an offset map between clean and source text', () => {
  it('gives for every clean range exactly the characters that were taken', () => {
    fc.assert(
      fc.property(withSpan, ({ source, text, map, span }) => {
        const there = toSource(map, span).map((s) => slice(source, s)).join('')
        const own = [...Array(span.end - span.start).keys()]
          .map((i) => span.start + i)
          .filter((at) => sourcePosition(map, at) !== null)
          .map((at) => text[at])
          .join('')
        expect(there).toBe(own)
      })
    )
  })

  it('leads back: source ranges of a clean range map onto that range again', () => {
    fc.assert(
      fc.property(withSpan, ({ map, span }) => {
        const back = toSource(map, span).flatMap((s) => toClean(map, s))
        const covered = back.reduce((sum, s) => sum + s.end - s.start, 0)
        expect(covered).toBe(span.end - span.start - inserted(map, span))
        expect(back.every((s) => s.start >= span.start && s.end <= span.end)).toBe(true)
      })
    )
  })

  it('composes: through two maps is the same as one after the other', () => {
    const twice = mapped.chain((inner) =>
      fc.tuple(fc.constant(inner), fc.array(someSpan(inner.text.length), { maxLength: 5 }), fc.nat(), fc.nat())
    )
    fc.assert(
      fc.property(twice, ([inner, ranges, a, b]) => {
        const builder = new CleanTextBuilder(inner.text)
        for (const range of ranges) builder.take(range.start, range.end)
        const outer = builder.build()
        const ends = [a % (outer.text.length + 1), b % (outer.text.length + 1)].sort((x, y) => x - y)
        const span: Span = { start: ends[0]!, end: ends[1]! }
        const direct = toSource(compose(outer.map, inner.map), span)
        const steps = toSource(outer.map, span).flatMap((s) => toSource(inner.map, s))
        const read = (spans: readonly Span[]) => spans.map((s) => slice(inner.source, s)).join('')
        expect(read(direct)).toBe(read(steps))
      })
    )
  })

  it('survives packing, and slicing the map is mapping the slice', () => {
    fc.assert(
      fc.property(withSpan, ({ source, map, span }) => {
        expect(unpackMap(packMap(map))).toEqual(map)
        const part = sliceMap(map, span)
        const read = (spans: readonly Span[]) => spans.map((s) => slice(source, s)).join('')
        expect(read(toSource(part, { start: 0, end: part.cleanLength }))).toBe(read(toSource(map, span)))
      })
    )
  })

  it('refuses an array that is no packed map, with the number in the sentence', () => {
    expect(() => unpackMap([1, 2])).toThrow(/not 2/)
  })
})
