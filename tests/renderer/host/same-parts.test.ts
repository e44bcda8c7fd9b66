import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withSameParts } from '../../../src-renderer/host/same-parts.ts'

describe('an answer that came again', () => {
  it('is the very same object where nothing changed', () => {
    const before = { rows: [{ a: 1, list: [1, 2, { b: null }] }], name: '甲' }
    expect(withSameParts(before, structuredClone(before))).toBe(before)
  })

  it('keeps the parts that did not change', () => {
    const before = { rows: [{ a: 1 }, { a: 2 }], names: ['甲'] }
    const now = withSameParts(before, { rows: [{ a: 1 }, { a: 3 }], names: ['甲'] })
    expect(now).toEqual({ rows: [{ a: 1 }, { a: 3 }], names: ['甲'] })
    expect(now.rows[0]).toBe(before.rows[0])
    expect(now.rows[1]).not.toBe(before.rows[1])
    expect(now.names).toBe(before.names)
  })

  it('always says exactly what came (any two answers)', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (before, now) => {
        const copy = structuredClone(now)
        expect(withSameParts(before, now)).toEqual(copy)
        expect(withSameParts(now, copy)).toEqual(copy)
      })
    )
  })
})
