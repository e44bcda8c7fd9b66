import { addChange, newestChange } from './changes.ts'
import { nextId } from './next-id.ts'
import { removeSetting, readSettings, writeSetting } from './settings.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

/** What stands in the library while an import runs: it becomes a change only when it ends, and a program may be ended before. */
interface BegunImport {
  readonly at: string
  /** Sources from here on may be of it. */
  readonly source: number
  /** Its change is later than this one. */
  readonly change: number
}

const prefix = 'importing:'

/** @returns the name by which it is ended */
export function beginImport(library: WritableLibrary, at: string): string {
  const known = readSettings(library, prefix)
  const name = `${prefix}${1 + Math.max(0, ...Object.keys(known).map(Number))}`
  writeSetting(library, name, { at, source: nextId(library, 'sources'), change: newestChange(library) } satisfies BegunImport)
  return name
}

export const endImport = (library: WritableLibrary, name: string): void => removeSetting(library, name)

export const hasBrokenImports = (library: ReadableLibrary): boolean => Object.keys(readSettings(library, prefix)).length > 0

/** Of imports that were begun and never ended, what they brought becomes a change as if they had: it can be undone. */
export function endBrokenImports(library: WritableLibrary): void {
  const begun = Object.entries(readSettings(library, prefix)) as [string, BegunImport][] // written above
  if (begun.length === 0) return
  const [source, change] = [Math.min(...begun.map(([, { source: from }]) => from)), Math.min(...begun.map(([, { change: last }]) => last))]
  const at = begun.map(([, made]) => made.at).sort()[0]!
  const brought = broughtSince(library, source, change)
  if (brought.length > 0) {
    const files = new Map(brought.map((report) => [report.source, report.file]))
    const what = files.size === 1 ? brought[0]!.file : ''
    const assignments = brought.map(({ report }) => ({ subject: 'bin', key: String(report), before: at, after: null }))
    addChange(library, { kind: 'import', count: files.size, what }, { assignments, at })
  }
  for (const [name] of begun) endImport(library, `${prefix}${name}`)
}

interface Brought {
  readonly report: number
  readonly source: number
  readonly file: string
}

/** Reports of these sources that lie in no bin, and that no change since has brought or binned. */
const broughtSince = (library: ReadableLibrary, source: number, change: number): Brought[] =>
  library.all<Brought>(
    sql`SELECT r.id AS report, s.id AS source, s.file_name AS file FROM reports r JOIN sources s ON s.id = r.source_id
        WHERE s.id >= ${source} AND r.id NOT IN (SELECT report_id FROM bin)
          AND r.id NOT IN (SELECT CAST(json_extract(a.value, '$.key') AS INTEGER) FROM changes c, json_each(c.assignments) a
                           WHERE c.id > ${change} AND json_extract(a.value, '$.subject') = 'bin')
        ORDER BY r.id`
  )
