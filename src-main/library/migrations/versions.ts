import { first } from './0001-first.ts'

/** In order: the n-th brings a library to version n. */
export const migrations: readonly string[] = [first]

/** What a library of this program has in `user_version`. */
export const libraryVersion = migrations.length
