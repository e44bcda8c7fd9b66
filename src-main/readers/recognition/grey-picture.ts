/** A page as a picture in grey. */
export interface GreyPicture {
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** One byte a pixel, row by row from the top left corner; 0 is black. */
  readonly pixels: Uint8Array
  /** Pixels per unit of the page's boxes (per point for a PDF; 1 where boxes are in pixels). */
  readonly scale: number
}

/** The same picture made smaller: each pixel is the mean of those it covers. Never larger than the original. */
export function shrink(picture: GreyPicture, width: number, height: number): GreyPicture {
  if (width >= picture.width && height >= picture.height) return picture
  const columns = new Uint32Array(width + 1)
  for (let x = 0; x <= width; x++) columns[x] = Math.floor((x * picture.width) / width)
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const top = Math.floor((y * picture.height) / height)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * picture.height) / height))
    shrinkRow(picture, { top, bottom, columns }, pixels.subarray(y * width, (y + 1) * width))
  }
  return { width, height, pixels, scale: (picture.scale * width) / picture.width }
}

function shrinkRow(picture: GreyPicture, { top, bottom, columns }: { top: number; bottom: number; columns: Uint32Array }, into: Uint8Array): void {
  for (let x = 0; x < into.length; x++) {
    const left = columns[x]!
    const right = Math.max(left + 1, columns[x + 1]!)
    let sum = 0
    for (let y = top; y < bottom; y++) {
      const row = y * picture.width
      for (let at = row + left; at < row + right; at++) sum += picture.pixels[at]!
    }
    into[x] = sum / ((right - left) * (bottom - top))
  }
}

/** A straight piece of a picture, perhaps aslant: its middle, its direction, and how far it reaches. In pixels. */
export interface Strip {
  readonly x: number
  readonly y: number
  /** Radians from the x axis, clockwise as seen. */
  readonly angle: number
  /** Along the direction. */
  readonly length: number
  /** Across it. */
  readonly thickness: number
}

/**
 * The pixels of a strip laid straight, `width` × `height` of them. Outside of the picture its edge
 * pixels go on. Where the strip has many pixels for one of these, several are averaged.
 */
export function straighten(picture: GreyPicture, strip: Strip, { width, height }: { width: number; height: number }): Uint8Array {
  const across = strip.length / width
  const down = strip.thickness / height
  const samples = Math.min(6, Math.max(1, Math.round(Math.max(across, down) * 0.8)))
  const [cos, sin] = [Math.cos(strip.angle), Math.sin(strip.angle)]
  const into = new Uint8Array(width * height)
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0
      for (let a = 0; a < samples; a++) {
        const v = (row + (a + 0.5) / samples) * down - strip.thickness / 2
        for (let b = 0; b < samples; b++) {
          const u = (column + (b + 0.5) / samples) * across - strip.length / 2
          sum += sampleAt(picture, strip.x + u * cos - v * sin, strip.y + u * sin + v * cos)
        }
      }
      into[row * width + column] = sum / (samples * samples)
    }
  }
  return into
}

/** Between four pixels; a position is that of a pixel's corner, as boxes are. */
function sampleAt({ width, height, pixels }: GreyPicture, x: number, y: number): number {
  const left = Math.min(Math.max(0, x - 0.5), width - 1)
  const top = Math.min(Math.max(0, y - 0.5), height - 1)
  const column = Math.floor(left)
  const row = Math.floor(top)
  const at = row * width + column
  const next = column + 1 < width ? at + 1 : at
  const below = row + 1 < height ? width : 0
  const right = left - column
  const down = top - row
  const upper = pixels[at]! * (1 - right) + pixels[next]! * right
  const lower = pixels[at + below]! * (1 - right) + pixels[next + below]! * right
  return upper * (1 - down) + lower * down
}
