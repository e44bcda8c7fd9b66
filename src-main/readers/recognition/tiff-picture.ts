import { withoutLast, type PictureDocument, type PicturePart } from './picture-document.ts'
import { readDirectories, type Directory } from './tiff-directory.ts'

/** A page of a TIFF, or what it is packed with where nothing here unpacks it. */
export type TiffPage = { readonly document: PictureDocument } | { readonly unknown: string }

const tag = {
  kind: 254, width: 256, height: 257, bits: 258, packing: 259, meaning: 262, fillOrder: 266, stripPlaces: 273, orientation: 274,
  samples: 277, stripRows: 278, stripBytes: 279, planes: 284, faxOptions: 292, predictor: 317, palette: 320,
  tileWidth: 322, tileHeight: 323, tilePlaces: 324, tileBytes: 325, jpegTables: 347
} as const

/** How the pixels are packed. */
const packing = { none: 1, huffman: 2, fax3: 3, fax4: 4, lzw: 5, jpeg: 7, deflate: 8, packBits: 32773, oldDeflate: 32946 } as const

export const tiffPageLimit = 3_000

/**
 * The pages of a TIFF; smaller pictures of the same page are left out.
 * @returns null where its structure is broken, or a strip lies beyond the end of the file
 */
export function tiffPages(bytes: Uint8Array): readonly TiffPage[] | null {
  const directories = readDirectories(bytes, tiffPageLimit + 1)
  if (directories === null) return null
  const pages = directories.filter((directory) => ((directory.numbers(tag.kind)[0] ?? 0) & 1) === 0 && directory.numbers(tag.width).length > 0)
  const read = pages.map((directory) => tiffPage(bytes, directory))
  return read.length === 0 || read.includes(null) ? null : read.filter((page) => page !== null)
}

function tiffPage(file: Uint8Array, directory: Directory): TiffPage | null {
  const one = (number: number, otherwise: number): number => directory.numbers(number)[0] ?? otherwise
  const size = { width: one(tag.width, 0), height: one(tag.height, 0) }
  if (size.width === 0 || size.height === 0) return null
  const samples = one(tag.samples, 1)
  const bits = one(tag.bits, 1)
  if (samples > 1 && one(tag.planes, 1) === 2) return { unknown: 'planar' }
  if (bits === 16 && directory.isLittleEndian) return { unknown: '16 bit' }
  const colours = colourSpace(directory, { samples, bits, meaning: one(tag.meaning, 1) })
  const filter = filterOf(directory, { samples, bits, width: one(tag.tileWidth, size.width) })
  if (colours === null) return { unknown: `photometric ${one(tag.meaning, 1)}, ${samples} × ${bits} bit` }
  if (filter === null) return { unknown: `compression ${one(tag.packing, 1)}` }
  const parts = partsOf(file, directory, size)
  if (parts === null) return null
  const dictionary = `/ColorSpace${colours}/BitsPerComponent ${bits}${filter}`
  const unpacked = parts.map((part) => ({ ...part, data: prepared(part.data, directory), dictionary: dictionary.replace('/Rows 0', `/Rows ${part.height}`) }))
  return { document: { ...size, orientation: one(tag.orientation, 1), parts: unpacked } }
}

/** What the samples of a pixel mean, in the words of PDF. */
function colourSpace(directory: Directory, { samples, bits, meaning }: { samples: number; bits: number; meaning: number }): string | null {
  if (![1, 2, 4, 8, 16].includes(bits)) return null
  const isJpeg = directory.numbers(tag.packing)[0] === packing.jpeg
  const isFax = [packing.huffman, packing.fax3, packing.fax4].some((own) => own === directory.numbers(tag.packing)[0])
  // fax: what it calls white comes out as 1, whatever number the file gives to white
  if (meaning === 0 && samples === 1) return isFax ? '/DeviceGray' : '/DeviceGray/Decode[1 0]'
  if (meaning === 1 && samples === 1) return isFax ? '/DeviceGray/Decode[1 0]' : '/DeviceGray'
  if (meaning === 1 && samples === 2) return withoutLast(1)
  if ((meaning === 2 || (meaning === 6 && isJpeg)) && samples === 3) return '/DeviceRGB'
  if (meaning === 2 && samples === 4) return withoutLast(3)
  if (meaning === 5 && samples === 4) return '/DeviceCMYK'
  if (meaning === 3 && samples === 1 && bits <= 8) return palette(directory.numbers(tag.palette), 1 << bits)
  return null
}

