import type { Anchoring, NoteColor } from '../annotation/annotation.ts'
import type { Theme } from '../codebook/codebook.ts'
import type { ColumnReport, Place } from '../compare/comparison.ts'
import type { Span } from '../text/span.ts'
import { labelsIn, type Labels } from './labels.ts'
import { columnsOf, placeCells, reportCells, type ColumnPlan } from './list-tables.ts'
import type { Table, TableRow } from './table.ts'
import type { Language } from './words.ts'

interface TabledNote {
  readonly theme: string | null
  readonly anchoring: Anchoring
  readonly place: Span | null
  readonly quote: string
  readonly body: string
  readonly author: string
  readonly color: NoteColor | null
  readonly tags: readonly string[]
  readonly writtenAt: string
  readonly editedAt: string
}

/** A note with what is needed to find it again. */
export interface CitedNote {
  readonly note: TabledNote
  readonly report: ColumnReport
  /** null where it is on the report as a whole, or has no place that needs nobody's word. */
  readonly place: Place | null
}

export interface AnnotationsOptions {
  readonly language: Language
  /** By id; a note whose theme is not among them has none. */
  readonly themes: ReadonlyMap<string, Pick<Theme, 'name' | 'color'>>
}

/** A person's notes in the order given: one row each, the words it stands on apart from what was written, and how sure its place is. */
export function annotationsTable(notes: readonly CitedNote[], { language, themes }: AnnotationsOptions): Table {
  const labels = labelsIn(language)
  return {
    id: 'annotations',
    name: labels.words.tables.annotations,
    columns: columnsOf(labels, columns),
    rows: notes.map((cited): TableRow => {
      const theme = cited.note.theme === null ? undefined : themes.get(cited.note.theme)
      return { color: theme?.color.light ?? null, isTotal: false, cells: [theme?.name[language] ?? null, ...noteCells(cited, labels)] }
    }),
    notes: [labels.words.annotationNote]
  }
}

const columns: readonly ColumnPlan[] = [
  ['theme', 'label', 10], ['quotation', 'text', 40], ['note', 'text', 40], ['tags', 'text', 14], ['color', 'text', 8], ['author', 'text', 10], ['state', 'text', 12],
  ['province', 'text', 10], ['jurisdiction', 'text', 12], ['report', 'text', 24], ['date', 'text', 12],
  ['outline', 'text', 24], ['paragraph', 'text', 6], ['lines', 'text', 10], ['start', 'count', 6], ['end', 'count', 6],
  ['writtenAt', 'code', 18], ['editedAt', 'code', 18], ['source', 'code', 20], ['sha256', 'code', 20]
]

const noteCells = ({ note, report, place }: CitedNote, labels: Labels): TableRow['cells'] => [
  note.quote === '' ? null : note.quote,
  note.body === '' ? null : note.body,
  note.tags.length === 0 ? null : labels.words.listed(note.tags),
  note.color === null ? null : labels.words.noteColors[note.color],
  note.author === '' ? null : note.author,
  labels.words.anchorings[note.anchoring.state],
  report.province?.name ?? null,
  ...reportCells(report, labels),
  ...(place === null ? [null, null, null] : placeCells(place, labels)),
  place === null ? null : (note.place?.start ?? null),
  place === null ? null : (note.place?.end ?? null),
  note.writtenAt,
  note.editedAt,
  report.source,
  report.sha256
]
