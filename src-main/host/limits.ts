import type { Handlers } from '#core/contract/calls.ts'
import { readSetting, writeSetting } from '../library/settings.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { defaultLimits, type ReadingLimits } from '../parser/limits.ts'
import type { ParserPool } from '../parser/pool.ts'

const name = 'limits'

/** What the library's person set, else the program's own. */
export function storedLimits(read: ReadableLibrary): ReadingLimits {
  const stored = readSetting(read, name)
  if (typeof stored !== 'object' || stored === null) return defaultLimits
  const own = { ...defaultLimits, ...stored }
  return [own.megabytes, own.seconds, own.pageSeconds].every((value) => typeof value === 'number' && value > 0) ? own : defaultLimits
}

export function limitHandlers(library: Library, pool: ParserPool): Pick<Handlers, 'limits.read' | 'limits.write'> {
  return {
    'limits.read': () => ({ ...pool.limits }),
    'limits.write': async (limits) => {
      library.write((writable) => writeSetting(writable, name, limits))
      await pool.setLimits(limits)
      return { ...pool.limits }
    }
  }
}
