import { z } from 'zod'
import { call } from './call.ts'
import type { Json } from './json.ts'
import type { Problem } from './problem.ts'

/** What is the program's and not a library's: which library is open, and how the person likes the window. */

/** A library that was open before, or lies in the program's own folder. */
export interface KnownLibrary {
  readonly path: string
  readonly name: string
  /** ISO time it was last opened, or null where it only lies there. */
  readonly openedAt: string | null
  readonly isCurrent: boolean
  /** false: its file is not at its place now. */
  readonly isThere: boolean
}

export interface KnownLibraries {
  /** Where new libraries are made. */
  readonly folder: string
  readonly current: { readonly path: string; readonly bytes: number }
  /** Those opened last first. */
  readonly list: readonly KnownLibrary[]
  /** Why the library that was open last could not be opened at the start, or null. */
  readonly startProblem: Problem | null
}

const path = z.string().min(1).max(4096)
/** A value of a preference, as the call takes it and the program's file keeps it. */
export const preference = z.union([z.string().max(200), z.number(), z.boolean(), z.null()])

export const programCalls = {
  'libraries.recent': call<KnownLibraries>()(z.object({})),
  /**
   * Closes the library that is open and opens another; `library-switched` follows. Without a path the
   * desktop asks which one; null when the person closed the dialog. When it is refused, the library stays as it is.
   * `handed`: no dialog, but the library that the system has handed over, or null.
   */
  'libraries.open': call<{ name: string } | null>()(z.object({ path: path.optional(), handed: z.literal(true).optional() })),
  /** Makes an empty library in the program's own folder and opens it. */
  'libraries.create': call<{ name: string }>()(z.object({ name: z.string().trim().min(1).max(80) })),
  /** Takes a library off the list; its file stays. */
  'libraries.forget': call<null>()(z.object({ path })),
  /**
   * The view in sight as pages, saved where the person says; null when they closed the dialog. Refused in the browser
   * shell, which prints by itself. `print`: a name by which `view-printed` tells that the view may look as before.
   */
  'view.savePdf': call<{ readonly fileName: string } | null>()(z.object({ title: z.string().trim().min(1).max(120), print: z.string().min(1).max(64) })),
  'preferences.read': call<{ readonly [name: string]: Json }>()(z.object({})),
  /** Those named are written, the others stay. */
  'preferences.write': call<null>()(z.object({ change: z.record(z.string().min(1).max(64), preference) }))
} as const
