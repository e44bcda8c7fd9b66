/** A stretch of the table stream. */
export interface TablePart {
  readonly offset: number
  readonly length: number
}

/** What the file information block at the start of the stream `WordDocument` says ([MS-DOC] 2.5). */
export interface Fib {
  readonly isWord97: boolean
  readonly isEncrypted: boolean
  /** Text in pieces: always from Word 97 on, only after a "fast save" before. */
  readonly isComplex: boolean
  /** Whether a file older than Word 97 has two bytes for each character, as Word 95 wrote in East Asia. */
  readonly isWide: boolean
  readonly tableName: '0Table' | '1Table'
  /** Whether the file is meant for Chinese, by the language of the program that wrote it or of its Far East text. */
  readonly chinese: 'gb18030' | 'big5' | null
  /** Characters of each story, in the order in which they follow each other. */
  readonly lengths: StoryLengths
  /** Where the text of an old file begins and ends, in bytes. */
  readonly textBytes: { readonly start: number; readonly end: number }
  part(name: keyof typeof parts): TablePart
}

export interface StoryLengths {
  readonly body: number
  readonly footnotes: number
  readonly headers: number
  readonly macros: number
  readonly comments: number
  readonly endnotes: number
  readonly textBoxes: number
  readonly headerTextBoxes: number
}

/** Characters of all stories together. */
export const totalLength = (lengths: StoryLengths): number =>
  lengths.body + lengths.footnotes + lengths.headers + lengths.macros + lengths.comments + lengths.endnotes + lengths.textBoxes + lengths.headerTextBoxes

/** Places in FibRgFcLcb97, 8 bytes each from 0x9a on. */
const parts = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74
} as const

/** Word 97 wrote 193; Word 6 wrote 101, Word 95 up to 105. */
const newestOfWord95 = 105

/** @throws RangeError where the stream is too short */
export function readFib(stream: Buffer): Fib {
  const flags = stream.readUInt16LE(0x0a)
  const isWord97 = stream.readUInt16LE(2) > newestOfWord95
  const isComplex = (flags & 0x0004) !== 0
  return {
    isWord97,
    isEncrypted: (flags & 0x0100) !== 0,
    isComplex,
    isWide: (flags & 0x1000) !== 0,
    tableName: (flags & 0x0200) !== 0 ? '1Table' : '0Table',
    chinese: encodingOf(stream.readUInt16LE(6)) ?? (isWord97 ? encodingOf(stream.readUInt16LE(0x3c)) : null),
    lengths: lengthsAt(stream, isWord97 ? 0x4c : 0x34),
    textBytes: { start: stream.readUInt32LE(0x18), end: stream.readUInt32LE(0x1c) },
    part: (name) => {
      // an old file holds its table in the same stream, and of all parts only the pieces are looked at
      const at = isWord97 ? 0x9a + parts[name] * 8 : 0x160
      return at + 8 > stream.length ? { offset: 0, length: 0 } : { offset: stream.readUInt32LE(at), length: stream.readUInt32LE(at + 4) }
    }
  }
}

function lengthsAt(stream: Buffer, at: number): StoryLengths {
  const length = (index: number): number => Math.max(0, stream.readInt32LE(at + index * 4))
  return {
    body: length(0),
    footnotes: length(1),
    headers: length(2),
    macros: length(3),
    comments: length(4),
    endnotes: length(5),
    textBoxes: length(6),
    headerTextBoxes: length(7)
  }
}

/** By the language codes of Windows: 4 is Chinese, and its upper bits tell the region. */
function encodingOf(language: number): 'gb18030' | 'big5' | null {
  if ((language & 0x3ff) !== 4) return null
  const region = language >> 10
  return region === 1 || region === 3 || region === 5 ? 'big5' : 'gb18030'
}

/** The bytes of a part; empty where the file has none. @throws RangeError where it leaves the table */
export function partBytes(table: Buffer, { offset, length }: TablePart): Buffer {
  if (length === 0) return Buffer.alloc(0)
  if (offset + length > table.length) throw new RangeError('a part of the table leaves it')
  return table.subarray(offset, offset + length)
}

/** A PLC: `count + 1` positions, then `count` records of `size` bytes. */
export interface Plc {
  readonly positions: readonly number[]
  /** The bytes of each record. */
  readonly records: readonly Buffer[]
}

export function readPlc(bytes: Buffer, size: number): Plc {
  const count = bytes.length < 4 ? 0 : Math.floor((bytes.length - 4) / (4 + size))
  const positions = Array.from({ length: bytes.length < 4 ? 0 : count + 1 }, (_, index) => bytes.readUInt32LE(index * 4))
  const first = (count + 1) * 4
  const records = Array.from({ length: count }, (_, index) => bytes.subarray(first + index * size, first + (index + 1) * size))
  return { positions, records }
}