/** All reds, then all greens, then all blues, of 16 bits each. */
function palette(numbers: readonly number[], count: number): string | null {
  if (numbers.length !== 3 * count) return null
  const hex = Array.from({ length: count }, (_, n) => [0, 1, 2].map((colour) => (numbers[colour * count + n]! >> 8).toString(16).padStart(2, '0')).join(''))
  return `[/Indexed/DeviceRGB ${count - 1}<${hex.join('')}>]`
}

/** @param row its `width` is that of a strip or a tile */
function filterOf(directory: Directory, row: { samples: number; bits: number; width: number }): string | null {
  const fax = (k: number, more = ''): string => `/Filter/CCITTFaxDecode/DecodeParms<</K ${k}/Columns ${row.width}/Rows 0${more}/EndOfBlock false>>`
  const predictor = directory.numbers(tag.predictor)[0] ?? 1
  const parameters = predictor === 2 ? `/DecodeParms<</Predictor 2/Colors ${row.samples}/BitsPerComponent ${row.bits}/Columns ${row.width}>>` : ''
  if (predictor > 2) return null
  switch (directory.numbers(tag.packing)[0] ?? packing.none) {
    case packing.none:
      return ''
    case packing.huffman:
      return fax(0, '/EncodedByteAlign true')
    case packing.fax3:
      return fax(((directory.numbers(tag.faxOptions)[0] ?? 0) & 1) === 1 ? 1 : 0)
    case packing.fax4:
      return fax(-1)
    case packing.lzw:
      return `/Filter/LZWDecode${parameters}`
    case packing.jpeg:
      return `/Filter/DCTDecode${directory.numbers(tag.meaning)[0] === 2 ? '/DecodeParms<</ColorTransform 0>>' : ''}`
    case packing.deflate:
    case packing.oldDeflate:
      return `/Filter/FlateDecode${parameters}`
    case packing.packBits:
      return '/Filter/RunLengthDecode'
    default:
      return null
  }
}

type Place = Omit<PicturePart, 'dictionary'>

/** The strips or tiles where they stand; null where one is not in the file. */
function partsOf(file: Uint8Array, directory: Directory, { width, height }: { width: number; height: number }): readonly Place[] | null {
  const isTiled = directory.numbers(tag.tileWidth).length > 0
  const places = directory.numbers(isTiled ? tag.tilePlaces : tag.stripPlaces)
  const lengths = directory.numbers(isTiled ? tag.tileBytes : tag.stripBytes)
  const partWidth = isTiled ? directory.numbers(tag.tileWidth)[0]! : width
  const partHeight = isTiled ? (directory.numbers(tag.tileHeight)[0] ?? 0) : Math.min(height, directory.numbers(tag.stripRows)[0] ?? height)
  if (partWidth === 0 || partHeight === 0) return null
  const columns = Math.ceil(width / partWidth)
  if (places.length < columns * Math.ceil(height / partHeight)) return null
  const parts: Place[] = []
  for (let n = 0; n < columns * Math.ceil(height / partHeight); n++) {
    const from = places[n]!
    const length = lengths[n] ?? (places.length === 1 ? file.length - from : Infinity)
    if (length === 0 || from + length > file.length) return null
    const y = Math.floor(n / columns) * partHeight
    // a tile is always whole, a last strip is not
    parts.push({ x: (n % columns) * partWidth, y, width: partWidth, height: isTiled ? partHeight : Math.min(partHeight, height - y), data: file.subarray(from, from + length) })
  }
  return parts
}

/** The bytes of a part as a PDF would hold them. */
function prepared(data: Uint8Array, directory: Directory): Uint8Array {
  if (directory.numbers(tag.packing)[0] === packing.jpeg) {
    const tables = directory.bytes(tag.jpegTables)
    // both are whole JPEGs: the tables without their end, the picture without its beginning
    return tables.length > 4 ? Buffer.concat([tables.subarray(0, -2), data.subarray(2)]) : data
  }
  return directory.numbers(tag.fillOrder)[0] === 2 ? data.map(mirrored) : data
}

/** The bits of a byte from the last to the first. */
function mirrored(byte: number): number {
  let into = 0
  for (let bit = 0; bit < 8; bit++) if ((byte & (1 << bit)) !== 0) into |= 0x80 >> bit
  return into
}
