import { firstCodebook, type Codebook } from '#core/codebook/codebook.ts'
import { currentTheme } from '#core/codebook/tree.ts'
import type { CodebookStamp } from '#core/compare/comparison.ts'
import type { PackedCoding, PackedReport } from '#core/report/packed-report.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'

export interface StoredCodebook extends CodebookStamp {
  /** Its JSON. */
  readonly definition: string
  /** Hash of its decisive parts: codebooks that have the same code all texts alike, and share their codings. */
  readonly reading: string
}

/** A version of a person's codebook. */
export interface CodebookVersion {
  readonly sha256: string
  /** ISO time. */
  readonly madeAt: string
}

/** Keeps a codebook that something of this library is from; a known one is left as it is. */
export function keepCodebook(library: WritableLibrary, { sha256, id, version, definition, reading }: StoredCodebook): void {
  library.run(
    sql`INSERT INTO codebooks (sha256, id, version, definition, reading) VALUES (${sha256}, ${id}, ${version}, ${definition}, ${reading})
        ON CONFLICT (sha256) DO UPDATE SET reading = excluded.reading WHERE reading <> excluded.reading`
  )
}

/** The codebook that the library's reports are shown by; null in a library that has never had one. */
export const codebookInUse = (library: ReadableLibrary): StoredCodebook | null =>
  library.get<StoredCodebook>(
    sql`SELECT sha256, id, version, definition, reading FROM codebooks WHERE sha256 = (SELECT codebook FROM library)`
  ) ?? null

/** Without its definition, which is long. */
export const stampInUse = (library: ReadableLibrary): Omit<StoredCodebook, 'definition'> | null =>
  library.get<Omit<StoredCodebook, 'definition'>>(sql`SELECT sha256, id, version, reading FROM codebooks WHERE sha256 = (SELECT codebook FROM library)`) ?? null

/** Puts another codebook in use; the caller sees to it that all reports are coded by it. */
export function useCodebook(library: WritableLibrary, codebook: StoredCodebook): void {
  keepCodebook(library, codebook)
  library.run(sql`UPDATE library SET codebook = ${codebook.sha256}`)
}

/** The ids of all codebooks that something here is from, by their hashes. */
export const codebookIds = (library: ReadableLibrary): ReadonlyMap<string, string> =>
  new Map(library.all<{ sha256: string; id: string }>(sql`SELECT sha256, id FROM codebooks`).map(({ sha256, id }) => [sha256, id]))

export const codebookOfHash = (library: ReadableLibrary, sha256: string): StoredCodebook | null =>
  library.get<StoredCodebook>(sql`SELECT sha256, id, version, definition, reading FROM codebooks WHERE sha256 = ${sha256}`) ?? null

/** The hash under which the library's codings stand; '' in a library that has never had a codebook. */
export const readingInUse = (library: ReadableLibrary): string => stampInUse(library)?.reading ?? ''

/** Whose themes a person's work is shown with: the id of the codebook in use. */
export const codebookIdInUse = (library: ReadableLibrary): string => stampInUse(library)?.id ?? firstCodebook

/**
 * The theme by which a person's word on a theme of the codebook in use counts now: what it was merged
 * into, where it was. Null of a theme that is no longer used: the word is kept, and shown as none.
 */
export function themeNow(library: ReadableLibrary): (theme: string) => string | null {
  const stamp = stampInUse(library)
  if (stamp === null) return (theme) => theme
  let heirs = knownHeirs.get(stamp.sha256)
  if (heirs === undefined) {
    const codebook = JSON.parse(codebookInUse(library)!.definition) as Codebook // the host checked it before it was kept
    heirs = new Map(codebook.themes.filter(({ retired }) => retired !== undefined).map(({ id }) => [id, currentTheme(codebook, id)]))
    knownHeirs.set(stamp.sha256, heirs)
  }
  const known = heirs
  return (theme) => (known.has(theme) ? known.get(theme)! : theme)
}

/** Whether the codebook in use has a theme, be it one that is no longer used. */
export function hasTheme(library: ReadableLibrary, theme: string): boolean {
  const codebook = codebookInUse(library)
  return codebook === null || (JSON.parse(codebook.definition) as Codebook).themes.some(({ id }) => id === theme)
}

/** By the hash of a codebook, which never means another one: retired themes, with what stands for them. */
const knownHeirs = new Map<string, ReadonlyMap<string, string | null>>()

export const isCoded = (library: ReadableLibrary, report: number, reading: string): boolean =>
  library.get(sql`SELECT 1 FROM machine_codings WHERE report_id = ${report} AND reading = ${reading}`) !== undefined

