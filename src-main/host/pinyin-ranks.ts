import { firstHan, lastHan, readingRanks } from '#core/concordance/reading-order.ts'

let ranks: Uint16Array | null = null

/** The order of pinyin, as ICU has it; worked out once, when lines are first sorted by what stands beside a word. */
export function pinyinRanks(): Uint16Array {
  if (ranks !== null) return ranks
  const { compare } = new Intl.Collator('zh-u-co-pinyin')
  const han = Array.from({ length: lastHan - firstHan + 1 }, (_, index) => String.fromCharCode(firstHan + index))
  ranks = readingRanks(han.sort(compare).map((character) => character.charCodeAt(0)))
  return ranks
}
