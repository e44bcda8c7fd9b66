import { plausibility } from './common-characters.ts'

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const
export type Encoding = (typeof encodings)[number]

/** Whether a name that was kept is one of ours. */
export const isEncoding = (name: string | undefined): name is Encoding => encodings.some((encoding) => encoding === name)

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

/** A file begins inside a character where that explains it better by this much. */
const insideGain = 0.1

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
  const marked = markOf(bytes)
  if (marked !== null) return decodeAs(bytes, marked)
  const guess = guessEncoding(bytes)
  if (guess === null) return null
  const decoded = guess.beginsInside ? decodeRest(bytes, guess.encoding) : decodeAs(bytes, guess.encoding)
  return decoded.undecodable > decoded.text.length * mostUndecodable ? null : decoded
}

/** The encoding whose byte order mark the bytes begin with. */
export function markOf(bytes: Uint8Array): Encoding | null {
  return marks.find(([mark]) => beginsWith(bytes, mark))?.[1] ?? null
}

const beginsWith = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, i) => bytes[i] === byte)

interface Guess {
  readonly encoding: Encoding
  /** The first byte is the second half of a character. */
  readonly beginsInside: boolean
}

function guessEncoding(bytes: Uint8Array): Guess | null {
  if (isUtf8(bytes)) {
    const wide = wideAscii(bytes)
    if (wide !== null) return { encoding: wide, beginsInside: false }
    // what is valid UTF-8 and yet no text is binary from its first bytes on
    const isText = encodingPlausibility(bytes.subarray(0, headBytes), 'utf-8') >= leastPlausibility
    return isText ? { encoding: 'utf-8', beginsInside: false } : null
  }
  let best: Guess | null = null
  let most = leastPlausibility
  for (const encoding of ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'] as const) {
    const score = encodingPlausibility(bytes, encoding)
    if (score > most) [best, most] = [{ encoding, beginsInside: false }, score]
  }
  // UTF-8 and UTF-16 find their way again behind half a character, two bytes each do not
  for (const encoding of ['gb18030', 'big5'] as const) {
    const score = encodingPlausibility(bytes.subarray(1), encoding)
    if (score > most + insideGain) [best, most] = [{ encoding, beginsInside: true }, score]
  }
  return best
}

/** How much the bytes look like Chinese prose in an encoding: see `plausibility`. */
function encodingPlausibility(bytes: Uint8Array, encoding: Encoding): number {
  return plausibility(decodeAs(bytes.subarray(0, sampleBytes), encoding).text)
}

function decodeRest(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const { text, undecodable } = decodeAs(bytes.subarray(1), encoding)
  return { text: `\ufffd${text}`, encoding, undecodable: undecodable + 1 }
}

export function isUtf8(bytes: Uint8Array): boolean {
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

/** Decodes by the encoding that is named; its byte order mark is left out, any other one is text. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): DecodedText {
  const mark = marks.find(([own, of]) => of === encoding && beginsWith(bytes, own))?.[0] ?? []
  const content = bytes.subarray(mark.length)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decodeUtf16(content, encoding)
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(content)
  return { text, encoding, undecodable: Math.max(0, countReplacements(text) - countWritten(content, encoding)) }
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
const written: Partial<Record<Encoding, string>> = { 'utf-8': 'efbfbd', gb18030: '8431a437' }

function countWritten(bytes: Uint8Array, encoding: Encoding): number {
  const character = written[encoding]
  if (character === undefined) return 0
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let count = 0
  for (let at = buffer.indexOf(character, 0, 'hex'); at !== -1; at = buffer.indexOf(character, at + character.length / 2, 'hex')) count++
  return count
}
