/** What a number format shows of a date. */
export interface ShownDate {
  readonly year: boolean
  readonly month: boolean
  readonly day: boolean
  readonly time: boolean
}

const parts = (letters: string): ShownDate => ({
  year: letters.includes('y'),
  month: letters.includes('m'),
  day: letters.includes('d'),
  time: letters.includes('t')
})

/**
 * Formats that a workbook names by number alone (ECMA-376 part 1, 18.8.30, with the list for zh-cn):
 * `y` year, `m` month, `d` day, `t` time.
 */
const builtIn = new Map<number, ShownDate>(
  [
    ['ymd', [14, 15, 30, 31]],
    ['md', [16, 28, 29, 51, 53, 54, 58]],
    ['ym', [17, 27, 36, 50, 52, 57]],
    ['t', [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56]],
    ['ymdt', [22]]
  ].flatMap(([letters, ids]) => (ids as number[]).map((id): [number, ShownDate] => [id, parts(letters as string)]))
)

/** What the format of a cell shows of a date; null: it shows a number or a text. */
export function shownDate(id: number, code: string | undefined): ShownDate | null {
  if (code === undefined) return builtIn.get(id) ?? null
  const letters = code
    .split(';', 1)[0]!
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .toLowerCase()
    // elapsed time ([h]:mm) is no moment; colours, languages and conditions are no letters of a date
    .replace(/\[(h+|m+|s+)\]/g, '#')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general|am\/pm|a\/p|e[+-]/g, '')
  if (/[#0?@]/.test(letters)) return null
  // m beside h or s are minutes
  const days = letters.replace(/h+[^a-z]*m+|m+[^a-z]*s+/g, 't')
  const shown: ShownDate = { year: /[ye]/.test(days), month: days.includes('m'), day: days.includes('d'), time: /[ths]/.test(days) }
  return shown.year || shown.month || shown.day || shown.time ? shown : null
}

const dayLength = 86_400_000

/**
 * The text of a date that a workbook keeps as a number of days: an ISO day, less where the format
 * shows less (`2023-02`, `2023`), with the time where it shows one that is not midnight.
 *
 * @param serial days since the beginning of 1900 (with its 29 February that never was) or of 1904
 * @returns null for a number that is no day of the calendar of spreadsheets
 * @example dateText(44967, { year: true, month: true, day: true, time: false }, false) // '2023-02-10'
 */
export function dateText(serial: number, shown: ShownDate, isFrom1904: boolean): string | null {
  // seconds are whole: 0.4 days are a few billionths off 09:36:00 as a binary fraction
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  if (!(days >= 0 && days <= 2_958_465)) return null
  const clock = new Date((seconds - days * 86_400) * 1000).toISOString().slice(11, 19).replace(/:00$/, '')
  if (!shown.year && !shown.month && !shown.day) return clock
  const iso = isoDay(days, isFrom1904)
  // a format that shows month and day alone keeps its year in the number
  const date = shown.day || (shown.month && !shown.year) ? iso : shown.month ? iso.slice(0, 7) : iso.slice(0, 4)
  return shown.time && seconds % 86_400 !== 0 ? `${date} ${clock}` : date
}

function isoDay(days: number, isFrom1904: boolean): string {
  if (!isFrom1904 && days === 60) return '1900-02-29'
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  return new Date(first + days * dayLength).toISOString().slice(0, 10)
}

/** `2023-02-10T00:00:00Z`, as a cell of type `d` keeps it: the day alone where it is midnight. */
export const isoCellText = (text: string): string => text.replace(/^(\d{4}-\d\d-\d\d)T00:00(?::00(?:\.0+)?)?Z?$/, '$1')
