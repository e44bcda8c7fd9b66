import { create } from 'zustand'

/** What the hand begins with: a highlight, a tag, a theme, a note, a link, a reading; null: the person chooses. */
export type HandTool = 'highlight' | 'tag' | 'themes' | 'note' | 'link' | 'reading'

/** Words of a report, somewhere in the window. */
export interface HandWords {
  readonly report: string
  readonly start: number
  readonly end: number
  /** The theme under which they stand there, or null. */
  readonly theme: string | null
}

interface Offered extends HandWords {
  readonly tool: HandTool | null
  /** Where the words stand on the screen at this moment; null when they are not there. */
  readonly near: () => DOMRect | null
  /** What had the keyboard. */
  readonly from: Element | null
  readonly session: number
}

/** The words that the tools of the hand lie beside, or null. The source has its own, in its text. */
export const useHand = create<{ readonly offered: Offered | null }>()(() => ({ offered: null }))

let sessions = 0

export function offerHand(words: HandWords, given: Pick<Offered, 'tool' | 'near'>): void {
  sessions += 1
  useHand.setState({ offered: { ...words, ...given, from: document.activeElement, session: sessions } })
}

export const putHandAway = (): void => useHand.setState({ offered: null })

/** The person wants nothing of these words: they are selected no more, and can be selected anew. */
export function letGoOfWords(): void {
  getSelection()?.removeAllRanges()
  putHandAway()
}
