import { describe, expect, it } from 'vitest'
import { linesNear, linesWithin } from '../../../../src-renderer/screens/matrix/sight.ts'

const columns = Array.from({ length: 31 }, () => 280)
const none = { first: 1, last: 0 }

describe('the lines that a stretch of pixels meets', () => {
  it('are those that it touches, of whatever sizes, 1-based', () => {
    expect(linesWithin([100, 300, 50, 200], { from: 0, to: 100 })).toEqual({ first: 1, last: 1 })
    expect(linesWithin([100, 300, 50, 200], { from: 399, to: 451 })).toEqual({ first: 2, last: 4 })
  })

  it('are none beyond the end and none of nothing', () => {
    expect(linesWithin([100, 300], { from: 400, to: 900 })).toEqual(none)
    expect(linesWithin([], { from: 0, to: 900 })).toEqual(none)
  })
})

describe('the lines that are drawn', () => {
  it('are those in sight and a few beyond, not all', () => {
    const { first, last } = linesNear(columns, { from: 2800, to: 4480 }, none)
    expect(first).toBeLessThan(11)
    expect(first).toBeGreaterThan(5)
    expect(last).toBeGreaterThan(16)
    expect(last).toBeLessThan(22)
  })

  it('stay drawn for a while when they go out of sight, so that none comes and goes at the edge', () => {
    const before = linesNear(columns, { from: 2800, to: 4480 }, none)
    expect(linesNear(columns, { from: 2820, to: 4500 }, before)).toBe(before)
    const moved = linesNear(columns, { from: 3080, to: 4760 }, before)
    expect(moved.first).toBe(before.first)
    expect(moved.last).toBeGreaterThan(before.last)
  })

  it('are others altogether after a leap', () => {
    const before = linesNear(columns, { from: 0, to: 1680 }, none)
    expect(linesNear(columns, { from: 6000, to: 7680 }, before).first).toBeGreaterThan(before.last)
  })
})
