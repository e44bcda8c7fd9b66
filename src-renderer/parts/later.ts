import { createElement, use, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'

type PropsOf<C> = C extends (props: infer P) => ReactNode ? P & object : object

/** The component `N` of a module that comes apart from the program of the window: what is not seen first is not read and compiled first. */
export interface Later<M, N extends keyof M> {
  (props: PropsOf<M[N]>): ReactNode
  /** Resolves when it can be drawn at once. */
  readonly fetch: () => Promise<void>
}

/** Drawn as soon as it is there; until then the `Suspense` above it waits. */
export function later<M, N extends keyof M>(load: () => Promise<M>, name: N): Later<M, N> {
  const part = fetched(load, name)
  const Part = (props: PropsOf<M[N]>): ReactNode => {
    if (part.now() === null) use(part.fetch())
    return drawn(part.now(), props)
  }
  return Object.assign(Part, { fetch: part.fetch })
}

/** Nothing until somebody has fetched it: for what lies over the window and is mostly closed. */
export function laterOnceFetched<M, N extends keyof M>(load: () => Promise<M>, name: N): Later<M, N> {
  const part = fetched(load, name)
  const Part = (props: PropsOf<M[N]>): ReactNode => drawn(useSyncExternalStore(part.subscribe, part.now), props)
  return Object.assign(Part, { fetch: part.fetch })
}

const drawn = <P extends object>(component: ComponentType<P> | null, props: P): ReactNode => (component === null ? null : createElement(component, props))

function fetched<M, N extends keyof M>(load: () => Promise<M>, name: N) {
  let there: ComponentType<PropsOf<M[N]>> | null = null
  let loading: Promise<void> | null = null
  const listeners = new Set<() => void>()
  const take = (loaded: M): void => {
    there = loaded[name] as ComponentType<PropsOf<M[N]>> // its props are read from this very function
    for (const listener of listeners) listener()
  }
  const failed = (error: unknown): never => {
    // whoever asks again fetches again
    loading = null
    throw error
  }
  return {
    now: () => there,
    fetch: () => (loading ??= load().then(take).catch(failed)),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    }
  }
}
