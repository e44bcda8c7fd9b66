import type { Json } from '#core/contract/json.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'

/** A link as it is kept: between two notes, the one it was drawn from first. */
export interface StoredLink {
  readonly from: number
  readonly to: number
  readonly author: string
  readonly linkedAt: string
}

type LinkRow = StoredLink & { readonly id: number }

/** Key: link; value: a `StoredLink`, or null where there is none (any more). */
export const linkSubject: Subject = {
  read: (library, key) => {
    const row = library.get<LinkRow>(sql`SELECT id, from_note AS "from", to_note AS "to", author, linked_at AS linkedAt FROM links WHERE id = ${Number(key)}`)
    return row === undefined ? null : linkJson(linkOf(row)[1])
  },
  write(library, key, value) {
    const id = Number(key)
    library.run(sql`DELETE FROM links WHERE id = ${id}`)
    if (value === null) return
    const { from, to, author, linkedAt } = value as Json & StoredLink // what `read` gave, or the host made
    library.run(sql`INSERT INTO links (id, from_note, to_note, author, linked_at) VALUES (${id}, ${from}, ${to}, ${author}, ${linkedAt})`)
  }
}

export const linkJson = ({ from, to, author, linkedAt }: StoredLink): Json => ({ from, to, author, linkedAt })

/** In the order they were drawn; `note`: only those that end at it. */
export function listLinks(library: ReadableLibrary, note: number | null = null): [id: number, link: StoredLink][] {
  return library
    .all<LinkRow>(
      sql`SELECT id, from_note AS "from", to_note AS "to", author, linked_at AS linkedAt FROM links
          WHERE ${note === null ? 1 : 0} OR from_note = ${note} OR to_note = ${note} ORDER BY id`
    )
    .map(linkOf)
}

/** How many end at notes of these reports. */
export const linksOn = (library: ReadableLibrary, reports: readonly number[]): number =>
  library.get<{ count: number }>(
    sql`SELECT count(*) AS count FROM links JOIN notes f ON f.id = from_note JOIN notes t ON t.id = to_note
        WHERE f.report_id IN (SELECT value FROM json_each(${JSON.stringify(reports)})) OR t.report_id IN (SELECT value FROM json_each(${JSON.stringify(reports)}))`
  )!.count

const linkOf = ({ id, ...link }: LinkRow): [number, StoredLink] => [id, link]
