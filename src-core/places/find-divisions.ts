import type { Gazetteer, Place, PlaceLevel } from './gazetteer.ts'

/**
 * The divisions that a person may mean by what is typed: 浙江, 杭州, 33, 3301; a province before it
 * narrows the rest (湖南 鼓楼, 浙江省杭州市). Names that begin with it come first, the higher ones before
 * the lower, those no longer in use last. An empty text gives the provincial units.
 */
export function findDivisions(gazetteer: Gazetteer, text: string, limit: number): Place[] {
  const words = text.normalize('NFKC').split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return gazetteer.provinces.slice(0, limit)
  const found: { place: Place; rank: number }[] = []
  for (const place of gazetteer.byCode.values()) {
    const rank = rankOf(place, words)
    if (rank !== null) found.push({ place, rank })
  }
  return found
    .sort((a, b) => a.rank - b.rank || (a.place.code < b.place.code ? -1 : 1))
    .slice(0, limit)
    .map(({ place }) => place)
}

const levelRank: Readonly<Record<PlaceLevel, number>> = { province: 0, prefecture: 1, county: 2 }

/** Lower is likelier; null where some word does not fit. */
function rankOf(place: Place, words: readonly string[]): number | null {
  const { code, name, province, level, isFormer } = place
  const full = place.code === province.code ? name : province.name + name
  const fits = words.every((word) => full.includes(word) || code.startsWith(word))
  if (!fits) return null
  const last = words.at(-1)!
  const beginning = name === last ? 0 : name.startsWith(last) || code.startsWith(last) ? 1 : name.includes(last) ? 2 : 3
  return beginning * 10 + levelRank[level] * 2 + (isFormer === true ? 1 : 0)
}
