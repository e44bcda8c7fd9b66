/** Parts of something that was kept, in the form asked for; what has another form is left out. */

export const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {} // checked on this line

export const asNumbers = (value: unknown): Record<string, number> =>
  Object.fromEntries(Object.entries(asRecord(value)).filter((entry): entry is [string, number] => typeof entry[1] === 'number' && Number.isFinite(entry[1])))
