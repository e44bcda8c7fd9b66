import type { Events } from '#core/contract/events.ts'
import type { Host } from '../../host/host.ts'

type Progress = Events['statistics-progress']

interface ProgressOfHost {
  readonly subscribe: (listener: () => void) => () => void
  /** null: nothing was heard since somebody began to listen. */
  readonly read: () => Progress | null
}

const known = new WeakMap<Host, ProgressOfHost>()

/** How far the host is with counting; one and the same store for as long as the host is. */
export function progressOf(host: Host): ProgressOfHost {
  const there = known.get(host)
  if (there !== undefined) return there
  let last: Progress | null = null
  const fresh: ProgressOfHost = {
    subscribe: (listener) => {
      last = null
      return host.on('statistics-progress', (progress) => {
        last = progress
        listener()
      })
    },
    read: () => last
  }
  known.set(host, fresh)
  return fresh
}
