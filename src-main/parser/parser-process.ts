import { readLimits } from './limits.ts'
import { closeDoors, isUntouched } from './clean-room.ts'
import type { FromParser, Task, ToParser } from './messages.ts'
import { parentPort } from './parent-port.ts'
import { ScanDesk } from './scan-desk.ts'
import { TaskRunner } from './task-runner.ts'
import { startWatchdog } from './watched.ts'

// The entry of a parser process: it reads documents, one after the other, and nothing else. Started by
// `fork` or, under Electron, as a utility process. What a document may do in here ends with the process.

closeDoors()
// before any document: what the prototypes are compared with
isUntouched()
const port = parentPort<FromParser, ToParser>()
const watch = await startWatchdog(readLimits(process.argv.at(-1) ?? ''))
const scans = new ScanDesk((request, picture) => post({ kind: 'recognise', request, picture }))
const runner = new TaskRunner({ watch, scans, progress: (id, progress) => post({ kind: 'progress', id, progress }) })

/** A process that has grown this large is replaced before its next document needs the room. */
const spentMegabytes = 320

const waiting: Task[] = []
let isBusy = false
let isSpent = false

port.onMessage((message: ToParser) => {
  if (message.kind === 'recognised' || message.kind === 'not-recognised') return scans.answered(message)
  if (message.kind === 'hand-back') post({ kind: 'handed-back', ids: waiting.splice(0).map(({ id }) => id) })
  else {
    runner.hear(message)
    waiting.push(message)
  }
  void workOff()
})
post({ kind: 'ready' })

async function workOff(): Promise<void> {
  if (isBusy) return
  isBusy = true
  for (let task = next(); task !== undefined; task = next()) {
    watch.begin()
    const { result, leavesDoubt } = await runner.run(task)
    watch.rest()
    isSpent = leavesDoubt || !isUntouched() || (!holdsArchive(task) && process.memoryUsage.rss() > spentMegabytes * 1024 * 1024)
    post({ kind: 'done', result, isSpent })
    // messages that came meanwhile (hand back!) are heard before the next task
    await new Promise((turn) => setImmediate(turn))
  }
  isBusy = false
}

/** A large archive is large from its first member on; another process would be as large. */
const holdsArchive = ({ kind }: Task): boolean => kind === 'archive' || kind === 'member'

const next = (): Task | undefined => (isSpent ? undefined : waiting.shift())

function post(message: FromParser): void {
  port.post(message)
}
