import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { writeLimits, type ReadingLimits } from './limits.ts'

/** A started process, as its parent holds it. */
export interface Spawned<In, Out> {
  post(message: Out): void
  onMessage(listener: (message: In) => void): void
  /** `complaint`: the end of what it wrote to stderr. */
  onExit(listener: (complaint: string) => void): void
  kill(): void
}

/** Machine code does as it likes, whatever `--permission` says: only the process that sees no document may run it. */
export interface Trust {
  readonly runsMachineCode: boolean
}

/** Starts a parser process, or the recogniser's. Under Electron another one of these is passed: `utilityProcess` in the place of `fork`. */
export type Spawn = <In, Out>(entry: URL, limits: ReadingLimits, trust: Trust) => Spawned<In, Out>

const longestComplaint = 4096

/** V8 collects its garbage long before the watchdog would count it as memory of the document. */
export const nodeOptions = ['--max-old-space-size=320', '--max-semi-space-size=8', '--no-warnings']

/**
 * Starts a parser process on this Node. It may read the program's own files and nothing else: the
 * bytes of a document come by message. It may start a thread (the watchdog), no process, and write no file.
 */
export function spawnOnNode(programFolder: string): Spawn {
  return <In, Out>(entry: URL, limits: ReadingLimits, { runsMachineCode }: Trust): Spawned<In, Out> => {
    const child = fork(fileURLToPath(entry), [writeLimits(limits)], {
      execArgv: [...nodeOptions, '--permission', `--allow-fs-read=${programFolder}`, '--allow-worker', ...(runsMachineCode ? ['--allow-addons'] : [])],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // none of the person's own environment: a document cannot ask for what is not there
      env: environment()
    })
    let complaint = ''
    child.stderr?.on('data', (data: Buffer) => (complaint = (complaint + data.toString()).slice(-longestComplaint)))
    // a message to a process that is gone is no error of ours: its end is told by `onExit`
    child.on('error', (error) => (complaint += error.message))
    return {
      post: (message) => void child.send(message as object, () => null), // messages are objects, all of them
      onMessage: (listener) => void child.on('message', (message) => listener(message as In)), // it runs our code
      onExit: (listener) => void child.once('close', () => listener(complaint)),
      kill: () => void child.kill('SIGKILL')
    }
  }
}

function environment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'LANG', 'LD_LIBRARY_PATH'] as const
  return Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}
