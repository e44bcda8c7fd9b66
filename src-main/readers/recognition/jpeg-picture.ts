import type { PictureDocument } from './picture-document.ts'
import { readDirectories } from './tiff-directory.ts'

/** Frames that PDFium decodes: baseline, extended, progressive. */
const decodable = [0xc0, 0xc1, 0xc2]

/**
 * The head of a JPEG, and the JPEG itself as the one part of a page.
 * @returns null where it is damaged, ends too early, or is of a kind that nobody uses for pictures of pages
 */
export function jpegDocument(bytes: Uint8Array): PictureDocument | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [orientation, isAdobe] = [1, false]
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff || marker === 0x01) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const length = view.getUint16(at + 2)
    if (marker === 0xe1) orientation = exifOrientation(bytes.subarray(at + 4, at + 2 + length)) ?? orientation
    if (marker === 0xee) isAdobe = true
    if (isFrame(marker)) {
      if (!decodable.includes(marker) || at + 10 > bytes.length || !endsWhole(bytes)) return null
      const [height, width, components] = [view.getUint16(at + 5), view.getUint16(at + 7), bytes[at + 9]!]
      const colours = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: `/DeviceCMYK${isAdobe ? '/Decode[1 0 1 0 1 0 1 0]' : ''}` }[components]
      if (width === 0 || height === 0 || bytes[at + 4] !== 8 || colours === undefined) return null
      const dictionary = `/ColorSpace${colours}/BitsPerComponent 8/Filter/DCTDecode`
      return { width, height, orientation, parts: [{ x: 0, y: 0, width, height, data: bytes, dictionary }] }
    }
    at += 2 + length
  }
  return null
}

/** SOF0..SOF15, but not the tables that share their numbers. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Whether the end marker is there: decoders fill what is missing with grey and say nothing. */
function endsWhole(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(Buffer.from([0xff, 0xd9])) > bytes.length / 2
}

function exifOrientation(segment: Uint8Array): number | null {
  if (Buffer.from(segment.subarray(0, 6)).toString('latin1') !== 'Exif\0\0') return null
  const value = readDirectories(segment.subarray(6), 1)?.[0]?.numbers(274)[0]
  return value !== undefined && value >= 1 && value <= 8 ? value : null
}
