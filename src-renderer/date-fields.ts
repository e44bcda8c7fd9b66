/** A date as it is typed: the day may be left out, and the month. */
export interface DateFields {
  readonly year: string
  readonly month: string
  readonly day: string
}

export type Precision = 'day' | 'month' | 'year'

export function fieldsOfIso(iso: string | null): DateFields {
  const [year = '', month = '', day = ''] = (iso ?? '').split('-')
  return { year, month: plain(month), day: plain(day) }
}

const plain = (digits: string): string => digits.replace(/^0/, '')

/** `2023-02-10`, `2023-02` or `2023`; null for what is no date (2023-02-30, a day without its month). */
export function isoOfFields({ year, month, day }: DateFields): string | null {
  const [y, m, d] = [year, month, day].map((text) => text.normalize('NFKC').trim()) as [string, string, string]
  if (!/^[12]\d{3}$/.test(y)) return null
  if (m === '') return d === '' ? y : null
  if (!/^\d{1,2}$/.test(m) || Number(m) < 1 || Number(m) > 12) return null
  const months = `${y}-${m.padStart(2, '0')}`
  if (d === '') return months
  return /^\d{1,2}$/.test(d) && Number(d) >= 1 && Number(d) <= daysIn(Number(y), Number(m)) ? `${months}-${d.padStart(2, '0')}` : null
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export const precisionOf = (iso: string): Precision => (iso.length === 10 ? 'day' : iso.length === 7 ? 'month' : 'year')

/** A whole date that was typed or pasted into the field of the year: 2023年2月10日, 2023.2.10, 2023-02. */
export function fieldsOfText(text: string): DateFields | null {
  const match = /^\s*([12]\d{3})\s*[年./-]\s*(?:(\d{1,2})\s*(?:[月./-]\s*(?:(\d{1,2})\s*日?)?)?)?\s*$/.exec(text.normalize('NFKC'))
  if (match === null) return null
  return { year: match[1] ?? '', month: plain(match[2] ?? ''), day: plain(match[3] ?? '') }
}
