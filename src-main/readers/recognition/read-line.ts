import type { Engine } from './engine.ts'
import { straighten, type GreyPicture, type Strip } from './grey-picture.ts'

/** What stands on one line. */
export interface ReadLine {
  readonly text: string
  /** Middle of each character, in shares of the strip (0..1), one for each code unit of `text`. */
  readonly middles: readonly number[]
  /** 0..1, mean over the characters; 0 for an empty text. */
  readonly confidence: number
}

/** Height of what the network reads; how many pixels there are for one step of its answer; `narrowing` saves time and costs nothing in Chinese (measured from 0.72 to 1). */
const reading = { height: 48, perStep: 8, narrowing: 0.9, longest: 3200 }

/** Reads a strip of a picture that holds one line from left to right. */
export function readStrip(engine: Engine, picture: GreyPicture, strip: Strip): Promise<ReadLine> {
  const width = stripWidth(strip)
  return readPixels(engine, straighten(picture, strip, { width, height: reading.height }), width)
}

function stripWidth(strip: Strip): number {
  const steps = Math.round((strip.length * reading.height * reading.narrowing) / strip.thickness / reading.perStep)
  return Math.max(4, Math.min(reading.longest / reading.perStep, steps)) * reading.perStep
}

export async function readPixels(engine: Engine, pixels: Uint8Array, width: number): Promise<ReadLine> {
  const size = pixels.length
  const input = new Float32Array(3 * size)
  for (let at = 0; at < size; at++) input[at] = pixels[at]! / 127.5 - 1
  input.copyWithin(size, 0, size)
  input.copyWithin(2 * size, 0, size)
  return engine.reading.run(input, { height: reading.height, width }, ({ values, shape }) =>
    decode(values, { steps: shape[1] ?? 0, characters: shape[2] ?? 0 }, engine.alphabet)
  )
}

/** Each step names its likeliest character or none; equal neighbours are one character. */
function decode(values: Float32Array, { steps, characters }: { steps: number; characters: number }, alphabet: readonly string[]): ReadLine {
  let text = ''
  const middles: number[] = []
  let sum = 0
  let count = 0
  for (let step = 0; step < steps; ) {
    const [character, likelihood] = likeliest(values, step * characters, characters)
    let best = likelihood
    let end = step + 1
    for (; end < steps; end++) {
      const [next, its] = likeliest(values, end * characters, characters)
      if (next !== character) break
      best = Math.max(best, its)
    }
    const own = alphabet[character] ?? ''
    if (own !== '') {
      text += own
      for (let unit = 0; unit < own.length; unit++) middles.push((step + end) / 2 / steps)
      sum += best
      count++
    }
    step = end
  }
  return { text, middles, confidence: count === 0 ? 0 : Math.min(1, sum / count) }
}

function likeliest(values: Float32Array, from: number, count: number): readonly [number, number] {
  let best = 0
  let likelihood = -1
  for (let n = 0; n < count; n++) {
    const value = values[from + n]!
    if (value > likelihood) {
      likelihood = value
      best = n
    }
  }
  return [best, likelihood]
}
