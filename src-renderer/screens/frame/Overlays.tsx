import { CommandPalette } from './CommandPalette.tsx'
import { ExchangeDialog } from './ExchangeDialog.tsx'
import { KeySheet } from './KeySheet.tsx'
import { LibraryDialogs } from './LibraryDialogs.tsx'
import { TurnDialog } from './TurnDialog.tsx'

/** What lies over the window when it is called. */
export function Overlays() {
  return (
    <>
      <CommandPalette />
      <KeySheet />
      <LibraryDialogs />
      <ExchangeDialog />
      <TurnDialog />
    </>
  )
}
