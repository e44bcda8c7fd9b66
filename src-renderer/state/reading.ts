import { create } from 'zustand'
import type { ReadingPart } from '#core/report/reading-words.ts'

/** What the program reads at a place, to be put right. */
export interface AskedReading {
  readonly report: string
  readonly start: number
  readonly end: number
  readonly part: Exclude<ReadingPart, 'kind'>
  /** Where the words stand on the screen at this moment; null when they are not there. */
  readonly near: () => DOMRect | null
  /** What gets the keyboard back. */
  readonly from: Element | null
}

/** The reading whose editor is open, or null. */
export const useReadingEditor = create<{ readonly asked: (AskedReading & { readonly session: number }) | null }>()(() => ({ asked: null }))

let sessions = 0

export function editReading(asked: AskedReading): void {
  sessions += 1
  useReadingEditor.setState({ asked: { ...asked, session: sessions } })
}

export const endReading = (): void => useReadingEditor.setState({ asked: null })
