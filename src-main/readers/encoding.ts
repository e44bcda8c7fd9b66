import { plausibility } from './common-characters.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'big5' | 'utf-16le' | 'utf-16be'

/** Bytes that are text, as well-formed UTF-16. */
export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  /** Places where bytes stood that the encoding does not have; each is U+FFFD in `text`. */
  readonly undecodable: number
}

/** What is looked at to choose between encodings. */
const sampleBytes = 256 * 1024
/** What is looked at to tell text from binary where the bytes are valid UTF-8. */
const headBytes = 4 * 1024
/** A file that fits its best encoding no better than this is not text (random bytes stay below 0). */
const leastPlausibility = 0.05
/** More holes than this in the best reading: the file is damaged beyond use. */
const mostUndecodable = 0.1

const marks: readonly (readonly [readonly number[], Encoding])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0x84, 0x31, 0x95, 0x33], 'gb18030']
]

/**
 * Decodes a file of unknown encoding: by its byte order mark; as UTF-8 where it is valid; else as
 * the encoding in which it has the most ordinary Chinese. null when it is text in none of them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  for (const [mark, encoding] of marks) {
    if (mark.every((byte, i) => bytes[i] === byte)) return decodeAs(bytes.subarray(mark.length), encoding)
  }
  const encoding = guessEncoding(bytes)
  if (encoding === null) return null
  const decoded = decodeAs(bytes, encoding)
  return decoded.undecodable > decoded.text.length * mostUndecodable ? null : decoded
}

function guessEncoding(bytes: Uint8Array): Encoding | null {
  if (isUtf8(bytes)) {
    const wide = wideAscii(bytes)
    if (wide !== null) return wide
    // what is valid UTF-8 and yet no text is binary from its first bytes on
    return plausibility(sampleOf(bytes.subarray(0, headBytes), 'utf-8')) < leastPlausibility ? null : 'utf-8'
  }
  let best: Encoding | null = null
  let most = leastPlausibility
  for (const encoding of ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const) {
    const score = plausibility(sampleOf(bytes, encoding))
    if (score > most) [best, most] = [encoding, score]
  }
  return best
}

function sampleOf(bytes: Uint8Array, encoding: Encoding): string {
  return decodeAs(bytes.subarray(0, sampleBytes), encoding).text
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** ASCII in two bytes each is valid UTF-8 too: every other byte is NUL, and nearly always the same one. */
function wideAscii(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, 4096)
  const nuls = [0, 0]
  for (let i = sample.indexOf(0); i !== -1; i = sample.indexOf(0, i + 1)) nuls[i % 2]!++
  const [even, odd] = nuls as [number, number]
  if (even + odd === 0 || even + odd < sample.length * 0.2 || Math.min(even, odd) > (even + odd) * 0.1) return null
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** Decodes by the encoding that is named, its byte order mark left out. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decodeUtf16(bytes, encoding)
  const text = new TextDecoder(encoding).decode(bytes)
  const written = encoding === 'utf-8' ? countWritten(bytes) : 0
  return { text, encoding, undecodable: countReplacements(text) - written }
}

/** `TextDecoder` does not say which U+FFFD stood in the file and which it put for half a pair. */
function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const units = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  if (encoding === 'utf-16be') units.swap16()
  const raw = units.toString('utf16le')
  const rest = bytes.length % 2 === 1 ? '\ufffd' : ''
  if (raw.isWellFormed()) return { text: raw + rest, encoding, undecodable: rest.length }
  const text = raw.toWellFormed()
  return { text: text + rest, encoding, undecodable: countReplacements(text) - countReplacements(raw) + rest.length }
}

function countReplacements(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}

/** U+FFFD that the file itself has. */
function countWritten(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let count = 0
  for (let at = buffer.indexOf('efbfbd', 0, 'hex'); at !== -1; at = buffer.indexOf('efbfbd', at + 3, 'hex')) count++
  return count
}
