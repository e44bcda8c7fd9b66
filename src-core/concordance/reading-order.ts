/**
 * The rank of each UTF-16 code unit where lines are sorted by the characters beside a word: the end of a
 * text first (0), then marks, digits and letters by code, then Chinese in the order given, then the rest.
 *
 * @param han the code units from U+4E00 to U+9FFF in the order of their reading
 */
export function readingRanks(han: readonly number[]): Uint16Array {
  const ranks = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
  han.forEach((code, index) => (ranks[code] = firstHan + index))
  return ranks
}

export const firstHan = 0x4e00
export const lastHan = 0x9fff
