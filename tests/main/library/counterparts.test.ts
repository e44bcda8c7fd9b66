import { describe, expect, it } from 'vitest'
import { counterparts } from '../../../src-main/library/counterparts.ts'

const ground = (...bounds: [number, number][]) => ({ spans: bounds.map(([start, end]) => ({ start, end })) })
const old = (bounds: [number, number], isTouched = false) => ({ ...ground(bounds), isTouched })

describe('which old report a new one takes the place of', () => {
  it('of a report that is cut in two, the larger part, whichever comes first', () => {
    expect(counterparts([old([0, 100])], [ground([0, 10]), ground([10, 100])])).toEqual([null, 0])
  })

  it('of two that become one, the larger one; but first the one that carries a person’s work', () => {
    expect(counterparts([old([0, 10]), old([10, 100])], [ground([0, 100])])).toEqual([1])
    expect(counterparts([old([0, 10], true), old([10, 100])], [ground([0, 100])])).toEqual([0])
  })

  it('counts all the stretches of both, in whatever order they are read', () => {
    expect(counterparts([old([0, 50]), old([50, 100])], [ground([60, 100], [0, 10]), ground([10, 60])])).toEqual([1, 0])
  })

  it('none, where less than half of the smaller one is shared', () => {
    expect(counterparts([old([0, 100])], [ground([90, 200])])).toEqual([null])
  })
})
