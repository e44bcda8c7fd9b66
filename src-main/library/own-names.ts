import type { OwnName } from '#core/contract/phrase-calls.ts'
import { sql, type ReadableLibrary } from './sql.ts'
import type { Subject } from './subject.ts'

/** Key: the name; value: when it was added (ISO), or null where it is not one of them. */
export const ownNameSubject: Subject = {
  read: (library, key) => library.get<{ addedAt: string }>(sql`SELECT added_at AS addedAt FROM own_names WHERE name = ${key}`)?.addedAt ?? null,
  write(library, key, value) {
    library.run(sql`DELETE FROM own_names WHERE name = ${key}`)
    if (typeof value === 'string') library.run(sql`INSERT INTO own_names (name, added_at) VALUES (${key}, ${value})`)
  }
}

/** In the order in which they were added. */
export const listOwnNames = (library: ReadableLibrary): OwnName[] => library.all<OwnName>(sql`SELECT name, added_at AS addedAt FROM own_names ORDER BY added_at, name`)
