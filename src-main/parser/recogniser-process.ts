import { openRecogniser, type Recogniser } from '../readers/recognition/recognise.ts'
import { closeDoors } from './clean-room.ts'
import { readLimits } from './limits.ts'
import type { FromRecogniser, ToRecogniser } from './messages.ts'
import { parentPort } from './parent-port.ts'
import { startWatchdog } from './watched.ts'

// The entry of the process that recognises. It never sees a document, only grey pixels that a parser
// process has drawn: that is why machine code may run here, which is three times as fast as WebAssembly
// and knows nothing of `--permission`.

closeDoors()
const port = parentPort<FromRecogniser, ToRecogniser>()
const watch = await startWatchdog(readLimits(process.argv.at(-1) ?? ''))
let recogniser: Recogniser | null = null
let last: Promise<unknown> = Promise.resolve()

port.onMessage((wish) => void (last = last.then(() => answer(wish))))
port.post({ kind: 'ready' })

/** Much more than a page needs. */
const isGrown = (): boolean => process.memoryUsage.rss() > 400 * 1024 * 1024

async function answer({ id, picture }: ToRecogniser): Promise<void> {
  watch.beginPage()
  try {
    recogniser ??= await openRecogniser()
    port.post({ kind: 'recognised', id, runs: await recogniser.read(picture), isSpent: isGrown() })
  } catch (error) {
    port.post({ kind: 'failed', id, error: error instanceof Error ? (error.stack ?? error.message) : String(error), isSpent: true })
  }
  watch.rest()
}
