import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Note, NotesAnswer } from '#core/contract/edit-calls.ts'
import type { Events, EventName } from '#core/contract/events.ts'
import type { FileOutcome, PackedSummaries, ReportsAnswer, ReportSummary } from '#core/contract/calls.ts'
import { unpackSummaries } from '#core/listing/packed-summaries.ts'
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

/** The answer to a call. @throws where it is refused */
export async function ask<T>(host: Host, name: string, input: object = {}): Promise<T> {
  const reply = await host.answer(name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.problem.kind} ${reply.problem.message.en}`)
  return reply.value as T
}

export const list = async (host: Host): Promise<readonly ReportSummary[]> => unpackSummaries((await ask<ReportsAnswer>(host, 'reports.list')).reports)

export const notesOf = async (host: Host, input: object = {}): Promise<readonly Note[]> => (await ask<NotesAnswer>(host, 'notes.list', input)).notes

export const binned = async (host: Host): Promise<readonly ReportSummary[]> => unpackSummaries(await ask<PackedSummaries>(host, 'reports.binned'))

/** What became of the files of a job, when it has ended. */
export async function ended({ events }: TestHost, job: string): Promise<readonly FileOutcome[]> {
  for (;;) {
    const end = events.find(({ name, payload }) => name === 'job-ended' && 'outcomes' in payload && payload.job === job)
    if (end !== undefined && 'outcomes' in end.payload) return end.payload.outcomes
    await new Promise((later) => setTimeout(later, 10))
  }
}

/** Uploads, as the page of a browser does. */
export async function upload(test: TestHost, files: Readonly<Record<string, Uint8Array | string>>): Promise<readonly FileOutcome[]> {
  const { job } = await ask<{ job: string }>(test.host, 'sources.import', {
    files: Object.entries(files).map(([name, content]) => ({ name, base64: Buffer.from(content).toString('base64') }))
  })
  return ended(test, job)
}
