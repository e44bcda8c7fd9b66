import type { Transport } from './transport.ts'

declare global {
  interface Window {
    /** Put there by the preload script of the desktop shell; absent in a browser. */
    readonly duizhao?: Transport
  }
}

/** The desktop shell's bridge, or null where the page runs in a browser. */
export function ipcTransport(): Transport | null {
  return window.duizhao ?? null
}
