import type { Encoding } from '../../../src-main/readers/encoding.ts'

export interface EncodeOptions {
  /** Writes the encoding's byte order mark first. */
  readonly mark?: boolean
}

/**
 * Node decodes the encodings of Chinese and encodes UTF-8 and UTF-16LE alone: the decoder's tables,
 * turned round. GB18030 has every character (of GBK and GB 2312 the same bytes); Big5 has its 13,000.
 *
 * @throws Error on a character that the encoding does not have, and on a lone surrogate
 */
export function encodeAs(text: string, encoding: Encoding, { mark = false }: EncodeOptions = {}): Uint8Array<ArrayBuffer> {
  const marked = mark && encoding !== 'big5' ? `\ufeff${text}` : text
  if (!marked.isWellFormed()) throw new Error('half a pair of UTF-16 is in no encoding')
  if (encoding === 'utf-8') return new Uint8Array(Buffer.from(marked))
  if (encoding === 'utf-16le') return new Uint8Array(Buffer.from(marked, 'utf16le'))
  if (encoding === 'utf-16be') return new Uint8Array(Buffer.from(marked, 'utf16le').swap16())
  const table = tableOf(encoding)
  const bytes: number[] = []
  for (const character of marked) {
    const own = character < '\x80' ? [character.charCodeAt(0)] : (table.get(character) ?? (encoding === 'gb18030' ? beyondPlaneZero(character) : null))
    if (own === null) throw new Error(`${encoding} has no ${character}`)
    bytes.push(...own)
  }
  return Uint8Array.from(bytes)
}

/** Whether every character of a text is in Big5. */
export const isInBig5 = (text: string): boolean => Array.from(text).every((character) => character < '\x80' || tableOf('big5').has(character))

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>()

function tableOf(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known !== undefined) return known
  const table = new Map<string, readonly number[]>()
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  const put = (bytes: readonly number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes))
    if (Array.from(character).length === 1 && character !== '\ufffd' && !table.has(character)) table.set(character, bytes)
  }
  // Big5 before 0xa1 is Hong Kong's supplement, which decoders know and writers do not use
  for (let lead = encoding === 'big5' ? 0xa1 : 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) put([lead, trail])
  }
  if (encoding === 'gb18030') {
    for (let linear = 0; linear < 39_420; linear++) put(fourBytes(linear))
    // the decoder does not give U+FFFD as a character of the file
    table.set('\ufffd', [0x84, 0x31, 0xa4, 0x37])
  }
  tables.set(encoding, table)
  return table
}

/** The n-th sequence of four bytes. */
function fourBytes(linear: number): number[] {
  return [0x81 + Math.floor(linear / 12_600), 0x30 + (Math.floor(linear / 1260) % 10), 0x81 + (Math.floor(linear / 10) % 126), 0x30 + (linear % 10)]
}

/** U+10000 and on stand in their order from 0x90308130. */
function beyondPlaneZero(character: string): number[] | null {
  const code = character.codePointAt(0) ?? 0
  return code < 0x10000 ? null : fourBytes(code - 0x10000 + 189_000)
}
