import { describe, expect, it } from 'vitest'
import { moveInGrid, readPlace, writePlace } from '../../../../src-renderer/screens/matrix/grid-keys.ts'

const filled = new Set(['1:1', '1:4', '3:1'])
const shape = { rows: 3, columns: 4, isFilled: (place: { row: number; column: number }) => filled.has(writePlace(place)) }
const move = (from: string, key: string, jump = false): string | null => {
  const to = moveInGrid(readPlace(from), { key, jump }, shape)
  return to === null ? null : writePlace(to)
}

describe('keys of the table', () => {
  it('move one cell, and stop at the headers and at the far edges', () => {
    expect(move('2:2', 'ArrowRight')).toBe('2:3')
    expect(move('1:1', 'ArrowUp')).toBe('0:1')
    expect(move('0:1', 'ArrowUp')).toBe('0:1')
    expect(move('3:4', 'ArrowDown')).toBe('3:4')
    expect(move('1:1', 'ArrowLeft')).toBe('1:0')
  })

  it('go to the first and the last column, with Ctrl to the corners', () => {
    expect(move('2:3', 'Home')).toBe('2:1')
    expect(move('2:3', 'End')).toBe('2:4')
    expect(move('2:3', 'Home', true)).toBe('1:1')
    expect(move('2:3', 'End', true)).toBe('3:4')
  })

  it('jump with Ctrl to the next cell that has text, and stay where there is none', () => {
    expect(move('1:1', 'ArrowRight', true)).toBe('1:4')
    expect(move('1:1', 'ArrowDown', true)).toBe('3:1')
    expect(move('3:1', 'ArrowRight', true)).toBe('3:1')
  })

  it('leave other keys alone', () => {
    expect(move('1:1', 'a')).toBeNull()
  })
})
