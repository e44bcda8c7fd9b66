import { resolve } from 'node:path'
import { openHost, type Host } from '../host/open-host.ts'
import { sampleFiles } from '../host/installed.ts'
import { browserShell } from '../host/shell.ts'
import { openLibrary } from '../library/open.ts'
import type { Library } from '../library/sql.ts'
import type { ReadingLimits } from '../parser/limits.ts'
import { warn } from './failure.ts'

export interface LibraryChoice {
  readonly library: string
  /** `import` makes a library that is not there; every other command refuses. */
  readonly createMissing: boolean
  /** What one document may cost; absent: as the library has it. */
  readonly limits?: ReadingLimits
}

/** The host over a library, as every command and the loopback use it. @throws Refusal */
function openLibraryHost({ library, createMissing, limits }: LibraryChoice): Host {
  return openHost({
    library: resolve(library),
    createMissing,
    ...(limits === undefined ? {} : { limits }),
    shell: browserShell,
    samples: sampleFiles(),
    now: () => new Date(),
    log: warn
  })
}

/** Runs one command over a library and closes it, whatever happens. */
export async function withLibrary<T>(choice: LibraryChoice, work: (host: Host) => T | Promise<T>): Promise<T> {
  const host = openLibraryHost(choice)
  try {
    return await work(host)
  } finally {
    await host.close()
  }
}

/** Runs one command over the library as it is stored: nothing in it is read again. @throws Refusal */
export function withStoredLibrary<T>(path: string, work: (library: Library) => T): T {
  const library = openLibrary({ path: resolve(path), now: new Date().toISOString() })
  try {
    return work(library)
  } finally {
    library.close()
  }
}
