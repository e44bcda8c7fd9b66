import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packMap, toClean, toSource, unpackMap, type OffsetMap, type Piece } from '#core/text/offset-map.ts'
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
    const pieces: Piece[] = []
    let text = ''
    for (const range of [...ranges.filter((_, i) => i % 2 === 1), ...ranges.filter((_, i) => i % 2 === 0)]) {
      if (coins.next().value === false) continue // left out, like a stray space
      if (coins.next().value === true) text += '\n'
      pieces.push({ clean: text.length, source: range.start, length: range.end - range.start })
      text += slice(source, range)
    }
    const map: OffsetMap = { cleanLength: text.length, pieces }
    return { source, text, map }
  })

const someSpan = (length: number) =>
  fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]): Span => ({ start: Math.min(a, b), end: Math.max(a, b) }))

const withSpan = mapped.chain((m) => someSpan(m.text.length).map((s) => ({ ...m, span: s })))

/** Whether a clean position stands for a character of the source. */
const isTaken = (map: OffsetMap, at: number): boolean => map.pieces.some((p) => p.clean <= at && at < p.clean + p.length)

const positions = (s: Span): number[] => [...Array(s.end - s.start).keys()].map((i) => s.start + i)

describe('an offset map between clean and source text', () => {
  it('gives for every clean range exactly the characters that were taken', () => {
    fc.assert(
      fc.property(withSpan, ({ source, text, map, span }) => {
        const there = toSource(map, span).map((s) => slice(source, s)).join('')
        const own = positions(span)
          .filter((at) => isTaken(map, at))
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
        expect(covered).toBe(positions(span).filter((at) => isTaken(map, at)).length)
        expect(back.every((s) => s.start >= span.start && s.end <= span.end)).toBe(true)
      })
    )
  })

  it('survives packing', () => {
    fc.assert(
      fc.property(mapped, ({ map }) => {
        expect(unpackMap(packMap(map))).toEqual(map)
      })
    )
  })

  it('refuses an array that is no packed map, with the number in the sentence', () => {
    expect(() => unpackMap([1, 2])).toThrow(/not 2/)
  })
})
