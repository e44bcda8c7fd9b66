import { describe, expect, it } from 'vitest'
import { numeralValue } from '#core/text/numerals.ts'
import { formatNumber } from '../../../../src-main/readers/docx/number-formats.ts'

const written = (format: string, ...values: readonly number[]): string => values.map((value) => formatNumber(value, format)).join(' ')

describe('the numbers of automatic numbering', () => {
  it.each([
    ['decimal', [1, 10], '1 10'],
    ['decimalZero', [1, 9, 10, 100], '01 09 10 100'],
    ['decimalFullWidth', [1, 10], '１ １０'],
    ['decimalEnclosedCircle', [1, 10, 20, 21], '① ⑩ ⑳ 21'],
    ['decimalEnclosedParen', [1, 20], '⑴ ⒇'],
    ['decimalEnclosedFullstop', [1, 20], '⒈ ⒛'],
    ['ideographEnclosedCircle', [1, 10, 11], '㊀ ㊉ 11'],
    ['chineseCounting', [1, 10, 11, 20, 21, 99, 100, 123], '一 十 十一 二十 二十一 九十九 一○○ 一二三'],
    ['taiwaneseCounting', [10, 19], '十 十九'],
    ['chineseCountingThousand', [1, 10, 15, 20, 100, 101, 110, 115, 1000, 1001, 1010, 10000, 10001, 100200], '一 十 十五 二十 一百 一百零一 一百一十 一百一十五 一千 一千零一 一千零一十 一万 一万零一 十万零二百'],
    ['taiwaneseCountingThousand', [20000], '二萬'],
    ['japaneseCounting', [10, 11, 20, 100, 101, 110, 1000, 1111], '十 十一 二十 百 百一 百十 千 千百十一'],
    ['chineseLegalSimplified', [1, 10, 11, 20, 105], '壹 壹拾 壹拾壹 贰拾 壹佰零伍'],
    ['ideographLegalTraditional', [2, 3, 6, 10], '貳 參 陸 壹拾'],
    ['ideographDigital', [1, 10, 20, 103], '一 一〇 二〇 一〇三'],
    ['ideographTraditional', [1, 2, 3, 10, 11], '甲 乙 丙 癸 11'],
    ['ideographZodiac', [1, 12, 13], '子 亥 13'],
    ['ideographZodiacTraditional', [1, 2, 11, 60, 61], '甲子 乙丑 甲戌 癸亥 61'],
    ['upperRoman', [1, 4, 9, 14, 40, 90, 400, 1994], 'I IV IX XIV XL XC CD MCMXCIV'],
    ['lowerRoman', [3, 8], 'iii viii'],
    ['upperLetter', [1, 26, 27, 28, 53], 'A Z AA BB AAA'],
    ['lowerLetter', [1, 27], 'a aa'],
    ['ordinal', [1, 2, 3, 4, 11, 12, 13, 21, 111], '1st 2nd 3rd 4th 11th 12th 13th 21st 111th'],
    ['numberInDash', [3], '- 3 -'],
    ['hex', [10, 255], 'A FF'],
    ['none', [1], '']
  ])('%s', (format, values, expected) => {
    expect(written(format, ...values)).toBe(expected)
  })

  it('writes Chinese numbers that are read back as the same numbers', () => {
    for (const format of ['chineseCountingThousand', 'ideographDigital'] as const) {
      for (let value = 100; value <= 30_000; value += 7) expect(numeralValue(formatNumber(value, format)!), `${format} ${value}`).toBe(value)
    }
  })

  it('stays short for any number a file may name', () => {
    for (const format of ['upperRoman', 'lowerLetter', 'chicago', 'chineseCountingThousand', 'ideographTraditional']) {
      for (const value of [-5, 0, 4999, 5000, 780, 781, 999_999_999]) expect(formatNumber(value, format)!.length).toBeLessThanOrEqual(30)
    }
  })

  it('does not know others', () => {
    expect(formatNumber(1, 'thaiLetters')).toBeNull()
  })
})
