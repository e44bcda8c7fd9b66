/**
 * UTF-16 as Word keeps it; half a unit at the end is left out. Node (24.21) writes past its memory where it
 * is to decode an odd number of bytes from an odd address, so it is never asked to.
 */
export const utf16Text = (bytes: Buffer): string => bytes.toString('utf16le', 0, bytes.length - (bytes.length % 2))
