import type { PackedSummaries, ReportSummary, SummaryPart } from '../contract/calls.ts'

/**
 * Ten thousand summaries in half of their JSON. Whatever is no count is written once, however many
 * reports it belongs to, and a report is a stretch of whole numbers: the places of its parts, and the
 * counts themselves. In order: id, title, jurisdiction, date, meeting, issuer, characters, themes;
 * the source's id, file name, folders and media type; confidence, recognised, links, importedAt, notes,
 * machine.
 */
export function packSummaries(summaries: Iterable<ReportSummary>): PackedSummaries {
  const parts = new Parts()
  const row: number[] = []
  for (const { id, title, jurisdiction, date, meeting, issuer, characters, themes, source, confidence, recognised, links, importedAt, notes, machine } of summaries) {
    row.push(parts.placeOf(id), parts.placeOf(title), parts.placeOf(jurisdiction), parts.placeOf(date), parts.placeOf(meeting), parts.placeOf(issuer), characters, parts.placeOf(themes))
    row.push(parts.placeOf(source.id), parts.placeOf(source.fileName), parts.placeOf(source.folders), parts.placeOf(source.mediaType))
    row.push(parts.placeOf(confidence), parts.placeOf(recognised), parts.placeOf(links), parts.placeOf(importedAt), notes, parts.placeOf(machine))
  }
  return { parts: parts.list, row }
}

/** Each part with its place in the list. Objects that say the same are one part. */
class Parts {
  readonly list: SummaryPart[] = []
  readonly #places = new Map<SummaryPart, number>()
  readonly #said = new Map<string, number>()

  placeOf(part: SummaryPart): number {
    const known = this.#places.get(part)
    if (known !== undefined) return known
    const place = typeof part === 'object' && part !== null ? this.#placeOfObject(part) : this.#add(part)
    this.#places.set(part, place)
    return place
  }

  #placeOfObject(part: object & SummaryPart): number {
    const said = JSON.stringify(part)
    const known = this.#said.get(said)
    if (known !== undefined) return known
    const place = this.#add(part)
    this.#said.set(said, place)
    return place
  }

  #add(part: SummaryPart): number {
    return this.list.push(part) - 1
  }
}

/**
 * The inverse of `packSummaries`. Reports that have a part in common share it, as one object.
 * @throws RangeError when the row is not one of `packSummaries`
 */
export function unpackSummaries({ parts, row }: PackedSummaries): ReportSummary[] {
  const summaries: ReportSummary[] = []
  let at = 0
  const count = (): number => {
    const number = row[at++]
    if (number === undefined) throw new RangeError('A packed row of summaries ends too early')
    return number
  }
  // what `packSummaries` put there has the type of the field it came from
  const part = <T extends SummaryPart>(): T => parts[count()] as T
  while (at < row.length) {
    summaries.push({
      id: part(),
      title: part(),
      jurisdiction: part(),
      date: part(),
      meeting: part(),
      issuer: part(),
      characters: count(),
      themes: part(),
      source: { id: part(), fileName: part(), folders: part(), mediaType: part() },
      confidence: part(),
      recognised: part(),
      links: part(),
      importedAt: part(),
      notes: count(),
      machine: part()
    })
  }
  return summaries
}
