import type { CallName, Input, Output } from '#core/contract/calls.ts'
import type { EventName, Events } from '#core/contract/events.ts'
import type { Problem, Reply } from '#core/contract/problem.ts'
import { httpTransport } from './http-transport.ts'
import { ipcTransport } from './ipc-transport.ts'
import type { Transport } from './transport.ts'

/** The host as the window sees it: the calls and events of the contract, typed, over any transport. */
export interface Host {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>
  /** @returns a function that ends the subscription */
  on<N extends EventName>(event: N, listener: (payload: Events[N]) => void): () => void
  /** Told when the connection to the host breaks or comes back. */
  watch(listener: (connected: boolean) => void): void
}

/** The desktop bridge where there is one, else the loopback host; null where neither lets us in. */
export async function connect(): Promise<Host | null> {
  const transport = ipcTransport() ?? (await httpTransport())
  return transport === null ? null : hostOver(transport)
}

export function hostOver(transport: Transport): Host {
  // one subscription for all: over HTTP each would hold a connection, and a browser has six for a host
  const listeners = new Set<(name: string, payload: unknown) => void>()
  transport.on((name, payload) => {
    for (const listener of listeners) listener(name, payload)
  })
  return {
    async call<N extends CallName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
      try {
        // our own host answers, and its handlers are checked against the same table
        return (await transport.call(name, input)) as Reply<Output<N>>
      } catch {
        return { ok: false, problem: unreachable }
      }
    },
    on<N extends EventName>(event: N, listener: (payload: Events[N]) => void): () => void {
      const heard = (name: string, payload: unknown): void => {
        if (name === event) listener(payload as Events[N]) // typed where it is sent, by the same table
      }
      listeners.add(heard)
      return () => void listeners.delete(heard)
    },
    watch(listener) {
      transport.watch?.(listener)
    }
  }
}

const unreachable: Problem = {
  kind: 'internal',
  message: {
    zh: '与程序的连接断开了。资料库没有受影响，请从程序里重新打开此窗口。',
    en: 'The connection to the program is gone. The library is not affected; open this window again from the program.'
  },
  place: ''
}
