import type { ReportSummary } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { provinceCode } from '../../report-facts.ts'

/** A note with what the list shows, finds and filters it by. */
export interface NoteRow {
  readonly kind: 'note'
  readonly note: Note
  readonly report: ReportSummary
  /** Code of the province, or of the state; '' where it is not known. */
  readonly province: string
  readonly folded: string
}

export interface GroupRow {
  readonly kind: 'group'
  readonly report: ReportSummary
  readonly count: number
}

export type ListLine = NoteRow | GroupRow

export const facets = ['state', 'province', 'theme', 'tag', 'author'] as const
export type Facet = (typeof facets)[number]

export type NoteFilters = Readonly<Record<Facet, readonly string[]>> & { readonly find: string }

export const noFilters: NoteFilters = { find: '', state: [], province: [], theme: [], tag: [], author: [] }

/** Whether a person has to look where it stands. */
export const needsLook = ({ anchoring }: Note): boolean => anchoring.state === 'to-approve' || anchoring.state === 'orphan'

/** Of the reports in their order, and along the text; those without a place come last. */
export function noteRows(notes: readonly Note[], reports: readonly ReportSummary[]): NoteRow[] {
  const byReport = Map.groupBy(notes, ({ report }) => report)
  return reports.flatMap((report) =>
    (byReport.get(report.id) ?? []).toSorted((a, b) => startOf(a) - startOf(b) || Number(a.id) - Number(b.id)).map((note) => rowOf(note, report))
  )
}

const startOf = ({ place }: Note): number => place?.start ?? Infinity

const known = new WeakMap<Note, NoteRow>()

/** Made once: a note that did not change is the same object in every answer. */
function rowOf(note: Note, report: ReportSummary): NoteRow {
  const before = known.get(note)
  if (before?.report === report) return before
  const row: NoteRow = { kind: 'note', note, report, province: provinceCode(report), folded: folded([note.body, note.quote, ...note.tags].join('\n')) }
  known.set(note, row)
  return row
}

/** Full width and half width are one, and spaces do not count. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\S\n]/g, '')

/** What a filter knows a note by: '' where there is nothing. */
function valuesOf({ note, province }: NoteRow, facet: Facet): readonly string[] {
  switch (facet) {
    case 'state':
      return [note.anchoring.state]
    case 'province':
      return [province]
    case 'theme':
      return [note.theme ?? '']
    case 'tag':
      return note.tags
    case 'author':
      return [note.author]
  }
}

export function filterRows(rows: readonly NoteRow[], filters: NoteFilters): NoteRow[] {
  const find = folded(filters.find).replaceAll('\n', '')
  const asked = facets.filter((facet) => filters[facet].length > 0)
  return rows.filter((row) => row.folded.includes(find) && asked.every((facet) => valuesOf(row, facet).some((value) => filters[facet].includes(value))))
}

/** Value -> how many have it. */
export function facetCounts(rows: readonly NoteRow[], facet: Facet): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) for (const value of valuesOf(row, facet)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** Each report's notes under its name. */
export function linesOf(rows: readonly NoteRow[]): ListLine[] {
  return [...Map.groupBy(rows, ({ report }) => report)].flatMap(([report, own]): ListLine[] => [{ kind: 'group', report, count: own.length }, ...own])
}
