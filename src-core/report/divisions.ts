import { isWithin, type Place, type PlaceMention } from '../places/gazetteer.ts'
import type { Jurisdiction, JurisdictionBasis } from './report.ts'

/** From the places a text names to the division of a report. */

/** GB/T 2260 codes begin at the province; statistics write the nation as 000000. */
export const NATIONAL: Omit<Jurisdiction, 'basis'> = { level: 'national', code: '000000', name: '全国', province: null }

/** The mention at `from`, with the divisions that follow it and lie within it: 四川|凉山州|越西县. */
export function deepest(mentions: readonly PlaceMention[], from: number): Place | null {
  const first = mentions[from]
  if (first === undefined) return null
  let [place, end, isAmbiguous] = [first.place, first.end, first.isAmbiguous]
  for (const next of mentions.slice(from + 1)) {
    if (next.start - end > 1 || next.place === place || !isWithin(next.place, place)) break
    ;[place, end, isAmbiguous] = [next.place, next.end, false]
  }
  if (!isAmbiguous) return place
  // 鼓楼区 of two cities: at least the province is sure where all of that name lie in one.
  return first.candidates.every((other) => other.province.code === place.province.code) ? provincePlace(place) : null
}

export const provincePlace = (place: Place): Place => ({ ...place.province, level: 'province', province: place.province })

export function asJurisdiction(place: Place, basis: JurisdictionBasis): Jurisdiction {
  const { code, name, level, province } = place
  return { level, code, name, province: { code: province.code, name: province.name }, basis }
}
