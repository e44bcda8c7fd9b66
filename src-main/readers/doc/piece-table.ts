import { plausibility } from '../common-characters.ts'
import { partBytes, readPlc, totalLength, type Fib } from './fib.ts'
import { utf16Text } from './utf16.ts'

/** A stretch of the text that lies in one place of the stream `WordDocument`. */
export interface Piece {
  /** Character positions, half-open. */
  readonly start: number
  readonly end: number
  /** First byte of its text. */
  readonly offset: number
  readonly bytesPerCharacter: 1 | 2
  /** Formatting that lies over the whole piece since a "fast save": single operations, ready to be read. */
  readonly changes: Buffer
}

export interface PieceText {
  readonly pieces: readonly Piece[]
  /** One code unit for each character position; `filler` where a character's bytes fill more than one. */
  readonly text: string
}

/** A code point that never is text. */
export const filler = '\ufdd0'

/** More than any book; a damaged table could claim the same bytes again and again. */
const mostCharacters = 16_000_000

/** The 8-bit code page: bytes that [MS-DOC] 2.9.73 maps are those of windows-1252. */
const western = 'windows-1252'

/** @throws RangeError where the table is damaged */
export function readPieces(stream: Buffer, table: Buffer, fib: Fib): PieceText {
  const pieces = fib.isWord97 || fib.isComplex ? piecesOfTable(partBytes(table, fib.part('pieces')), fib) : [wholeText(fib)]
  let expected = 0
  for (const piece of pieces) {
    const { start, end, offset, bytesPerCharacter } = piece
    if (start !== expected || end < start || end > mostCharacters) throw new RangeError('pieces that do not follow each other')
    if (offset + (end - start) * bytesPerCharacter > stream.length) throw new RangeError('a piece leaves the stream')
    expected = end
  }
  return { pieces, text: pieces.map((piece) => textOf(stream, piece, fib)).join('') }
}

function wholeText({ textBytes: { start, end }, lengths, isWide }: Fib): Piece {
  const bytesPerCharacter = isWide ? 2 : 1
  const held = Math.floor(Math.max(0, end - start) / bytesPerCharacter)
  return { start: 0, end: Math.min(held, totalLength(lengths)), offset: start, bytesPerCharacter, changes: Buffer.alloc(0) }
}

/** The CLX: any number of formats (1), then the table itself (2). */
function piecesOfTable(clx: Buffer, { isWord97, isWide }: Fib): Piece[] {
  const formats: Buffer[] = []
  let at = 0
  while (clx.readUInt8(at) === 1) {
    const length = clx.readUInt16LE(at + 1)
    formats.push(clx.subarray(at + 3, at + 3 + length))
    at += 3 + length
  }
  if (clx.readUInt8(at) !== 2) throw new RangeError('no table of pieces')
  const length = clx.readUInt32LE(at + 1)
  if (at + 5 + length > clx.length) throw new RangeError('the table of pieces is cut off')
  const { positions, records } = readPlc(clx.subarray(at + 5, at + 5 + length), 8)
  if (records.length === 0) throw new RangeError('no pieces')
  return records.map((record, index) => {
    const place = record.readUInt32LE(2)
    const isNarrow = isWord97 ? (place & 0x4000_0000) !== 0 : !isWide
    return {
      start: positions[index]!,
      end: positions[index + 1]!,
      offset: isWord97 && isNarrow ? (place & 0x3fff_ffff) >>> 1 : place & 0x3fff_ffff,
      bytesPerCharacter: isNarrow ? 1 : 2,
      changes: isWord97 ? changesOf(record.readUInt16LE(6), formats) : Buffer.alloc(0)
    }
  })
}

/** Operations that the short form of a change may name, of those that matter here ([MS-DOC] 2.9.214). */
const shortOperations: ReadonlyMap<number, number> = new Map([
  [0x0c, 0x260a],
  [0x18, 0x2416],
  [0x19, 0x2417],
  [0x41, 0x0800],
  [0x5c, 0x083c]
])

function changesOf(change: number, formats: readonly Buffer[]): Buffer {
  if ((change & 1) === 1) return formats[change >> 1] ?? Buffer.alloc(0)
  const operation = shortOperations.get((change >> 1) & 0x7f)
  if (operation === undefined) return Buffer.alloc(0)
  return Buffer.from([operation & 0xff, operation >> 8, change >> 8])
}

function textOf(stream: Buffer, { start, end, offset, bytesPerCharacter }: Piece, { chinese, isWord97 }: Fib): string {
  const bytes = stream.subarray(offset, offset + (end - start) * bytesPerCharacter)
  const encoding = chinese ?? (isWord97 ? null : 'gb18030')
  if (bytesPerCharacter === 2) return isWord97 || encoding === null ? utf16Text(bytes) : wideText(utf16Text(bytes), encoding)
  if (!bytes.some((byte) => byte >= 0x80)) return bytes.toString('latin1')
  const narrow = new TextDecoder(western).decode(bytes)
  return encoding === null ? narrow : (doubleByteText(bytes, narrow, encoding) ?? narrow)
}

/** Word 95 put two bytes of the code page into one unit, the first one above; what makes ordinary Chinese tells. */
function wideText(units: string, encoding: 'gb18030' | 'big5'): string {
  const decoder = new TextDecoder(encoding)
  const paired = units.replace(/[^\0-\xff]/g, (unit) => {
    const code = unit.charCodeAt(0)
    return decoder.decode(Uint8Array.of(code >> 8, code & 0xff)).slice(0, 1)
  })
  return plausibility(highCharacters(paired)) > plausibility(highCharacters(units)) ? paired : units
}

/**
 * Programs of Chinese Windows wrote double bytes into 8-bit pieces, where Word itself only ever
 * has windows-1252 (its quotation marks: “…”). What makes ordinary Chinese is the former.
 */
function doubleByteText(bytes: Buffer, narrow: string, encoding: 'gb18030' | 'big5'): string | null {
  const wide = new TextDecoder(encoding).decode(bytes)
  if (wide.includes('\ufffd') || plausibility(highCharacters(wide)) <= plausibility(highCharacters(narrow))) return null
  let units = ''
  let at = 0
  for (const character of wide) {
    const width = bytes[at]! < 0x80 ? 1 : fourBytes(bytes, at, encoding) ? 4 : 2
    units += character.padEnd(width, filler)
    at += width
  }
  return units.length === bytes.length ? units : null
}

const highCharacters = (text: string): string => text.replace(/[\0-\x7f]/g, '')

const fourBytes = (bytes: Buffer, at: number, encoding: string): boolean =>
  encoding === 'gb18030' && bytes[at + 1]! >= 0x30 && bytes[at + 1]! <= 0x39
