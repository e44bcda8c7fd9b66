/** Where words are looked for: the reading texts, the titles of the reports, a person's notes. */
export const searchedParts = ['text', 'title', 'note'] as const
export type SearchedPart = (typeof searchedParts)[number]

/**
 * Orders of a concordance: as imported; by what stands right or left of the word (first twelve characters,
 * Chinese in the order of pinyin); by province, then date; by date, then province.
 */
export const concordanceOrders = ['document', 'right', 'left', 'province', 'year'] as const
export type ConcordanceOrder = (typeof concordanceOrders)[number]
