import { create } from 'zustand'

/** Whether the view is being put on paper: what draws only what is in sight then draws all of it. */
export const usePrinting = create<{ readonly isPrinting: boolean }>()(() => ({ isPrinting: false }))

export const useIsPrinting = (): boolean => usePrinting((p) => p.isPrinting)

/** Lines of one list on paper at most; whoever wants more saves the table as a file. */
export const mostOnPaper = 2_000