/** The reports that have no coding of this reading yet, those in the bin too. */
export const uncodedReports = (library: ReadableLibrary, reading: string): number[] =>
  library
    .all<{ id: number }>(sql`SELECT id FROM reports WHERE NOT EXISTS (SELECT 1 FROM machine_codings WHERE report_id = id AND reading = ${reading}) ORDER BY id`)
    .map(({ id }) => id)

/** Reports as the machine read them, coded by whatever codebook they were coded by first; those that are gone are left out. */
export const reportsToCode = (library: ReadableLibrary, ids: readonly number[]): (PackedReport & { readonly id: number })[] =>
  library.all(
    sql`SELECT r.id, text, characters, confidence, title, jurisdiction, date, machine_meeting AS meeting, map, details,
               '[[],[],[]]' AS statements, '[]' AS themes, '[[],[]]' AS named
        FROM json_each(${JSON.stringify(ids)}) AS wanted JOIN reports r ON r.id = wanted.value ORDER BY wanted.key`
  )

/** The same reports with the coding of a reading; those that have none are left out. */
export const reportsCoded = (library: ReadableLibrary, reading: string, ids: readonly number[]): (PackedReport & { readonly id: number })[] =>
  library.all(
    sql`SELECT r.id, text, characters, confidence, title, jurisdiction, date, machine_meeting AS meeting, map, details, m.statements, m.themes, m.named
        FROM json_each(${JSON.stringify(ids)}) AS wanted JOIN reports r ON r.id = wanted.value
        JOIN machine_codings m ON m.report_id = r.id AND m.reading = ${reading} ORDER BY wanted.key`
  )

/** The packed statements of reports that a reading has coded. */
export const statementsCoded = (library: ReadableLibrary, reading: string, ids: readonly number[]): string[] =>
  library
    .all<{ statements: string }>(
      sql`SELECT statements FROM machine_codings WHERE reading = ${reading} AND report_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
    )
    .map(({ statements }) => statements)

/** Keeps what a codebook makes of a report that is there; a coding that is there already is replaced. */
export function keepCoding(library: WritableLibrary, report: number, { reading, coding }: { readonly reading: string; readonly coding: PackedCoding }): void {
  const { statements, themes, named } = coding
  library.run(
    sql`INSERT INTO machine_codings (report_id, reading, statements, themes, named)
        SELECT id, ${reading}, ${statements}, ${themes}, ${named} FROM reports WHERE id = ${report}
        ON CONFLICT (report_id, reading) DO UPDATE SET statements = excluded.statements, themes = excluded.themes, named = excluded.named`
  )
}

/** The versions of a person's codebook, oldest first; empty where there is none of this id. */
export const versionsOf = (library: ReadableLibrary, codebook: string): CodebookVersion[] =>
  library.all<CodebookVersion>(sql`SELECT sha256, made_at AS madeAt FROM codebook_versions WHERE codebook = ${codebook} ORDER BY number`)

/** The ids of the codebooks that a person made, in the order in which they were made. */
export const ownCodebooks = (library: ReadableLibrary): string[] =>
  library.all<{ codebook: string }>(sql`SELECT codebook FROM codebook_versions WHERE number = 1 ORDER BY made_at, codebook`).map(({ codebook }) => codebook)

/** The last version of a person's codebook, or null. */
export const ownCodebook = (library: ReadableLibrary, codebook: string): StoredCodebook | null =>
  library.get<StoredCodebook>(
    sql`SELECT c.sha256, c.id, c.version, c.definition, c.reading FROM codebook_versions v JOIN codebooks c ON c.sha256 = v.sha256
        WHERE v.codebook = ${codebook} ORDER BY v.number DESC LIMIT 1`
  ) ?? null

/** Sets the whole history of a codebook; all its versions are kept before (`keepCodebook`). */
export function writeVersions(library: WritableLibrary, codebook: string, versions: readonly CodebookVersion[]): void {
  library.run(sql`DELETE FROM codebook_versions WHERE codebook = ${codebook}`)
  versions.forEach(({ sha256, madeAt }, index) => {
    library.run(sql`INSERT INTO codebook_versions (codebook, number, sha256, made_at) VALUES (${codebook}, ${index + 1}, ${sha256}, ${madeAt})`)
  })
}

/** The codebook of this hash, which something in the library refers to. */
export function codebookNamed(library: ReadableLibrary, sha256: string): Codebook {
  const { definition } = library.get<{ definition: string }>(sql`SELECT definition FROM codebooks WHERE sha256 = ${sha256}`)!
  return JSON.parse(definition) as Codebook // it was checked before it was kept
}
