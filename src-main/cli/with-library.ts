import { resolve } from 'node:path'
import { openHost, type Host } from '../host/open-host.ts'
import { sampleFiles } from '../host/installed.ts'
import { browserShell } from '../host/shell.ts'
import { warn } from './failure.ts'

export interface LibraryChoice {
  readonly library: string
  /** `import` makes a library that is not there; every other command refuses. */
  readonly createMissing: boolean
}

/** The host over a library, as every command and the loopback use it. @throws Refusal */
export function openLibraryHost({ library, createMissing }: LibraryChoice): Host {
  return openHost({
    library: resolve(library),
    createMissing,
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
