/** Hands bytes to the browser to save under a name. Only where there is no native save dialog. */
export function saveBytes(fileName: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes]))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // the browser reads the address after the click has returned
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
