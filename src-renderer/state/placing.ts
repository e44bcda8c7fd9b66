import { create } from 'zustand'

/** A note that a person is putting on other words: chosen in the list of notes, put down in the source. */
export interface Placing {
  readonly note: string
  readonly report: string
  readonly quote: string
}

const usePlacingState = create<{ readonly placing: Placing | null }>()(() => ({ placing: null }))

export const usePlacing = (): Placing | null => usePlacingState((state) => state.placing)

export const placingNow = (): Placing | null => usePlacingState.getState().placing

export const beginPlacing = (placing: Placing): void => usePlacingState.setState({ placing })

export const endPlacing = (): void => usePlacingState.setState({ placing: null })
