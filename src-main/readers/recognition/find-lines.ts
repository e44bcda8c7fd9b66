import type { Engine } from './engine.ts'
import { typeOfCore, type FoundLine } from './found-line.ts'
import { shrink, type GreyPicture } from './grey-picture.ts'
import { joinLines } from './join-lines.ts'
import { lineOfCore, type Core } from './line-core.ts'

/** One tile of the network's input: small, always of the same size, so that its memory is bounded and used again. */
const tile = { width: 672, height: 512, margin: 32 }
/** The longest side of the picture that is looked at, first and when the type proves too small. */
const sides = { first: 960, largest: 3200 }
/** Type smaller than this runs together where the network looks; it is then looked at larger. Pixels. */
const type = { smallest: 8.5, wanted: 11 }
/** Lines of text of a page, in no order. */
export async function findLines(engine: Engine, picture: GreyPicture): Promise<readonly FoundLine[]> {
  const longest = Math.max(picture.width, picture.height)
  const first = Math.min(1, sides.first / longest)
  const found = await findAt(engine, picture, first)
  const height = median(found.map((line) => line.thickness)) * typeOfCore * first
  const larger = found.length === 0 ? first * 2 : (first * type.wanted) / height
  if ((found.length > 0 && height >= type.smallest) || first === 1) return found
  return findAt(engine, picture, Math.min(1, larger, sides.largest / longest))
}

async function findAt(engine: Engine, picture: GreyPicture, scale: number): Promise<readonly FoundLine[]> {
  const width = Math.max(1, Math.round(picture.width * scale))
  const height = Math.max(1, Math.round(picture.height * scale))
  const small = shrink(picture, width, height)
  const likely = await likelihood(engine, small)
  const lines: FoundLine[] = []
  for (const core of cores(likely, width, height)) {
    const line = lineOfCore(core)
    if (line !== null) lines.push(line)
  }
  return joinLines(levelled(lines), small, typeOfCore).map((line) => ({
    ...line,
    x: (line.x * picture.width) / width,
    y: (line.y * picture.height) / height,
    length: line.length / scale,
    thickness: line.thickness / scale
  }))
}

/** How likely each pixel is to be of the core of a line, 0..255. */
async function likelihood(engine: Engine, picture: GreyPicture): Promise<Uint8Array> {
  const likely = new Uint8Array(picture.width * picture.height)
  const stepX = tile.width - 2 * tile.margin
  const stepY = tile.height - 2 * tile.margin
  for (let top = 0; top === 0 || top + 2 * tile.margin < picture.height; top += stepY) {
    for (let left = 0; left === 0 || left + 2 * tile.margin < picture.width; left += stepX) {
      await engine.finding.run(tileInput(picture, left, top), tile, ({ values }) => {
        keepTile(values, { left, top }, { ...picture, pixels: likely })
      })
    }
  }
  return likely
}

/** Means and spreads of red, green and blue that the network was trained with. */
const training = [
  [0.485, 0.229],
  [0.456, 0.224],
  [0.406, 0.225]
] as const

function tileInput({ width, height, pixels }: GreyPicture, left: number, top: number): Float32Array<ArrayBuffer> {
  const size = tile.width * tile.height
  const input = new Float32Array(3 * size)
  for (const [plane, [mean, spread]] of training.entries()) {
    // what lies beyond the page is white
    input.fill((1 - mean) / spread, plane * size, (plane + 1) * size)
    for (let y = 0; y < tile.height && top + y < height; y++) {
      const to = plane * size + y * tile.width
      const from = (top + y) * width + left
      const end = Math.min(tile.width, width - left)
      for (let x = 0; x < end; x++) input[to + x] = (pixels[from + x]! / 255 - mean) / spread
    }
  }
  return input
}

/** Tiles overlap; the margins, where the network sees half of things, are kept only at the edge of the page. */
function keepTile(values: Float32Array, at: { left: number; top: number }, into: GreyPicture): void {
  const fromX = at.left === 0 ? 0 : tile.margin
  const fromY = at.top === 0 ? 0 : tile.margin
  const endX = Math.min(tile.width, into.width - at.left)
  const endY = Math.min(tile.height, into.height - at.top)
  for (let y = fromY; y < endY; y++) {
    for (let x = fromX; x < endX; x++) into.pixels[(at.top + y) * into.width + at.left + x] = values[y * tile.width + x]! * 255
  }
}

/** Connected stretches of likely pixels. Marks what it has seen by writing 0. */
function* cores(likely: Uint8Array, width: number, height: number): Generator<Core> {
  const least = 0.3 * 255
  const open: number[] = []
  for (let start = 0; start < likely.length; start++) {
    if (likely[start]! < least) continue
    const core: Core = { xs: [], ys: [], likelihood: 0 }
    open.push(start)
    core.likelihood += likely[start]!
    likely[start] = 0
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % width
      const y = (at - x) / width
      core.xs.push(x)
      core.ys.push(y)
      for (const [isInside, next] of [[x > 0, at - 1], [x + 1 < width, at + 1], [y > 0, at - width], [y + 1 < height, at + width]] as const) {
        if (!isInside || likely[next]! < least) continue
        core.likelihood += likely[next]!
        likely[next] = 0
        open.push(next)
      }
    }
    core.likelihood /= core.xs.length * 255
    yield core
  }
}

/** Short lines do not show their slant well: they take that of the long ones. */
function levelled(lines: readonly FoundLine[]): readonly FoundLine[] {
  const long = lines.filter((line) => line.length > line.thickness * 12)
  if (long.length === 0) return lines
  const slant = median(long.map((line) => line.slant))
  return lines.map((line) => (line.length > line.thickness * 12 && Math.abs(line.slant - slant) < 0.03 ? line : { ...line, slant }))
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
