import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Events, EventName } from '#core/contract/events.ts'
import { openHost, type Host, type HostOptions } from '../../../src-main/host/open-host.ts'
import { browserShell } from '../../../src-main/host/shell.ts'
import { temporaryFolder } from '../temporary-folder.ts'

export interface TestHost {
  readonly host: Host
  readonly path: string
  readonly log: string[]
  readonly events: { readonly name: EventName; readonly payload: Events[EventName] }[]
}

/** A host on a library of its own; closed after the test. */
export function openTestHost(options: Partial<HostOptions> = {}): TestHost {
  const path = options.library ?? join(temporaryFolder(), 'test.duizhao')
  const log: string[] = []
  const events: TestHost['events'] = []
  let seconds = 0
  const host = openHost({
    library: path,
    createMissing: true,
    shell: browserShell,
    samples: [],
    now: () => new Date(Date.UTC(2026, 2, 1, 8, 0, seconds++)),
    log: (line) => log.push(line),
    ...options
  })
  host.subscribe((name, payload) => events.push({ name, payload }))
  let isOpen = true
  const close = async (): Promise<void> => {
    if (isOpen) await host.close()
    isOpen = false
  }
  onTestFinished(close)
  return { host: { ...host, close }, path, log, events }
}
