import { parentPort } from 'node:worker_threads'
import type { FromThread, TaskResult, ToThread } from '../../../src-main/threads/messages.ts'

// A thread that does what its task's name says: what a reader may do on a hostile file, without one.
const port = parentPort!

port.on('message', (message: ToThread) => {
  if (message.kind === 'known') return
  const { id, name } = message
  if (name.startsWith('hang')) for (;;);
  if (name.startsWith('exit')) process.exit(3)
  if (name.startsWith('throw')) throw new Error('thrown in the thread')
  if (name.startsWith('memory')) for (const kept: string[] = []; ; ) kept.push('x'.repeat(1000) + kept.length)
  port.postMessage({ id, kind: 'known', sha256: name } satisfies TaskResult)
})
port.postMessage({ kind: 'ready' } satisfies FromThread)
