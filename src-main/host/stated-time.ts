/** In the library's form; null where it is none. */
export function timeOf(stated: string | null): string | null {
  const time = Date.parse(stated ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}
