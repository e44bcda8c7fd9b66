import { deflateSync } from 'node:zlib'

/** A page of a TIFF to be written: 8 bits of grey, or a whole JPEG. */
export interface TiffPageToWrite {
  readonly width: number
  readonly height: number
  readonly packing: 'none' | 'deflate' | 'lzw' | 'jpeg'
  /** One byte a pixel; for `jpeg`, the JPEG. */
  readonly data: Uint8Array
  /** For what stands in none of the other fields. */
  readonly tags?: Readonly<Record<number, number>>
}

const packings = { none: 1, lzw: 5, jpeg: 7, deflate: 8 } as const

/** A little-endian TIFF with strips of 64 rows (a JPEG is one strip). */
export function writeTiff(pages: readonly TiffPageToWrite[]): Uint8Array {
  const pieces: Buffer[] = [Buffer.from([0x49, 0x49, 42, 0, 0, 0, 0, 0])]
  let length = 8
  let pointer = { piece: pieces[0]!, at: 4 }
  const add = (piece: Buffer): number => {
    const even = piece.length % 2 === 0 ? piece : Buffer.concat([piece, Buffer.alloc(1)])
    pieces.push(even)
    length += even.length
    return length - even.length
  }
  for (const page of pages) {
    const rows = page.packing === 'jpeg' ? page.height : 64
    const strips = page.packing === 'jpeg' ? [Buffer.from(page.data)] : stripsOf(page, rows)
    const places = strips.map(add)
    const long = (values: readonly number[]): number[] => (values.length === 1 ? [...values] : [add(Buffer.concat(values.map(uint32)))])
    const entries: [tag: number, type: number, count: number, value: number][] = [
      [256, 4, 1, page.width],
      [257, 4, 1, page.height],
      [258, 3, 1, 8],
      [259, 3, 1, packings[page.packing]],
      [262, 3, 1, page.packing === 'jpeg' ? 6 : 1],
      [273, 4, places.length, long(places)[0]!],
      [277, 3, 1, page.packing === 'jpeg' ? 3 : 1],
      [278, 4, 1, rows],
      [279, 4, strips.length, long(strips.map((strip) => strip.length))[0]!]
    ]
    for (const [tag, value] of Object.entries(page.tags ?? {})) {
      const own = entries.find(([known]) => known === Number(tag))
      if (own === undefined) entries.push([Number(tag), 3, 1, value])
      else own[3] = value
    }
    const directory = Buffer.alloc(2 + 12 * entries.length + 4)
    directory.writeUInt16LE(entries.length, 0)
    entries.sort(([a], [b]) => a - b).forEach(([tag, type, count, value], n) => {
      directory.writeUInt16LE(tag, 2 + 12 * n)
      directory.writeUInt16LE(type, 4 + 12 * n)
      directory.writeUInt32LE(count, 6 + 12 * n)
      directory.writeUInt32LE(value, 10 + 12 * n)
    })
    pointer.piece.writeUInt32LE(add(directory), pointer.at)
    pointer = { piece: directory, at: directory.length - 4 }
  }
  return new Uint8Array(Buffer.concat(pieces))
}

function stripsOf({ width, height, packing, data }: TiffPageToWrite, rows: number): Buffer[] {
  return Array.from({ length: Math.ceil(height / rows) }, (_, n) => {
    const strip = data.subarray(n * rows * width, Math.min(height, (n + 1) * rows) * width)
    return packing === 'deflate' ? deflateSync(strip) : packing === 'lzw' ? lzw(strip) : Buffer.from(strip)
  })
}

/** LZW that never uses what it could know: every byte is a code of nine bits, with a fresh start before the codes grow. */
function lzw(bytes: Uint8Array): Buffer {
  const codes: number[] = []
  bytes.forEach((byte, n) => {
    if (n % 200 === 0) codes.push(256)
    codes.push(byte)
  })
  codes.push(257)
  const into = Buffer.alloc(Math.ceil((codes.length * 9) / 8))
  codes.forEach((code, n) => {
    const bit = n * 9
    const value = code << (7 - (bit & 7))
    into[bit >> 3] = into[bit >> 3]! | (value >> 8)
    into[(bit >> 3) + 1] = value & 0xff
  })
  return into
}

function uint32(value: number): Buffer {
  const into = Buffer.alloc(4)
  into.writeUInt32LE(value)
  return into
}
