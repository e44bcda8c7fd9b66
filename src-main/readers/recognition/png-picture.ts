import { createInflate } from 'node:zlib'
import { Readable } from 'node:stream'
import type { GreyPicture } from './grey-picture.ts'

/** What the head of a PNG says. */
export interface PngHead {
  readonly width: number
  readonly height: number
  readonly bits: number
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  readonly colour: number
  readonly isInterlaced: boolean
}

/** Samples a pixel, and the bits they may have. */
const colours: Readonly<Record<number, readonly [number, readonly number[]]>> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]]
}

/** First column and row of each pass, and the steps between its columns and rows. */
const whole = [[0, 0, 1, 1]] as const
const adam7 = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const

/** @returns null where this is no PNG */
export function pngHead(bytes: Uint8Array): PngHead | null {
  if (bytes.length < 33 || Buffer.from(bytes.buffer, bytes.byteOffset + 12, 4).toString('latin1') !== 'IHDR') return null
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const head = { width: view.getUint32(16), height: view.getUint32(20), bits: bytes[24]!, colour: bytes[25]!, isInterlaced: bytes[28] === 1 }
  const allowed = colours[head.colour]?.[1] ?? []
  return head.width > 0 && head.height > 0 && allowed.includes(head.bits) ? head : null
}

/**
 * A PNG in grey on white, decoded row by row: no more than one byte a pixel is held.
 * @throws Error where it is damaged or ends too early
 */
export async function decodePng(bytes: Uint8Array, head: PngHead): Promise<GreyPicture> {
  const chunks = readChunks(bytes)
  const pixels = new Uint8Array(head.width * head.height)
  const shades = head.colour === 3 ? paletteShades(chunks.palette, chunks.transparency) : null
  const samples = colours[head.colour]![0]
  const takeRow = rowsInto(pixels, head)
  const toGrey = (row: Uint8Array, count: number): Uint8Array => greys(row, count, { ...head, samples, shades })
  const passes = (head.isInterlaced ? adam7 : whole).flatMap(([x, y, stepX, stepY]) => {
    const columns = Math.ceil((head.width - x) / stepX)
    const rows = Math.ceil((head.height - y) / stepY)
    return columns > 0 && rows > 0 ? [{ x, y, stepX, stepY, columns, rows }] : []
  })
  const source = byteSource(Readable.from(chunks.data).pipe(createInflate()))
  const unit = Math.max(1, (head.bits * samples) >> 3)
  for (const pass of passes) {
    const length = Math.ceil((pass.columns * head.bits * samples) / 8)
    let before = new Uint8Array(length)
    for (let row = 0; row < pass.rows; row++) {
      const line = await source(length + 1)
      unfilter(line, before, unit)
      before = line.slice(1)
      takeRow(toGrey(before, pass.columns), pass, row)
    }
  }
  return { width: head.width, height: head.height, pixels, scale: 1 }
}

interface Chunks {
  readonly data: readonly Uint8Array[]
  readonly palette: Uint8Array
  readonly transparency: Uint8Array
}

function readChunks(bytes: Uint8Array): Chunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const data: Uint8Array[] = []
  let [palette, transparency] = [new Uint8Array(0), new Uint8Array(0)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const name = Buffer.from(bytes.buffer, bytes.byteOffset + at + 4, 4).toString('latin1')
    const content = bytes.slice(at + 8, Math.min(bytes.length, at + 8 + length))
    if (name === 'IDAT') data.push(content)
    if (name === 'PLTE') palette = content
    if (name === 'tRNS') transparency = content
    if (name === 'IEND') break
    at += 12 + length
  }
  return { data, palette, transparency }
}

/** Hands out a stream in pieces of a wanted length. */
function byteSource(stream: AsyncIterable<Uint8Array>): (length: number) => Promise<Uint8Array> {
  const chunks = stream[Symbol.asyncIterator]()
  let [rest, at] = [new Uint8Array(0), 0]
  return async (length) => {
    const into = new Uint8Array(length)
    for (let filled = 0; filled < length; ) {
      if (at === rest.length) {
        const next = await chunks.next()
        if (next.done === true) throw new Error('the PNG ends too early')
        ;[rest, at] = [new Uint8Array(next.value), 0]
      }
      const end = Math.min(rest.length, at + length - filled)
      into.set(rest.subarray(at, end), filled)
      filled += end - at
      at = end
    }
    return into
  }
}

/** Undoes the filter of a row, in place; its first byte names the filter. @param unit bytes to the pixel on the left */
function unfilter(line: Uint8Array, before: Uint8Array, unit: number): void {
  const filter = line[0]!
  if (filter > 4) throw new Error('the PNG names a filter that is none')
  for (let at = 0; at < before.length; at++) {
    const left = at < unit ? 0 : line[at + 1 - unit]!
    const above = before[at]!
    const corner = at < unit ? 0 : before[at - unit]!
    const guess = filter === 0 ? 0 : filter === 1 ? left : filter === 2 ? above : filter === 3 ? (left + above) >> 1 : paeth(left, above, corner)
    line[at + 1] = line[at + 1]! + guess
  }
}

function paeth(left: number, above: number, corner: number): number {
  const toLeft = Math.abs(above - corner)
  const toAbove = Math.abs(left - corner)
  const toCorner = Math.abs(left + above - 2 * corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

interface RowKind {
  readonly bits: number
  readonly colour: number
  readonly samples: number
  readonly shades: Uint8Array | null
}

/** One row of pixels in grey. */
function greys(row: Uint8Array, count: number, { bits, colour, samples, shades }: RowKind): Uint8Array {
  const into = new Uint8Array(count)
  const step = bits >> 3
  for (let n = 0; n < count; n++) {
    if (bits < 8) {
      const value = (row[(n * bits) >> 3]! >> (8 - bits - ((n * bits) & 7))) & ((1 << bits) - 1)
      into[n] = shades === null ? (value * 255) / ((1 << bits) - 1) : shades[value]!
      continue
    }
    const at = n * samples * step
    const own = shades !== null ? shades[row[at]!]! : colour === 2 || colour === 6 ? grey(row[at]!, row[at + step]!, row[at + 2 * step]!) : row[at]!
    into[n] = colour < 4 ? own : onWhite(own, row[at + (samples - 1) * step]!)
  }
  return into
}

function paletteShades(palette: Uint8Array, transparency: Uint8Array): Uint8Array {
  const shades = new Uint8Array(256)
  for (let n = 0; 3 * n + 2 < palette.length; n++) shades[n] = onWhite(grey(palette[3 * n]!, palette[3 * n + 1]!, palette[3 * n + 2]!), transparency[n] ?? 255)
  return shades
}

const grey = (red: number, green: number, blue: number): number => (red * 77 + green * 151 + blue * 28) >> 8
const onWhite = (shade: number, alpha: number): number => 255 - ((255 - shade) * alpha) / 255

function rowsInto(pixels: Uint8Array, { width }: PngHead): (row: Uint8Array, pass: { x: number; y: number; stepX: number; stepY: number }, n: number) => void {
  return (row, pass, n) => {
    const start = (pass.y + n * pass.stepY) * width + pass.x
    if (pass.stepX === 1) pixels.set(row, start)
    else for (let column = 0; column < row.length; column++) pixels[start + column * pass.stepX] = row[column]!
  }
}
