const digits = '〇一二三四五六七八九'
const financial = '零壹贰叁肆伍陆柒捌玖'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

/** A number as an automatic list prints it, by the numbers Word has for its formats. */
export function formattedNumber(value: number, format: number): string {
  const write = formats.get(format)
  return value < 0 || write === undefined ? String(value) : write(value)
}

/** Formats that print no number: a bullet, or nothing at all. */
export const bulletFormat = 23
export const noNumberFormat = 255

const counted = (value: number): string => chineseNumber(value, digits, '十百千')
const legal = (value: number): string => chineseNumber(value, financial, '拾佰仟')
const digitByDigit = (value: number): string => [...String(value)].map((digit) => digits[Number(digit)]!).join('')
const fullWidth = (value: number): string => [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('')

/** From a row of characters, as long as it lasts. */
const fromRow = (first: number, length: number) => (value: number): string =>
  value >= 1 && value <= length ? String.fromCharCode(first + value - 1) : String(value)

const circled = (value: number): string => fromRow(0x2460, 20)(value)
const fromText = (row: string) => (value: number): string => row[value - 1] ?? String(value)

const formats: ReadonlyMap<number, (value: number) => string> = new Map([
  [1, (value: number) => roman(value)],
  [2, (value: number) => roman(value).toLowerCase()],
  [3, (value: number) => letters(value)],
  [4, (value: number) => letters(value).toLowerCase()],
  [10, digitByDigit],
  [11, counted],
  [14, fullWidth],
  [16, legal],
  [17, counted],
  [18, circled],
  [19, fullWidth],
  [22, (value: number) => String(value).padStart(2, '0')],
  [26, fromRow(0x2488, 20)],
  [27, fromRow(0x2474, 20)],
  [28, circled],
  [29, fromRow(0x3280, 10)],
  [30, fromText(stems)],
  [31, fromText(branches)],
  [33, counted],
  [34, legal],
  [35, counted],
  [36, digitByDigit],
  [37, counted],
  [38, legal],
  [39, counted]
])

/** 十一, 二十, 一百零五; figure by figure from ten thousand on, which no list reaches. */
function chineseNumber(value: number, names: string, units: string): string {
  if (value === 0) return names[0] === '〇' ? '零' : names[0]!
  if (value > 9999) return [...String(value)].map((digit) => names[Number(digit)]!).join('')
  const figures = [...String(value)].map(Number)
  let text = ''
  figures.forEach((figure, index) => {
    const power = figures.length - 1 - index
    if (figure !== 0) text += names[figure]! + (power > 0 ? units[power - 1]! : '')
    else if (!text.endsWith('零') && figures.slice(index).some((other) => other !== 0)) text += '零'
  })
  // 一十 is written 十, but only at the start and only in the everyday form
  return names === digits && value >= 10 && value < 20 ? text.slice(1) : text
}

const romanValues = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']
] as const

function roman(value: number): string {
  if (value === 0 || value > 9999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, name] of romanValues) {
    text += name.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return text
}

/** A … Z, AA, BB …: the letter is repeated. */
function letters(value: number): string {
  if (value === 0 || value > 780) return String(value)
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
}
