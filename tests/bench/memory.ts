import { readdirSync, readFileSync } from 'node:fs'

/** What this process and those it started hold together, at most. */
export interface MemoryWatch {
  /** Megabytes; what is shared between processes is counted once. Infinity where the system does not tell (not Linux). */
  end(): number
}

const everyMs = 500

export function watchMemory(): MemoryWatch {
  let most = 0
  const look = (): void => void (most = Math.max(most, megabytesOf(process.pid)))
  const timer = setInterval(look, everyMs)
  return {
    end: () => {
      look()
      clearInterval(timer)
      return most === 0 ? Infinity : most
    }
  }
}

/** Proportional set size of a process and its children. */
function megabytesOf(pid: number): number {
  try {
    const own = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
    return own + childrenOf(pid).reduce((sum, child) => sum + megabytesOf(child), 0)
  } catch {
    return 0 // it has ended meanwhile
  }
}

const childrenOf = (pid: number): number[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((task) => readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter((id) => id !== '').map(Number))
