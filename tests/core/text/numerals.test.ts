import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayStartNumeral, numeralValue, readNumeral } from '#core/text/numerals.ts'

const read = (text: string) => {
  const numeral = readNumeral(text, 0)
  return numeral === null ? null : { text: text.slice(0, numeral.end), value: numeral.value, upper: numeral.upper, share: numeral.share }
}

describe('numbers of official prose', () => {
  it.each([
    ['75', 75],
    ['７５', 75],
    ['1,234,567', 1234567],
    ['1.2万', 12000],
    ['２．８', 2.8],
    ['3千', 3000],
    ['1.5万亿', 1.5e12],
    ['一百二十', 120],
    ['一百零五', 105],
    ['两万三千', 23000],
    ['十五', 15],
    ['二十', 20],
    ['一万二', 12000],
    ['三点五', 3.5],
    ['二〇二六', 2026],
    ['千', 1000]
  ])('%s is %d', (text, value) => {
    expect(numeralValue(text)).toBe(value)
  })

  it('reads shares by their sign and in words', () => {
    expect(read('75％以上')).toEqual({ text: '75', value: 75, upper: null, share: '％' })
    expect(read('3‰')).toMatchObject({ value: 3, share: '‰' })
    expect(read('百分之八十')).toEqual({ text: '百分之八十', value: 80, upper: null, share: '％' })
    expect(read('三分之二')).toMatchObject({ text: '三分之二', value: 66.67, share: '％' })
    expect(read('六成以上')).toMatchObject({ text: '六成', value: 60, share: '％' })
    expect(read('六成五')).toMatchObject({ text: '六成五', value: 65 })
    expect(read('半数以上')).toMatchObject({ text: '半数', value: 50 })
    expect(read('三成立后')).toMatchObject({ text: '三', share: null })
  })

  it('reads two neighbouring digits as an estimate', () => {
    expect(read('五六百人')).toEqual({ text: '五六百', value: 500, upper: 600, share: null })
    expect(read('三四十')).toMatchObject({ value: 30, upper: 40 })
    expect(read('七八成')).toMatchObject({ value: 70, upper: 80, share: '％' })
  })

  it('leaves powers of ten that belong to the unit', () => {
    expect(read('13.7个百分点')).toMatchObject({ text: '13.7', value: 13.7 })
    expect(read('2百分点')).toMatchObject({ text: '2' })
    expect(read('5千瓦')).toMatchObject({ text: '5' })
    expect(read('3000万千瓦')).toMatchObject({ text: '3000万', value: 3e7 })
  })

  it('is null where no number begins', () => {
    expect(read('养老')).toBeNull()
    expect(read('')).toBeNull()
    expect(numeralValue('十五五')).toBeNull()
  })

  it('writes and reads whole numbers back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
      expect(numeralValue(String(value))).toBe(value)
      expect(numeralValue(inChinese(value))).toBe(value)
    }))
  })

  it('never throws, never goes backwards, and begins only where it may', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'零一二三十百千万亿分之成点.,%％0９半两') }), (text) => {
      for (let at = 0; at < text.length; at++) {
        const numeral = readNumeral(text, at)
        if (numeral === null) continue
        expect(numeral.end).toBeGreaterThan(at)
        expect(numeral.end).toBeLessThanOrEqual(text.length)
        expect(mayStartNumeral(text.charCodeAt(at))).toBe(true)
        expect(Number.isFinite(numeral.value)).toBe(true)
      }
    }))
  })
})

/** A whole number below 100 million in Chinese numerals: 10305 is 一万零三百零五. */
function inChinese(value: number): string {
  if (value >= 10_000) {
    const rest = value % 10_000
    const zero = rest > 0 && rest < 1000 ? '零' : ''
    return `${inChinese(Math.floor(value / 10_000))}万${rest === 0 ? '' : zero + inChinese(rest)}`
  }
  let text = ''
  let gap = false
  for (const [unit, name] of [[1000, '千'], [100, '百'], [10, '十'], [1, '']] as const) {
    const digit = Math.floor(value / unit) % 10
    if (digit === 0) {
      gap = text !== ''
    } else {
      text += (gap ? '零' : '') + '零一二三四五六七八九'[digit] + name
      gap = false
    }
  }
  return text
}
