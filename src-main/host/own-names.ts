import type { Handlers } from '#core/contract/calls.ts'
import { listOwnNames } from '../library/own-names.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { labelOf, type EditGround } from './edits.ts'

/** The researcher's own names: kept with the library, each one word wherever words are cut. */
export function ownNameHandlers({ read, journal, now }: EditGround): Pick<Handlers, 'names.list' | 'names.add' | 'names.remove'> {
  const known = (library: ReadableLibrary): Set<string> => new Set(listOwnNames(library).map(({ name }) => name))
  return {
    'names.list': () => listOwnNames(read),
    'names.add': async ({ names }) => {
      const at = now().toISOString()
      await journal.change(labelOf('own-names', names.length, names[0]!), (library) => {
        const there = known(library)
        return [...new Set(names)].filter((name) => !there.has(name)).map((key) => ({ subject: 'own-name', key, value: at }))
      })
      return null
    },
    'names.remove': async ({ names }) => {
      await journal.change(labelOf('own-names', names.length, names[0]!), (library) => {
        const there = known(library)
        return [...new Set(names)].filter((name) => there.has(name)).map((key) => ({ subject: 'own-name', key, value: null }))
      })
      return null
    }
  }
}
