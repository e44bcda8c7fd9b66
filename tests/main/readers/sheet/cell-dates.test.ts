import { describe, expect, it } from 'vitest'
import { dateText, shownDate } from '../../../../src-main/readers/sheet/cell-dates.ts'

const letters = (shown: ReturnType<typeof shownDate>): string | null =>
  shown === null ? null : Object.entries(shown).flatMap(([part, isShown]) => (isShown ? [part[0]!] : [])).join('')

describe('what a number format shows of a date', () => {
  it.each([
    ['yyyy-mm-dd', 'ymd'],
    ['yyyy"年"m"月"d"日"', 'ymd'],
    ['[$-804]yyyy\\年m\\月d\\日;@', 'ymd'],
    ['[DBNum1][$-804]yyyy"年"m"月"', 'ym'],
    ['e"年"', 'y'],
    ['m"月"d"日"', 'md'],
    ['yyyy/m/d h:mm:ss', 'ymdt'],
    ['h:mm AM/PM', 't'],
    ['mm:ss', 't'],
    ['General', null],
    ['0.00', null],
    ['0%', null],
    ['0.00E+00', null],
    ['@', null],
    ['[h]:mm', null],
    ['[Red]#,##0"元/月"', null],
    ['"day"', null]
  ])('%s', (code, expected) => {
    expect(letters(shownDate(164, code))).toBe(expected)
  })

  it('knows the formats that are named by number', () => {
    expect([14, 22, 31, 57, 58, 20, 0, 9, 49].map((id) => letters(shownDate(id, undefined)))).toEqual(['ymd', 'ymdt', 'ymd', 'ym', 'md', 't', null, null, null])
  })
})

describe('a date that is kept as a number of days', () => {
  const day = { year: true, month: true, day: true, time: false }
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [44_967, '2023-02-10'],
    [45_351, '2024-02-29'],
    [2_958_465, '9999-12-31']
  ])('%d is %s', (serial, iso) => {
    expect(dateText(serial, day, false)).toBe(iso)
  })

  it('counts from 1904 where the workbook does', () => {
    expect(dateText(0, day, true)).toBe('1904-01-01')
    expect(dateText(43_505, day, true)).toBe('2023-02-10')
  })

  it('keeps a time that is shown, to the second, and leaves out one that is not', () => {
    expect(dateText(44_967.4, { ...day, time: true }, false)).toBe('2023-02-10 09:36')
    expect(dateText(44_967.5, day, false)).toBe('2023-02-10')
    expect(dateText(44_967, { ...day, time: true }, false)).toBe('2023-02-10')
    expect(dateText(0.39586, { year: false, month: false, day: false, time: true }, false)).toBe('09:30:02')
  })

  it('is no date before the calendar begins and after it ends', () => {
    for (const serial of [-1, 2_958_466, 1e300, Number.NaN]) expect(dateText(serial, day, false)).toBeNull()
  })
})
