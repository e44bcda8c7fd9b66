/** The numbers of automatic numbering as Word prints them, by the names of `ST_NumberFormat` (ECMA-376, 17.18.59). */

type Writing = (value: number) => string | null

/**
 * A number (1 and more; 0 where a list begins with it) in a format of WordprocessingML.
 *
 * @returns null for a format that is not known here
 */
export function formatNumber(value: number, format: string): string | null {
  const writing = writings.get(format)
  if (writing === undefined) return null
  // a format that has no sign for a number prints it in decimal digits
  return writing(value) ?? String(value)
}

const simplifiedDigits = '零一二三四五六七八九'
const counting = (zero: string): Writing => (value) => (value < 100 ? counted(value, everyday) : digitsOf(value, zero + simplifiedDigits.slice(1)))
const sequence = (signs: string): Writing => (value) => Array.from(signs)[value - 1] ?? null
const digits = (signs: string): Writing => (value) => digitsOf(value, signs)
const digitsOf = (value: number, signs: string): string => String(Math.abs(value)).replace(/\d/g, (digit) => signs[Number(digit)]!)

interface Counting {
  readonly digits: string
  /** Ten, hundred, thousand. */
  readonly units: string
  readonly tenThousand: string
  /** Whether 10 is 一十 (壹拾), not 十. */
  readonly writesOneBeforeTen: boolean
  /** Whether 100 is 百, not 一百. */
  readonly omitsOne: boolean
}

const everyday: Counting = { digits: simplifiedDigits, units: '十百千', tenThousand: '万', writesOneBeforeTen: false, omitsOne: false }
const traditional: Counting = { ...everyday, tenThousand: '萬' }
const japanese: Counting = { ...everyday, omitsOne: true }
const legal: Counting = { digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟', tenThousand: '万', writesOneBeforeTen: true, omitsOne: false }
const legalTraditional: Counting = { ...legal, digits: '零壹貳參肆伍陸柒捌玖', tenThousand: '萬' }
const legalJapanese: Counting = { digits: '零壱弐参四伍六七八九', units: '拾百阡', tenThousand: '萬', writesOneBeforeTen: true, omitsOne: false }

/** 1 to 99,999,999; null beyond. */
function counted(value: number, way: Counting): string | null {
  if (value < 0 || value >= 1e8) return null
  if (value === 0) return way.digits[0]!
  const high = Math.floor(value / 1e4)
  const low = value % 1e4
  if (high === 0) return section(low, way, true)
  const gap = low > 0 && low < 1000 && !way.omitsOne ? way.digits[0]! : ''
  return section(high, way, true) + way.tenThousand + gap + (low > 0 ? section(low, way, false) : '')
}

/** 1 to 9999. */
function section(value: number, way: Counting, isFirst: boolean): string {
  let written = ''
  let skipped = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit === 0) {
      skipped = written !== ''
      continue
    }
    if (skipped && !way.omitsOne) written += way.digits[0]!
    skipped = false
    const isBareTen = power === 1 && digit === 1 && !way.writesOneBeforeTen && (way.omitsOne || (isFirst && written === ''))
    const isBare = isBareTen || (power > 1 && digit === 1 && way.omitsOne)
    written += (isBare ? '' : way.digits[digit]!) + (power > 0 ? way.units[power - 1]! : '')
  }
  return written
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']
]

function roman(value: number): string | null {
  if (value < 1 || value > 4999) return null
  let rest = value
  let written = ''
  for (const [worth, letters] of romans) {
    while (rest >= worth) {
      written += letters
      rest -= worth
    }
  }
  return written
}

/** A to Z, then AA, BB (not AB): as Word does. Thirty times round at most. */
function letter(value: number): string | null {
  if (value < 1 || value > 780) return null
  return String.fromCharCode(0x41 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}

function ordinal(value: number): string {
  const tens = value % 100
  const ending = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
  return `${value}${ending}`
}

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const circles = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const fullWidth = digits('０１２３４５６７８９')

const writings: ReadonlyMap<string, Writing> = new Map<string, Writing>([
  ['decimal', String],
  ['decimalHalfWidth', String],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalEnclosedCircle', sequence(circles)],
  ['decimalEnclosedCircleChinese', sequence(circles)],
  ['decimalEnclosedFullstop', sequence('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛')],
  ['decimalEnclosedParen', sequence('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇')],
  ['ideographEnclosedCircle', sequence('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉')],
  ['numberInDash', (value) => `- ${value} -`],
  ['upperRoman', roman],
  ['lowerRoman', (value) => roman(value)?.toLowerCase() ?? null],
  ['upperLetter', letter],
  ['lowerLetter', (value) => letter(value)?.toLowerCase() ?? null],
  ['ordinal', ordinal],
  ['hex', (value) => value.toString(16).toUpperCase()],
  ['chicago', (value) => (value > 0 && value <= 80 ? '*†‡§'[(value - 1) % 4]!.repeat(Math.ceil(value / 4)) : null)],
  ['chineseCounting', counting('○')],
  ['taiwaneseCounting', counting('○')],
  ['chineseCountingThousand', (value) => counted(value, everyday)],
  ['taiwaneseCountingThousand', (value) => counted(value, traditional)],
  ['japaneseCounting', (value) => counted(value, japanese)],
  ['chineseLegalSimplified', (value) => counted(value, legal)],
  ['ideographLegalTraditional', (value) => counted(value, legalTraditional)],
  ['japaneseLegal', (value) => counted(value, legalJapanese)],
  ['ideographDigital', digits('〇一二三四五六七八九')],
  ['japaneseDigitalTenThousand', digits('〇一二三四五六七八九')],
  ['taiwaneseDigital', digits('○一二三四五六七八九')],
  ['ideographTraditional', sequence(stems)],
  ['ideographZodiac', sequence(branches)],
  ['ideographZodiacTraditional', (value) => (value > 0 && value <= 60 ? stems[(value - 1) % 10]! + branches[(value - 1) % 12]! : null)],
  ['none', () => '']
])
