import type { ReadLine } from './read-line.ts'

/**
 * Half-width marks that the network reads where Chinese print has full-width ones: the two look alike,
 * and it was trained on both. Between Chinese characters (or at the end of a line that has them) only
 * the full-width one is ever printed. A full stop, a percent sign and digits are left as they are read.
 */
const fullWidth: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' }

const isChinese = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Han}\u3000-\u303f\uff01-\uff5e\u2014\u2018\u2019\u201c\u201d\u2026\u00b7]/u.test(character)

/** A read line as Chinese is printed: no spaces beside Chinese characters, full-width marks between them. */
export function asPrinted(line: ReadLine): ReadLine {
  const units = [...line.text]
  if (units.length !== line.text.length) return line
  const kept = units.flatMap((unit, n) => (unit === ' ' && isBesideChinese(units, n) ? [] : [{ unit, middle: line.middles[n] ?? 0 }]))
  const characters = kept.map(({ unit }) => unit)
  let isQuoting = false
  const text = characters.map((unit, n) => {
    if (unit === '“') isQuoting = true
    if (unit === '”') isQuoting = false
    const isAmongChinese = isChineseOrEnd(characters, n - 1) && isChineseOrEnd(characters, n + 1) && characters.some(isChinese)
    if (unit === '"' && isQuoting && isAmongChinese) {
      isQuoting = false
      return '”'
    }
    if (unit === '—' && isOneAtBeginning(characters, n)) return '一'
    return isAmongChinese ? (fullWidth[unit] ?? unit) : unit
  })
  return { text: text.join(''), middles: kept.map(({ middle }) => middle), confidence: line.confidence }
}

/** A dash is printed as two; a single one that begins a sentence is the numeral of 一是, 一要. */
function isOneAtBeginning(units: readonly string[], n: number): boolean {
  return (n === 0 || '。；：！？'.includes(units[n - 1] ?? '')) && /\p{Script=Han}/u.test(units[n + 1] ?? '')
}

function isBesideChinese(units: readonly string[], n: number): boolean {
  return n === 0 || n === units.length - 1 || isChinese(units[n - 1]) || isChinese(units[n + 1])
}

/** Marks that follow each other (`）,`) are judged together with what is around them. */
function isChineseOrEnd(units: readonly string[], n: number): boolean {
  return n < 0 || n >= units.length || isChinese(units[n]) || (units[n] ?? '') in fullWidth
}
