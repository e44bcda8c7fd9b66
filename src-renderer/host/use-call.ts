import { createContext, use, useCallback, useState, useSyncExternalStore } from 'react'
import type { CallName, Input } from '#core/contract/calls.ts'
import type { CallCache, CallState } from './call-cache.ts'
import type { Seen } from './followers.ts'
import type { Host } from './host.ts'

const HostContext = createContext<CallCache | null>(null)

export const HostProvider = HostContext.Provider

function useCache(): CallCache {
  const cache = use(HostContext)
  if (cache === null) throw new Error('No host above this component')
  return cache
}

/** For actions: the host itself. */
export const useHost = (): Host => useCache().host

/** For the answer that an action has just changed: asks for it again at once; resolves when it is there. */
export function useAskAgain(): (name: CallName) => Promise<void> {
  const cache = useCache()
  return useCallback((name) => cache.askAgain(name), [cache])
}

const notAsked: CallState<never> = { value: null, problem: null, loading: false }

/**
 * What the host answers to a call, kept up to date with the library; a null input asks nothing.
 * The answer is the same object for as long as the library has not changed.
 */
export function useCall<N extends CallName>(name: N, input: Input<N> | null): CallState<Seen<N>> {
  const { cache, subscribe } = useAsked(name, input)
  return useSyncExternalStore(subscribe, () => (input === null ? notAsked : cache.read(name, input)))
}

/** The answer of `useCall` alone, for what is in sight a thousand times: it is not drawn again while the call is being asked again. */
export function useAnswer<N extends CallName>(name: N, input: Input<N>): Seen<N> | null {
  const { cache, subscribe } = useAsked(name, input)
  return useSyncExternalStore(subscribe, () => cache.read(name, input).value)
}

function useAsked<N extends CallName>(name: N, input: Input<N> | null): { readonly cache: CallCache; readonly subscribe: (listener: () => void) => () => void } {
  const cache = useCache()
  const key = input === null ? null : JSON.stringify(input)
  const subscribe = useCallback(
    (listener: () => void) =>
      key === null ? () => {} : cache.subscribe({ name, input: JSON.parse(key) as Input<N> }, listener), // the key is the input
    [cache, name, key]
  )
  return { cache, subscribe }
}

/** An answer with what it answers: not what is asked now, while that is on its way. */
interface LastingCall<N extends CallName> extends CallState<Seen<N>> {
  readonly answered: Input<N> | null
}

/** As `useCall`; while another input is being answered, the last answer stays in sight. */
export function useLastingCall<N extends CallName>(name: N, input: Input<N> | null): LastingCall<N> {
  const state = useCall(name, input)
  const [last, setLast] = useState({ value: state.value, answered: input })
  if (state.value !== null && state.value !== last.value) setLast({ value: state.value, answered: input })
  if (input === null) return { ...state, answered: null }
  return state.value === null ? { ...state, value: last.value, answered: last.value === null ? null : last.answered } : { ...state, answered: input }
}
