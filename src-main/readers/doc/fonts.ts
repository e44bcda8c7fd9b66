import { partBytes, type Fib } from './fib.ts'
import { utf16Text } from './utf16.ts'

/** Where the name stands in an entry: after sizes, weights and a signature. */
const nameOffset = 39

/** Names of the fonts by their number (SttbfFfn). @throws RangeError where the table is damaged */
export function readFonts(table: Buffer, fib: Fib): string[] {
  const bytes = partBytes(table, fib.part('fonts'))
  if (bytes.length < 4) return []
  const fonts: string[] = []
  let at = 4
  for (let left = bytes.readUInt16LE(0); left > 0 && at < bytes.length; left--) {
    const length = bytes[at]!
    const name = utf16Text(bytes.subarray(at + 1 + nameOffset, at + 1 + length))
    fonts.push(name.replace(/\0.*$/s, ''))
    at += 1 + length
  }
  return fonts
}
