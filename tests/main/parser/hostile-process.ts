import { closeDoors, isUntouched } from '../../../src-main/parser/clean-room.ts'
import { readLimits } from '../../../src-main/parser/limits.ts'
import type { FromParser, Task, ToParser } from '../../../src-main/parser/messages.ts'
import { parentPort } from '../../../src-main/parser/parent-port.ts'
import { startWatchdog } from '../../../src-main/parser/watched.ts'

// A parser process that does what its task's name says: what a reader may do on a hostile file,
// without one. Around it stands what stands around the real one: port, watchdog, permissions.
closeDoors()
isUntouched()
const port = parentPort<FromParser, ToParser>()
const watch = await startWatchdog(readLimits(process.argv.at(-1) ?? ''))
const waiting: Task[] = []
let isBusy = false
const post = (message: FromParser): void => port.post(message)

port.onMessage((message: ToParser) => {
  if (message.kind === 'hand-back') post({ kind: 'handed-back', ids: waiting.splice(0).map(({ id }) => id) })
  else if (message.kind !== 'recognised' && message.kind !== 'not-recognised') waiting.push(message)
  void workOff()
})
process.on('SIGTERM', () => null)
post({ kind: 'ready' })

async function workOff(): Promise<void> {
  if (isBusy) return
  isBusy = true
  for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
    watch.begin()
    await act(task)
    watch.rest()
    post({ kind: 'done', result: { id: task.id, kind: 'refused', problem: { kind: 'not-found', message: { zh: '', en: said }, place: task.name } }, isSpent: !isUntouched() })
    await new Promise((turn) => setImmediate(turn))
  }
  isBusy = false
}

let said = ''

async function act({ id, name }: Task): Promise<void> {
  said = name
  if (name.startsWith('spin')) for (;;);
  if (name.startsWith('sleep')) await new Promise(() => null)
  if (name.startsWith('exit')) process.exit(3)
  if (name.startsWith('abort')) process.abort()
  if (name.startsWith('heap')) for (const kept: string[] = []; ; ) kept.push('x'.repeat(1000) + kept.length)
  if (name.startsWith('buffers')) for (const kept: Uint8Array[] = []; ; ) kept.push(new Uint8Array(8 * 1024 * 1024).fill(1))
  if (name.startsWith('inflate')) (await import('node:zlib')).inflateRawSync(deflatedZeros(), { maxOutputLength: 3 * 1024 ** 3 })
  if (name.startsWith('pollute')) Reflect.set(Object.prototype, 'polluted', 'yes')
  if (name.startsWith('is polluted')) said = String(Reflect.get({}, 'polluted'))
  if (name.startsWith('pages')) await recognise(id)
  if (name.startsWith('read a file')) said = await refusalOf(async () => (await import('node:fs')).readFileSync('/etc/hostname'))
  if (name.startsWith('write a file')) said = await refusalOf(async () => (await import('node:fs')).writeFileSync(new URL('./written-by-a-document', import.meta.url), 'x'))
  if (name.startsWith('start a process')) said = await refusalOf(async () => (await import('node:child_process')).execFileSync('/bin/true'))
  if (name.startsWith('connect')) said = await refusalOf(async () => (await import('node:net')).connect(9, '127.0.0.1'))
  if (name.startsWith('listen')) said = await refusalOf(async () => (await import('node:http')).createServer().listen(0))
  if (name.startsWith('fetch')) said = typeof Reflect.get(globalThis, 'fetch')
  if (name.startsWith('environment')) said = String(process.env['SECRET'])
}

async function recognise(id: number): Promise<void> {
  for (let page = 0; page <= 3; page++) {
    watch.beginPage()
    post({ kind: 'progress', id, progress: { page, pages: 3, text: `page ${page}`, confidence: page === 0 ? null : 0.9 } })
    await new Promise((turn) => setTimeout(turn, 900))
  }
}

/** 3 GB of zeros in 3 MB: what a small file can hold. */
function deflatedZeros(): Uint8Array {
  const { deflateRawSync, constants } = process.getBuiltinModule('node:zlib')
  const block = new Uint8Array(64 * 1024 * 1024)
  const once = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat(Array.from({ length: 48 }, () => once))
}

async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work()
    return 'done'
  } catch (error) {
    return error instanceof Error ? ('code' in error ? String(error.code) : error.message) : String(error)
  }
}
