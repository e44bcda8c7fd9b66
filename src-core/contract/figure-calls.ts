import { z } from 'zod'
import { call } from './call.ts'

const text = z.string().max(4000)
const kind = z.enum(['label', 'text', 'count', 'decimal', 'ratio', 'percent'])
const table = z.object({
  columns: z.array(z.object({ header: text, kind, width: z.number().min(1).max(60) })).min(1).max(400),
  rows: z
    .array(
      z.object({
        cells: z.array(z.union([text, z.number(), z.null()])).max(400),
        color: z.string().max(9).nullable(),
        isTotal: z.boolean(),
        /** How numbers of this row are written, where that is not as in the rest of their column. */
        kind: kind.optional()
      })
    )
    .max(5000),
  /** Units, n and bases, one sentence each. */
  notes: z.array(text).max(50)
})
/** Becomes the name of the file, with the day. */
const title = z.string().min(1).max(120)

/** A table as a window shows it. */
export type ShownTable = z.output<typeof table>

/** Where it was saved; in the browser shell the bytes, for the browser to save. */
export interface SavedFigure {
  readonly fileName: string
  readonly base64: string | null
}

export const figureCalls = {
  /** A table exactly as the window shows it, its notes below. null when the person closed the dialog. */
  'figures.saveTable': call<SavedFigure | null>()(z.object({ title, table, format: z.enum(['xlsx', 'csv']), language: z.enum(['zh', 'en']) })),
  /** A picture that the window drew. */
  'figures.savePicture': call<SavedFigure | null>()(z.object({ title, format: z.enum(['svg', 'png']), base64: z.string().max(60_000_000) }))
} as const
