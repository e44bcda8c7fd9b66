import { describe, expect, it } from 'vitest'
import type { OriginalLine } from '#core/contract/calls.ts'
import type { SourceLine } from '#core/source/source.ts'
import { pageMarks, positionAt } from '../../../../src-renderer/screens/reader/page-marks.ts'

// 虚构样例：第 1 页两行，第 2 页一行直排；行间有换行符。
const line = (number: number, start: number, text: string, more: Partial<SourceLine> = {}): OriginalLine => ({
  number, start, end: start + text.length, text, page: 1, ...more
})
const equal = line(1, 0, '甲乙丙丁', { box: { x: 100, y: 50, width: 40, height: 10 } })
const uneven = line(2, 5, '戊 己庚', { box: { x: 100, y: 70, width: 50, height: 12 }, edges: [100, 112, 118, 130, 150] })
const vertical = line(3, 10, '辛壬癸', { page: 2, box: { x: 300, y: 40, width: 14, height: 45 }, edges: [40, 55, 70, 85], isVertical: true })
const lines = [equal, uneven, vertical]

describe('marks on the pages', () => {
  it('take equal parts of a line whose characters have no places of their own', () => {
    expect(pageMarks(lines, [{ start: 1, end: 3 }])).toEqual([{ x: 110, y: 50, width: 20, height: 10, page: 1, line: 1 }])
  })

  it('take the places of the characters where the file gives them, from top to bottom in a vertical line', () => {
    expect(pageMarks(lines, [{ start: 7, end: 8 }])).toEqual([{ x: 118, y: 70, width: 12, height: 12, page: 1, line: 2 }])
    expect(pageMarks(lines, [{ start: 11, end: 13 }])).toEqual([{ x: 300, y: 55, width: 14, height: 30, page: 2, line: 3 }])
  })

  it('go from line to line and from page to page', () => {
    expect(pageMarks(lines, [{ start: 3, end: 11 }]).map(({ page, line: number, x, y }) => [page, number, x, y])).toEqual([
      [1, 1, 130, 50],
      [1, 2, 100, 70],
      [2, 3, 300, 40]
    ])
  })

  it('are one where only a space lies between, two where a word or a wide gap does', () => {
    const around = [{ start: 5, end: 6 }, { start: 7, end: 9 }]
    expect(pageMarks(lines, around)).toEqual([{ x: 100, y: 70, width: 50, height: 12, page: 1, line: 2 }])
    expect(pageMarks(lines, [{ start: 0, end: 1 }, { start: 2, end: 4 }])).toHaveLength(2)
    const wide = line(1, 0, '甲 乙', { box: { x: 0, y: 0, width: 120, height: 10 }, edges: [0, 10, 110, 120] })
    expect(pageMarks([wide], [{ start: 0, end: 1 }, { start: 2, end: 3 }])).toHaveLength(2)
  })

  it('follow a line that is written from right to left', () => {
    const leftward = line(1, 0, '甲乙', { box: { x: 10, y: 0, width: 20, height: 10 }, edges: [30, 20, 10] })
    expect(pageMarks([leftward], [{ start: 0, end: 1 }])).toEqual([{ x: 20, y: 0, width: 10, height: 10, page: 1, line: 1 }])
  })

  it('leave out what stands on no page', () => {
    expect(pageMarks([line(1, 0, '甲乙', { page: null })], [{ start: 0, end: 2 }])).toEqual([])
    expect(pageMarks(lines, [])).toEqual([])
  })
})

describe('a point of a page', () => {
  it('means the character under it, in either direction of writing', () => {
    expect(positionAt(lines, 1, { x: 125, y: 55 })).toBe(2)
    expect(positionAt(lines, 1, { x: 131, y: 75 })).toBe(8)
    expect(positionAt(lines, 2, { x: 305, y: 69 })).toBe(11)
  })

  it('leads back from every mark to its own character', () => {
    for (const { start, end, page, text } of lines) {
      for (let at = start; at < end; at++) {
        if (text[at - start] === ' ') continue
        const [mark] = pageMarks(lines, [{ start: at, end: at + 1 }])
        expect(mark && positionAt(lines, page ?? 0, { x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 })).toBe(at)
      }
    }
  })

  it('means the line it lies close to, and nothing in the white of the page or on another page', () => {
    expect(positionAt(lines, 1, { x: 99, y: 62 })).toBe(0)
    expect(positionAt(lines, 1, { x: 400, y: 400 })).toBe(null)
    expect(positionAt(lines, 2, { x: 125, y: 55 })).toBe(null)
  })
})
