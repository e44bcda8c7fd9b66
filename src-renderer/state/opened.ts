import { create } from 'zustand'

/** Counts the libraries that this window has shown: what a view holds of one is not carried into the next. */
export const useOpened = create<{ readonly count: number }>()(() => ({ count: 0 }))

export const noteOpened = (): void => useOpened.setState(({ count }) => ({ count: count + 1 }))
