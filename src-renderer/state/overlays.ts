import { create } from 'zustand'

/** What lies over the window and was called by a key, a command or a button; one at a time. */
export type Overlay = 'palette' | 'keys' | 'new-library' | 'open-library' | 'history' | 'keep-point' | 'notices' | 'libraries' | 'exchange'

const useOverlay = create<{ readonly shown: Overlay | null }>()(() => ({ shown: null }))

export const showOverlay = (shown: Overlay | null): void => useOverlay.setState({ shown })

/** For `open` and `onOpenChange` of a dialog or popover. */
export function useOverlayState(overlay: Overlay): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const isOpen = useOverlay((o) => o.shown === overlay)
  return [
    isOpen,
    (open) => {
      // a menu that closes after it has called a dialog must not close that one
      if (open || useOverlay.getState().shown === overlay) showOverlay(open ? overlay : null)
    }
  ]
}
