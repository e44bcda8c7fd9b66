import { z } from 'zod'
import { noteColors, type Anchoring, type NoteColor } from '../annotation/annotation.ts'
import type { Quote } from '../annotation/quote.ts'
import { verdicts } from '../compare/comparison.ts'
import { call, change } from './call.ts'

/** What a person does to the library. Each of these is a change that can be undone (`change-calls.ts`). */

/** A person's note on a stretch of a report; without a body it is a highlight. */
export interface Note {
  readonly id: string
  readonly report: string
  /** The theme under which it was written, or null. */
  readonly theme: string | null
  /** Where it stands now, and by what; or where it may stand. */
  readonly anchoring: Anchoring
  /** Its place in the reading text, where that needs nobody's word; else null. */
  readonly place: { readonly start: number; readonly end: number } | null
  /** The words it stands on, as they stood when it was put there; '' for a note on the report as a whole. */
  readonly quote: string
  /** What stood around them then. */
  readonly around: Omit<Quote, 'exact'>
  /** The words it was written on at first, where a person has since put it on others; else null. */
  readonly firstQuote: string | null
  readonly body: string
  /** Whose hand it is of; '' where nobody gave a name. */
  readonly author: string
  readonly color: NoteColor | null
  readonly tags: readonly string[]
  readonly writtenAt: string
  readonly editedAt: string
}

export interface NotesAnswer {
  /** Of this answer: what to ask with the next time. */
  readonly stamp: string
  /** These are all notes asked for; else those that are new or have changed. */
  readonly isWhole: boolean
  /** In the order they were written. */
  readonly notes: readonly Note[]
  /** Ids of those that are there no more. */
  readonly gone: readonly string[]
}

const listedFields = ['title', 'jurisdiction', 'date', 'meeting', 'issuer'] as const
const correctedFields = [...listedFields, 'place', 'officials', 'reporter', 'attribution', 'documentNumber'] as const

/** What a person may put right of what a report says of itself. */
export type CorrectedField = (typeof correctedFields)[number]

/** Those of them that the list of reports has a column of. */
export type ListedField = (typeof listedFields)[number]

const id = z.string().min(1).max(64)
const ids = z.array(id).min(1).max(20_000)
const position = z.int().min(0)
/** The words of the reading text that who asks sees at `start`–`end`. @refuses `other-words`, where others stand there by now */
export const wordsThere = z.string()
const color = z.enum(noteColors).nullable()
const tags = z.array(z.string().trim().min(1).max(40)).max(20)

export const editCalls = {
  /**
   * `value`: what holds instead (a division code for `jurisdiction`, `2023-02-10`, `2023-02` or `2023` for `date`);
   * `unknown`: the report does not tell; `machine`: back to what the program read.
   */
  'reports.correct': change<null>()(
    z.object({
      report: id,
      field: z.enum(correctedFields),
      to: z.discriminatedUnion('is', [
        z.object({ is: z.literal('value'), value: z.string().trim().min(1).max(500) }),
        /** Of `officials` alone. */
        z.object({ is: z.literal('officials'), officials: z.array(z.object({ name: z.string().trim().min(1).max(80), title: z.string().trim().min(1).max(200).nullable() })).max(200) }),
        z.object({ is: z.literal('unknown') }),
        z.object({ is: z.literal('machine') })
      ])
    })
  ),
  /** Into the bin: shown and counted nowhere else until restored. */
  'reports.bin': change<null>()(z.object({ reports: ids })),
  'reports.restore': change<null>()(z.object({ reports: ids })),
  /** A person's word on a theme of a codebook in these reports; null takes it back. */
  'cells.judge': change<null>()(z.object({ reports: ids, theme: id, codebook: id.exactOptional(), verdict: z.enum(verdicts).nullable() })),
  /** Absent `reports`: of the whole library. With the stamp of an answer before about the same reports only what has changed since is told. */
  'notes.list': call<NotesAnswer>()(z.object({ reports: z.array(id).max(2000).optional(), since: z.string().max(64).optional() })),
  /**
   * Writes a new note (`note` null) on `start`–`end` of the reading text (0–0: the report as a whole), or another body
   * for one, wherever that stands. Colour and tags stay as they are where they are absent; the author stays who wrote it first.
   */
  'notes.write': change<Note>()(
    z.object({
      note: id.nullable(),
      report: id,
      theme: id.nullable(),
      start: position,
      end: position,
      words: wordsThere,
      body: z.string().max(20_000),
      author: z.string().trim().max(80).default(''),
      color: color.optional(),
      tags: tags.optional()
    })
  ),
  /** Puts a note on other words than it stood on: a place that was offered, or any other. */
  'notes.place': change<Note>()(z.object({ note: id, start: position, end: position, words: wordsThere })),
  /** Colour, or tags to add and to take away, of several notes at once. */
  'notes.label': change<null>()(z.object({ notes: ids, color: color.optional(), add: tags.default([]), remove: tags.default([]) })),
  'notes.remove': change<null>()(z.object({ note: id })),
  /** These notes in this order as one table. Desktop: asks where and saves; browser: answers the bytes. null when cancelled. */
  'notes.export': call<{ fileName: string; base64: string | null } | null>()(
    z.object({ notes: z.array(id).max(200_000), format: z.enum(['xlsx', 'csv']), language: z.enum(['zh', 'en']).default('zh') })
  )
} as const
