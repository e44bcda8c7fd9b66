/**
 * Numbers as Chinese official prose writes them: ASCII and full-width digits (`1.2万`, `７５`), Chinese
 * numerals (`一千二百`, `两万三千`), mixtures (`3千`, `1.5万亿`), positional digits (`二〇二六`),
 * neighbouring digits for an estimate (`五六百`, `三四十`), tenths (`六成五`), fractions
 * (`百分之八十`, `三分之二`, `半数`).
 */

/** A number read at a place of a text; `[start, end)` are its characters. */
export interface Numeral {
  readonly start: number
  readonly end: number
  /** Finite, whatever was written. */
  readonly value: number
  /** Upper end of an estimate made of two neighbouring digits (`五六百`: 500 to 600), else null. */
  readonly upper: number | null
  /** Set where it is a share: by a sign that follows (not counted to `end`), or by the words. */
  readonly share: '％' | '‰' | null
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9
}

const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8, 兆: 1e12 }

/** Code of an ASCII digit for an ASCII or full-width digit, else -1. */
function digitAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  if (code >= 0xff10 && code <= 0xff19) return code - 0xff10
  return -1
}

/** Whether a number may begin with this UTF-16 code unit. */
export function mayStartNumeral(code: number): boolean {
  return NUMERAL_STARTS[code] === 1
}

/** One entry for each code unit: scanning a text asks for every character. */
const NUMERAL_STARTS = new Uint8Array(0x10000)
for (const character of '0123456789０１２３４５６７８９零〇一二两三四五六七八九十百千万半') NUMERAL_STARTS[character.charCodeAt(0)] = 1

/**
 * Reads the longest number that begins at `at`; null where none does.
 * Does not look before `at`: callers that scan a text go on from `end`.
 */
export function readNumeral(text: string, at: number): Numeral | null {
  if (digitAt(text, at) >= 0) return readDigits(text, at)
  return readShareInWords(text, at) ?? readChinese(text, at)
}

/** The value of a text that is nothing but a Chinese or mixed number (`十五`, `二〇二六`, `12`), else null. */
export function numeralValue(text: string): number | null {
  const numeral = text === '' ? null : readNumeral(text, 0)
  return numeral !== null && numeral.end === text.length && numeral.upper === null ? numeral.value : null
}

function readDigits(text: string, start: number): Numeral {
  let end = start
  let digits = ''
  let hasPoint = false
  for (; end < text.length; end++) {
    const digit = digitAt(text, end)
    if (digit >= 0) {
      digits += String(digit)
    } else if (!hasPoint && isPoint(text[end]!) && digitAt(text, end + 1) >= 0) {
      digits += '.'
      hasPoint = true
    } else if (!hasPoint && isGroupMark(text, end)) {
      continue
    } else {
      break
    }
  }
  const scale = readScale(text, end)
  const value = Math.min(multiply(Number(digits), scale.factor), Number.MAX_VALUE)
  return { start, end: scale.end, value, upper: null, share: shareSign(text, scale.end) }
}

function isPoint(character: string): boolean {
  return character === '.' || character === '．'
}

/** A comma between groups of three digits: `1,234,567`. */
function isGroupMark(text: string, at: number): boolean {
  if (text[at] !== ',') return false
  for (let i = 1; i <= 3; i++) if (digitAt(text, at + i) < 0) return false
  return digitAt(text, at + 4) < 0
}

/** The powers of ten after a number: `万`, `千万`, `万亿`. `百分点` is a unit, not a power. */
function readScale(text: string, at: number): { end: number; factor: number } {
  let end = at
  let factor = 1
  for (;;) {
    const character = text[end] ?? ''
    const unit = SMALL_UNITS[character] ?? LARGE_UNITS[character]
    if (unit === undefined || character === '十' || isUnitWord(text, end)) return { end, factor }
    factor *= unit
    end++
  }
}

/** `百分点`, `千瓦`, `千米`, `千克` … begin with a power of ten that belongs to the unit. */
function isUnitWord(text: string, at: number): boolean {
  const next = text[at + 1] ?? ''
  switch (text[at]) {
    case '百':
      return next === '分'
    case '千':
      return '瓦米克伏卡焦兆'.includes(next) && next !== ''
    case '兆':
      return true
    default:
      return false
  }
}

function shareSign(text: string, at: number): '％' | '‰' | null {
  const sign = text[at]
  if (sign === '%' || sign === '％' || sign === '﹪') return '％'
  return sign === '‰' ? '‰' : null
}

