import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { cell, type WatchdogData } from './watched.ts'

// A thread inside the parser process. It ends the whole process when the document at hand passes its
// limit: it needs no turn of the event loop, so that native code and endless loops cannot put it off.
// The reason goes out by the pipe of stderr, which the parent reads after the end.

const { shared, megabytes } = workerData as WatchdogData // what `watched.ts` passes
const state = new Int32Array(shared)
const limit = megabytes * 1024 * 1024

setInterval(() => {
  if (process.memoryUsage.rss() > limit) end('memory')
  const from = Atomics.load(state, cell.from)
  const most = Atomics.load(state, cell.most)
  if (from >= 0 && cpuMs() - from > most) end('time')
}, 25)

function end(reason: 'memory' | 'time'): void {
  writeSync(2, `\nlimit ${reason}\n`)
  process.kill(process.pid, 'SIGKILL')
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return Math.round((user + system) / 1000)
}
