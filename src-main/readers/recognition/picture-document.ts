/**
 * Pictures as a PDF of one page, so that PDFium decodes them: its decoders (JPEG, CCITT, LZW) are kept
 * up, run in WebAssembly without network or files, and draw a large picture smaller as they go.
 */
export interface PictureDocument {
  /** Pixels of the picture as it is stored. */
  readonly width: number
  readonly height: number
  /** As EXIF and TIFF count it, 1..8; 1 is upright. */
  readonly orientation: number
  readonly parts: readonly PicturePart[]
}

/** A whole picture, or one of its strips or tiles. */
export interface PicturePart {
  /** Where its top left corner is, in pixels of the stored picture. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
  /** The rest of an image dictionary: colour space, bits, filter. */
  readonly dictionary: string
}

/** Whether the sides change places when the picture is shown. */
export const isTurned = (orientation: number): boolean => orientation >= 5

/** From the stored picture (origin at its lower left) to the page, by orientation; w and h are stored. */
const placements: Readonly<Record<number, (w: number, h: number) => readonly number[]>> = {
  2: (w) => [-1, 0, 0, 1, w, 0],
  3: (w, h) => [-1, 0, 0, -1, w, h],
  4: (_w, h) => [1, 0, 0, -1, 0, h],
  5: (w, h) => [0, -1, -1, 0, h, w],
  6: (w) => [0, -1, 1, 0, 0, w],
  7: () => [0, 1, 1, 0, 0, 0],
  8: (_w, h) => [0, 1, -1, 0, h, 0]
}

/** The bytes of the PDF: one point is one pixel. */
export function writeDocument({ width, height, orientation, parts }: PictureDocument): Uint8Array {
  const [shownWidth, shownHeight] = isTurned(orientation) ? [height, width] : [width, height]
  const place = placements[orientation]?.(width, height) ?? [1, 0, 0, 1, 0, 0]
  const drawn = parts.map((part, n) => `q ${part.width} 0 0 ${part.height} ${part.x} ${height - part.y - part.height} cm /P${n} Do Q`)
  const content = `${place.join(' ')} cm\n${drawn.join('\n')}\n`
  const names = parts.map((_, n) => `/P${n} ${n + 7} 0 R`).join(' ')
  const objects: Uint8Array[] = [
    ascii('<</Type/Catalog/Pages 2 0 R>>'),
    ascii('<</Type/Pages/Kids[3 0 R]/Count 1>>'),
    ascii(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${shownWidth} ${shownHeight}]/Contents 4 0 R/Resources<</XObject<<${names}>>>>>>`),
    stream('', ascii(content)),
    stream('/FunctionType 4/Domain[0 1 0 1]/Range[0 1]', ascii('{pop}')),
    stream('/FunctionType 4/Domain[0 1 0 1 0 1 0 1]/Range[0 1 0 1 0 1]', ascii('{pop}')),
    ...parts.map((part) => stream(`/Type/XObject/Subtype/Image/Width ${part.width}/Height ${part.height}${part.dictionary}`, part.data))
  ]
  return fileOf(objects)
}

/** A tint of several inks of which the last is dropped: how PDF shows the colours of a picture with transparency. */
export function withoutLast(colours: 1 | 3): string {
  return colours === 1 ? '[/DeviceN[/G/A]/DeviceGray 5 0 R]' : '[/DeviceN[/R/G/B/A]/DeviceRGB 6 0 R]'
}

function stream(dictionary: string, data: Uint8Array): Uint8Array {
  return Buffer.concat([ascii(`<<${dictionary}/Length ${data.length}>>\nstream\n`), data, ascii('\nendstream')])
}

function fileOf(objects: readonly Uint8Array[]): Uint8Array {
  const pieces: Uint8Array[] = [ascii('%PDF-1.7\n')]
  const places: number[] = []
  let length = pieces[0]!.length
  const add = (piece: Uint8Array): void => {
    pieces.push(piece)
    length += piece.length
  }
  for (const [n, object] of objects.entries()) {
    places.push(length)
    add(ascii(`${n + 1} 0 obj\n`))
    add(object)
    add(ascii('\nendobj\n'))
  }
  const table = length
  add(ascii(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`))
  add(ascii(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`))
  return Buffer.concat(pieces)
}

function ascii(text: string): Uint8Array {
  return Buffer.from(text, 'latin1')
}
