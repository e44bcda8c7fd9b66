import { create } from 'zustand'

/** Words that a person is linking to others: chosen in one place of the window, linked in another. */
export interface LinkedWords {
  readonly report: string
  readonly theme: string | null
  readonly start: number
  readonly end: number
  /** As they are seen there. */
  readonly words: string
}

export const useLinking = create<{ readonly from: LinkedWords | null }>()(() => ({ from: null }))

export const beginLinking = (from: LinkedWords): void => useLinking.setState({ from })

export const endLinking = (): void => useLinking.setState({ from: null })
