import type { Engine } from './engine.ts'
import { straighten, type GreyPicture, type Strip } from './grey-picture.ts'
import { readPixels, readStrip, type ReadLine } from './read-line.ts'

/** Side of the square in which the network is shown one character of a vertical line. */
const square = 48

/**
 * Reads a line that runs downwards: its upright characters one below the other, or a line that was
 * turned to the right as a whole (Latin letters mostly), whichever is the clearer.
 * @param strip its direction is downwards
 */
export async function readVertical(engine: Engine, picture: GreyPicture, strip: Strip): Promise<ReadLine> {
  const upright = await readUpright(engine, picture, strip)
  const turned = await readStrip(engine, picture, strip)
  return turned.confidence > upright.confidence && turned.text.length > 1 ? turned : upright
}

/** Lays the characters side by side. */
async function readUpright(engine: Engine, picture: GreyPicture, strip: Strip): Promise<ReadLine> {
  const count = countCharacters(picture, strip)
  const pitch = strip.length / count
  const pixels = new Uint8Array(square * square * count)
  for (let n = 0; n < count; n++) {
    const along = (n + 0.5) * pitch - strip.length / 2
    const middle = { x: strip.x + along * Math.cos(strip.angle), y: strip.y + along * Math.sin(strip.angle) }
    const side = Math.max(pitch, strip.thickness)
    const cell = straighten(picture, { ...middle, angle: strip.angle - Math.PI / 2, length: side, thickness: Math.min(side, pitch * 1.02) }, { width: square, height: square })
    for (let row = 0; row < square; row++) pixels.set(cell.subarray(row * square, (row + 1) * square), row * square * count + n * square)
  }
  return readPixels(engine, pixels, square * count)
}

/** How many characters share the length in equal parts: the number at which the cuts go through the least ink. */
function countCharacters(picture: GreyPicture, strip: Strip): number {
  const perCharacter = 24
  const width = Math.max(perCharacter, Math.round((strip.length / strip.thickness) * perCharacter))
  const pixels = straighten(picture, strip, { width, height: perCharacter })
  const ground = pixels.toSorted()[Math.floor(pixels.length * 0.7)] ?? 255
  const ink = Array.from({ length: width }, (_, column) => {
    let sum = 0
    for (let row = 0; row < perCharacter; row++) sum += Math.abs(ground - pixels[row * width + column]!)
    return sum
  })
  const share = strip.length / strip.thickness
  let best = { count: Math.max(1, Math.round(share)), cost: Infinity }
  for (let count = Math.max(1, Math.ceil(share / 1.7)); count <= Math.floor(share / 0.8) + 1; count++) {
    let cut = 0
    for (let n = 1; n < count; n++) cut += ink[Math.round((n * width) / count)] ?? 0
    // pitches near the width of the line are likelier
    const cost = (count > 1 ? cut / (count - 1) : 0) + 255 * Math.abs(count - share / 1.08) * 0.3
    if (cost < best.cost) best = { count, cost }
  }
  return best.count
}
