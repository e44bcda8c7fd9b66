import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellWidth, printable, wrapCells } from '#core/table/cell-width.ts'
import { terminalText } from '#core/table/terminal.ts'
import { comparisonOf, inventedComparison } from './invented-comparison.ts'

describe('cells of a terminal (虚构样例)', () => {
  it('counts Chinese characters and full-width marks as two, Latin as one, combining marks as none', () => {
    expect(['山区', 'ab', '，', '𠮷', 'e\u0301', '75％', '“山”'].map(cellWidth)).toEqual([4, 2, 2, 2, 1, 4, 4])
  })

  it('does not begin a line with a closing mark nor end one with an opening mark', () => {
    expect(wrapCells('山区食堂，驿站', 8)).toEqual(['山区食', '堂，驿站'])
    expect(wrapCells('山区食“堂”', 7)).toEqual(['山区食', '“堂”'])
  })

  it('keeps a Latin word together where it fits', () => {
    expect(wrapCells('建设 5G-Advanced 网', 12)).toEqual(['建设', '5G-Advanced', '网'])
  })

  it('loses no character and keeps the width, except that one wide character needs two cells', () => {
    const text = fc.string({ unit: fc.constantFrom('山', '，', '“', '”', 'a', '1', '𠮷', '（', '）') })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (line, width) => {
        const lines = wrapCells(line, width)
        expect(lines.join('')).toBe(line)
        for (const part of lines) expect(cellWidth(part)).toBeLessThanOrEqual(width)
      })
    )
  })

  it('lets no escape sequence and no change of direction through', () => {
    expect(printable('山\x1b[31m区\u202e食\t堂\r\n驿\0')).toBe('山�[31m区�食�堂\n驿�')
  })
})

describe('a comparison for a terminal (虚构样例)', () => {
  it('shows one theme after the other with the columns side by side', () => {
    const text = terminalText(inventedComparison, { language: 'zh', width: 80 })
    expect(text).toContain('━━ 主题elderly ━')
    expect(text).toMatch(/云东省 {2}1条 · 33字 · 82\.5% · 第1位 +│ 云西省 {2}1条 · 16字/)
    expect(text).toContain('共同短语: 新建山区食堂〔云东省、云西省〕')
    expect(text).toMatch(/│ 待读（程序未找到引文）$/m)
  })

  it('keeps every line within the width, also where columns must stand below each other', () => {
    for (const width of [20, 40, 61, 80, 200]) {
      for (const line of terminalText(inventedComparison, { language: 'en', width }).split('\n')) expect(cellWidth(line)).toBeLessThanOrEqual(width)
    }
  })

  it('prints hostile text as text', () => {
    expect(terminalText(comparisonOf('\x1b]0;山\x07'), { language: 'zh', width: 80 })).not.toMatch(/[\x1b\x07]/)
  })
})
