import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOfIso, fieldsOfText, isoOfFields, precisionOf } from '../../../../src-renderer/date-fields.ts'
import { toggledAll, withRange } from '../../../../src-renderer/screens/reports/selecting.ts'
import { moveInTable } from '../../../../src-renderer/screens/reports/table-keys.ts'
import { toggled } from '../../../../src-renderer/state/toggled.ts'

describe('a date that is typed', () => {
  it.each([
    [['2023', '2', '10'], '2023-02-10'],
    [['2023', '2', ''], '2023-02'],
    [['2023', '', ''], '2023'],
    [['２０２４', '２', '２９'], '2024-02-29']
  ])('%j is %s', ([year = '', month = '', day = ''], iso) => expect(isoOfFields({ year, month, day })).toBe(iso))

  it.each([
    [['2023', '2', '29']],
    [['2023', '13', '1']],
    [['2023', '', '10']],
    [['23', '2', '10']],
    [['', '', '']],
    [['2023', '0', '']]
  ])('%j is no date', ([year = '', month = '', day = '']) => expect(isoOfFields({ year, month, day })).toBeNull())

  it('has the precision of what is filled in', () => {
    expect(['2023-02-10', '2023-02', '2023'].map(precisionOf)).toEqual(['day', 'month', 'year'])
  })

  it.each([
    ['2023年2月10日', '2023-02-10'],
    ['2023.2.10', '2023-02-10'],
    ['2023/02', '2023-02'],
    ['2023年', '2023']
  ])('may be put in as a whole: %s', (text, iso) => {
    const fields = fieldsOfText(text)
    expect(fields === null ? null : isoOfFields(fields)).toBe(iso)
  })

  it('waits while only a year is being typed', () => {
    expect(fieldsOfText('2023')).toBeNull()
  })

  it('comes back the same from every date there is', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.constantFrom(4, 7, 10), (date, length) => {
        const iso = date.toISOString().slice(0, length)
        expect(isoOfFields(fieldsOfIso(iso))).toBe(iso)
      })
    )
  })
})

describe('selecting', () => {
  const ids = ['a', 'b', 'c', 'd']

  it('adds and takes away one', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
    expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  })

  it('with Shift takes all between, either way', () => {
    expect(withRange(['b'], ids, { from: 'b', to: 'd' })).toEqual(['b', 'c', 'd'])
    expect(withRange(['d'], ids, { from: 'd', to: 'b' })).toEqual(['d', 'b', 'c'])
    expect(withRange([], ids, { from: 'gone', to: 'b' })).toEqual(['b'])
  })

  it('of all keeps what is selected outside the list', () => {
    expect(toggledAll(['x', 'a'], ids)).toEqual(['x', 'a', 'b', 'c', 'd'])
    expect(toggledAll(['x', ...ids], ids)).toEqual(['x'])
  })
})

describe('moving in the table', () => {
  const shape = { lines: 100, columns: 8, page: 12 }
  const move = (line: number, column: number, key: string, jump = false) => moveInTable({ line, column }, { key, jump }, shape)

  it('is by arrows, and ends at the edges', () => {
    expect(move(3, 2, 'ArrowDown')).toEqual({ line: 4, column: 2 })
    expect(move(0, 0, 'ArrowUp')).toEqual({ line: 0, column: 0 })
    expect(move(100, 7, 'ArrowRight')).toEqual({ line: 100, column: 7 })
  })

  it('is by Home and End in the line, with Ctrl to the first and last line', () => {
    expect(move(5, 4, 'Home')).toEqual({ line: 5, column: 0 })
    expect(move(5, 4, 'End')).toEqual({ line: 5, column: 7 })
    expect(move(5, 4, 'Home', true)).toEqual({ line: 1, column: 0 })
    expect(move(5, 4, 'End', true)).toEqual({ line: 100, column: 7 })
  })

  it('is by pages', () => {
    expect(move(5, 4, 'PageDown')).toEqual({ line: 17, column: 4 })
    expect(move(5, 4, 'PageUp')).toEqual({ line: 1, column: 4 })
  })

  it('leaves other keys alone, and never leaves the table', () => {
    expect(move(5, 4, 'a')).toBeNull()
    fc.assert(
      fc.property(fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End')), fc.nat(40), (keys, lines) => {
        let at = { line: 0, column: 0 }
        for (const key of keys) at = moveInTable(at, { key, jump: false }, { lines, columns: 8, page: 10 }) ?? at
        expect(at.line >= 0 && at.line <= lines && at.column >= 0 && at.column < 8).toBe(true)
      })
    )
  })
})
