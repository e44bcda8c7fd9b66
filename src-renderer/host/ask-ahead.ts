import type { CallName, Input, Output } from '#core/contract/calls.ts'
import type { Reply } from '#core/contract/problem.ts'
import type { Host } from './host.ts'

/** Calls without input that the window makes at every start. */
export type AheadCall = 'preferences.read' | 'workspace.read' | 'library.state' | 'reports.first' | 'reports.list'

interface Ahead {
  /** Asked one beside the other, at once. */
  readonly short: readonly Exclude<AheadCall, 'reports.list'>[]
  /** `reports.list` is asked once this is so: the answer of a large library takes long to make, to send and to read. */
  readonly beforeList: Promise<unknown>
}

/**
 * The host, which has been asked these calls already: whoever asks one of them first is given the answer
 * that is on its way. Once something has changed the answers are of no use, and it is asked anew.
 */
export function askedAhead(host: Host, { short, beforeList }: Ahead): Host {
  const ahead = new Map<CallName, Promise<Reply<unknown>>>(short.map((name) => [name, host.call(name, {})]))
  ahead.set('reports.list', beforeList.then(() => host.call('reports.list', {})))
  const forget = (): void => ahead.clear()
  host.on('library-changed', forget)
  host.on('library-switched', forget)
  return {
    ...host,
    call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
      const early = Object.keys(input).length === 0 ? ahead.get(name) : undefined
      if (early === undefined) return host.call(name, input)
      ahead.delete(name)
      return early as Promise<Reply<Output<N>>> // it was put there under its own name
    }
  }
}