/** `百分之八十`, `千分之三`, `三分之二`, `半数`, `一半`, `六成`, `六成五`. */
function readShareInWords(text: string, start: number): Numeral | null {
  const tenths = readTenths(text, start)
  if (tenths !== null) return tenths
  if (text.startsWith('一半', start) || text.startsWith('半数', start)) {
    return { start, end: start + 2, value: 50, upper: null, share: '％' }
  }
  const fraction = fractionAt(text, start)
  if (fraction < 0) return null
  const below = text.slice(start, fraction)
  const whole = below === '百' ? 100 : below === '千' ? 1000 : below === '万' ? 10000 : readWhole(below)
  const above = readPlain(text, fraction + 2)
  if (whole === null || whole === 0 || above === null) return null
  if (whole === 1000) return { start, end: above.end, value: above.value, upper: null, share: '‰' }
  const percent = whole === 100 ? above.value : Math.round((above.value / whole) * 1e4) / 100
  return { start, end: above.end, value: percent, upper: null, share: '％' }
}

/** Where `分之` stands within the next few characters, or -1. */
function fractionAt(text: string, start: number): number {
  for (let at = start + 1; at <= start + 4; at++) if (text[at] === '分' && text[at + 1] === '之') return at
  return -1
}

function readTenths(text: string, start: number): Numeral | null {
  const tens = DIGITS[text[start] ?? '']
  if (tens === undefined || tens === 0) return null
  const second = DIGITS[text[start + 1] ?? '']
  const mark = second === undefined ? start + 1 : start + 2
  if (text[mark] !== '成' || '立员为果效熟本'.includes(text[mark + 1] ?? '无')) return null
  if (second !== undefined) return { start, end: mark + 1, value: tens * 10, upper: second * 10, share: '％' }
  const ones = DIGITS[text[mark + 1] ?? '']
  if (ones === undefined) return { start, end: mark + 1, value: tens * 10, upper: null, share: '％' }
  return { start, end: mark + 2, value: tens * 10 + ones, upper: null, share: '％' }
}

function readPlain(text: string, at: number): Numeral | null {
  return digitAt(text, at) >= 0 ? readDigits(text, at) : readChinese(text, at)
}

function readWhole(text: string): number | null {
  const numeral = readPlain(text, 0)
  return numeral !== null && numeral.end === text.length ? numeral.value : null
}

function readChinese(text: string, start: number): Numeral | null {
  const positional = readPositional(text, start)
  if (positional !== null) return positional
  let total = 0
  let section = 0
  let pending: number | null = null
  let pendingUpper: number | null = null
  let upperGap = 0
  let lastUnit = 0
  let end = start
  for (; end < text.length; end++) {
    const character = text[end]!
    const digit = DIGITS[character]
    if (digit !== undefined) {
      if (pending !== null && pending !== 0) {
        if (digit !== pending + 1 || pendingUpper !== null) break
        pendingUpper = digit
        continue
      }
      pending = digit
      continue
    }
    const small = SMALL_UNITS[character]
    if (small !== undefined) {
      if (isUnitWord(text, end) && end > start) break
      section += (pending ?? 1) * small
      if (pendingUpper !== null) upperGap = small
      pending = pendingUpper = null
      lastUnit = small
      continue
    }
    const large = LARGE_UNITS[character]
    if (large === undefined || (character === '万' && end === start) || character === '兆') break
    const amount = section + (pending ?? 0)
    if (amount === 0 && total === 0) break
    total = large > 1e4 && total > 0 ? (total + amount) * large : total + amount * large
    if (pendingUpper !== null) upperGap = large
    else if (upperGap > 0) upperGap *= large
    section = 0
    pending = pendingUpper = null
    lastUnit = large
  }
  if (end === start) return null
  const ones = pending === null ? 0 : lastUnit >= 100 && text[end - 2] !== '零' ? pending * (lastUnit / 10) : pending
  if (pendingUpper !== null) upperGap = 1
  const value = Math.min(total + section + ones, Number.MAX_VALUE)
  const point = readChinesePoint(text, end, value)
  if (point !== null) return { ...point, start, upper: null, share: null }
  return { start, end, value, upper: upperGap > 0 ? value + upperGap : null, share: null }
}

/** `二〇二六`: three or more digits with no power of ten between them. */
function readPositional(text: string, start: number): Numeral | null {
  let end = start
  let value = 0
  while (end < text.length && DIGITS[text[end]!] !== undefined && text[end] !== '两') {
    value = Math.min(value * 10 + DIGITS[text[end]!]!, Number.MAX_VALUE)
    end++
  }
  return end - start >= 3 ? { start, end, value, upper: null, share: null } : null
}

/** The decimals of `三点五`. */
function readChinesePoint(text: string, at: number, whole: number): { end: number; value: number } | null {
  if (text[at] !== '点') return null
  let end = at + 1
  let value = whole
  let place = 0.1
  while (end < text.length && DIGITS[text[end]!] !== undefined) {
    value += DIGITS[text[end]!]! * place
    place /= 10
    end++
  }
  if (end === at + 1) return null
  return { end, value: Math.round(value * 1e6) / 1e6 }
}

/** A product without the dust of binary fractions: 1.2 × 10000 is 12000. */
function multiply(value: number, factor: number): number {
  return factor === 1 ? value : Math.round(value * factor * 1e6) / 1e6
}
