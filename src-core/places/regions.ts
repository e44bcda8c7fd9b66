/**
 * The seven customary regions (七大地理分区), by the code of the provincial unit.
 *
 * Source: the first digit of a code of GB/T 2260 already groups the provinces: 1 华北, 2 东北, 3 华东,
 * 4 中南, 5 西南, 6 西北. The seven regions divide 中南 into 华中 (41–43) and 华南 (44–46), and count
 * 台湾 (71) to 华东, 香港 (81) and 澳门 (82) to 华南; 66 is the Corps of Xinjiang. Custom is not law: some books count 江西 to 华中 or
 * 福建 to 华南; this table keeps to the digits of the code.
 */
export const regions = [
  { id: 'north', name: { zh: '华北', en: 'North China' }, provinces: ['11', '12', '13', '14', '15'] },
  { id: 'northeast', name: { zh: '东北', en: 'Northeast China' }, provinces: ['21', '22', '23'] },
  { id: 'east', name: { zh: '华东', en: 'East China' }, provinces: ['31', '32', '33', '34', '35', '36', '37', '71'] },
  { id: 'central', name: { zh: '华中', en: 'Central China' }, provinces: ['41', '42', '43'] },
  { id: 'south', name: { zh: '华南', en: 'South China' }, provinces: ['44', '45', '46', '81', '82'] },
  { id: 'southwest', name: { zh: '西南', en: 'Southwest China' }, provinces: ['50', '51', '52', '53', '54'] },
  { id: 'northwest', name: { zh: '西北', en: 'Northwest China' }, provinces: ['61', '62', '63', '64', '65', '66'] }
] as const satisfies readonly { readonly id: string; readonly name: { readonly zh: string; readonly en: string }; readonly provinces: readonly string[] }[]

export type Region = (typeof regions)[number]

const byPrefix: ReadonlyMap<string, Region> = new Map(regions.flatMap((region) => region.provinces.map((prefix) => [prefix, region] as const)))

/** The region that a division lies in; null for the whole country and for what is none of the code table. */
export const regionOf = (divisionCode: string): Region | null => byPrefix.get(divisionCode.slice(0, 2)) ?? null
