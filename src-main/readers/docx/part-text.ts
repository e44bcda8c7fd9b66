/**
 * The text of a part, where it is plain UTF-8 as nearly all are: then its encoding need not be guessed.
 * Else the bytes themselves, for `readXml` to find out.
 */
export function partText(bytes: Uint8Array): string | Uint8Array {
  // `<` and a NUL are two bytes of one character
  const isPlain = (bytes[0] === 0x3c && bytes[1] !== 0) || (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
  if (!isPlain) return bytes
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return bytes
    throw error
  }
}
