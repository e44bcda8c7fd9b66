import { utilityProcess } from 'electron'
import { fileURLToPath } from 'node:url'
import { writeLimits, type ReadingLimits } from '../parser/limits.ts'
import { nodeOptions, type Spawn, type Spawned } from '../parser/spawn.ts'

const longestComplaint = 4096

/**
 * Starts a parser process under Electron: with the `runAsNode` fuse off `fork` would not run. Chromium
 * knows no `--permission`; limits, watchdog and the closed doors to the network are the same as on Node.
 */
export const spawnUtility: Spawn = <In, Out>(entry: URL, limits: ReadingLimits): Spawned<In, Out> => {
  const child = utilityProcess.fork(fileURLToPath(entry), [writeLimits(limits)], {
    execArgv: [...nodeOptions],
    stdio: ['ignore', 'ignore', 'pipe'],
    serviceName: 'duizhao parser',
    env: {}
  })
  let complaint = ''
  child.stderr?.on('data', (data: Buffer) => (complaint = (complaint + data.toString()).slice(-longestComplaint)))
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', (message: In) => listener(message)),
    onExit: (listener) => void child.once('exit', () => listener(complaint)),
    kill: () => {
      // before it has a process there is nothing that could be ended
      if (child.pid === undefined) child.once('spawn', () => void child.kill())
      else child.kill()
    }
  }
}
