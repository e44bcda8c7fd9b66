import { describe, expect, it } from 'vitest'
import { restoredArrangement } from '../../../../src-renderer/screens/matrix/matrix-state.ts'

describe('the arrangement of the table', () => {
  it('comes back as it was left', () => {
    const left = {
      transposed: true, withTarget: true, withNote: false, emptyThemes: true, height: 'open', rowHeights: { x: 'closed' }, cellHeights: { 'x a': 'folded' },
      widths: { a: 420 }, columnOrder: ['b', 'a'], themeOrder: ['y'], active: { theme: 'x', column: null }, scroll: { left: 40, top: 900 }
    }
    expect(restoredArrangement(JSON.parse(JSON.stringify(left)) as Record<string, unknown>)).toEqual(left)
  })

  it('begins anew where something else was kept, and never makes a column too narrow to read', () => {
    const fresh = restoredArrangement({ height: 'tall', rowHeights: { x: 7 }, widths: { a: 3, b: 'wide' }, columnOrder: 'b', active: 4, scroll: null })
    expect(fresh).toMatchObject({ transposed: false, height: 'folded', rowHeights: {}, widths: { a: 280 }, columnOrder: [], active: { theme: null, column: null }, scroll: { left: 0, top: 0 } })
    expect(restoredArrangement({}).active).toBeNull()
  })
})
