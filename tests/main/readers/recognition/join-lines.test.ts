import { describe, expect, it } from 'vitest'
import type { FoundLine } from '../../../../src-main/readers/recognition/found-line.ts'
import type { GreyPicture } from '../../../../src-main/readers/recognition/grey-picture.ts'
import { joinLines } from '../../../../src-main/readers/recognition/join-lines.ts'

const type = 1.8

/** The core of a line of type 11 pixels high that runs from one column of pixels to another. */
function core(from: number, to: number, y: number, thickness = 6): FoundLine {
  return { x: (from + to) / 2, y, slant: 0, length: to - from, thickness, isVertical: false }
}

/** Columns of ink, every other pixel, wherever a core is. */
function pictureOf(cores: readonly FoundLine[]): GreyPicture {
  const [width, height] = [240, 80]
  const pixels = new Uint8Array(width * height).fill(250)
  for (const { x, y, length } of cores) {
    for (let row = y - 5; row < y + 5; row++) for (let column = x - length / 2; column < x + length / 2; column += 2) pixels[row * width + column] = 20
  }
  return { width, height, pixels, scale: 1 }
}

const join = (cores: readonly FoundLine[]): readonly (readonly [number, number, number])[] =>
  joinLines(cores, pictureOf(cores), type)
    .map(({ x, length, y }) => [x - length / 2, x + length / 2, y] as const)
    .toSorted((a, b) => a[2] - b[2] || a[0] - b[0])

describe('pieces of lines', () => {
  it('are one line where the lines above and below run through the white between them', () => {
    expect(join([core(10, 200, 20), core(10, 90, 38), core(108, 200, 38), core(10, 200, 56)])).toEqual([[10, 200, 20], [10, 200, 38], [10, 200, 56]])
  })

  it('are two where the white goes on: columns', () => {
    const cores = [20, 38, 56].flatMap((y) => [core(10, 90, y), core(108, 200, y)])
    expect(join(cores)).toHaveLength(6)
  })

  it('are one where they are near each other, however thin 一 is', () => {
    expect(join([core(10, 18, 38, 2), core(24, 90, 38)])).toEqual([[10, 90, 38]])
  })

  it('are two where they are far from each other, or of another size', () => {
    expect(join([core(10, 200, 20), core(10, 80, 38), core(108, 200, 38)])).toHaveLength(3)
    expect(join([core(10, 200, 20), core(10, 90, 38, 12), core(108, 200, 38)])).toHaveLength(3)
  })

  it('that run downwards are put together', () => {
    const upper: FoundLine = { x: 30, y: 30, slant: 0, length: 40, thickness: 8, isVertical: true }
    const lower: FoundLine = { x: 31, y: 66, slant: 0, length: 20, thickness: 8, isVertical: true }
    expect(joinLines([lower, upper], pictureOf([]), type)).toMatchObject([{ y: 43, length: 66, isVertical: true }])
  })
})
