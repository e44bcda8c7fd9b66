import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ReadingLimits } from './limits.ts'

/** What the watchdog shares with the thread that reads: processor time (ms) at the begin of the work, -1 at rest; and what it may take. */
export const cell = { from: 0, most: 1 } as const

export interface WatchdogData {
  readonly shared: SharedArrayBuffer
  readonly megabytes: number
}

/** The clock of the work at hand. */
export interface Watch {
  /** The work on a document begins. */
  begin(): void
  /** The work on one page of recognition begins. */
  beginPage(): void
  rest(): void
}

/** Starts the watchdog. Resolves when it is awake: nothing hostile is opened before. */
export async function startWatchdog({ megabytes, seconds, pageSeconds }: ReadingLimits): Promise<Watch> {
  const shared = new SharedArrayBuffer(8)
  const state = new Int32Array(shared)
  Atomics.store(state, cell.from, -1)
  const data: WatchdogData = { shared, megabytes }
  const worker = new Worker(watchdogUrl(), { workerData: data, execArgv: [], name: 'watchdog' })
  worker.unref()
  await new Promise<void>((awake, failed) => void worker.once('online', awake).once('error', failed))
  const begin = (limit: number) => {
    Atomics.store(state, cell.most, limit * 1000)
    Atomics.store(state, cell.from, Math.round((process.cpuUsage().user + process.cpuUsage().system) / 1000))
  }
  return { begin: () => begin(seconds), beginPage: () => begin(pageSeconds), rest: () => void Atomics.store(state, cell.from, -1) }
}

function watchdogUrl(): URL {
  const beside = ['./watchdog.ts', './watchdog.js', '../watchdog.js'].map((place) => new URL(place, import.meta.url))
  const found = beside.find((url) => existsSync(fileURLToPath(url)))
  if (found === undefined) throw new Error('The watchdog is not beside its process')
  return found
}
