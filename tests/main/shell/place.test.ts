import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { besides, placeName, placeOn, readPlace, smallest, writePlace, type Area, type Displays } from '../../../src-main/shell/place.ts'

const main: Area = { x: 0, y: 25, width: 1920, height: 1055 }
const right: Area = { x: 1920, y: 0, width: 2560, height: 1440 }
const small: Area = { x: 0, y: 0, width: 1280, height: 720 }
const at = (x: number, y: number, width: number, height: number, isMaximised = false) => ({ area: { x, y, width, height }, isMaximised })

describe('where a window stands', () => {
  it('is the middle of the main display at first, and no larger than it', () => {
    expect(placeOn([main, right], null)).toEqual(at(240, 103, 1440, 900))
    expect(placeOn([small], null)).toEqual(at(0, 0, 1280, 720))
  })

  it('is where it stood last, on whichever display, maximised or not', () => {
    for (const kept of [at(2000, 100, 1500, 1000), at(100, 100, 1200, 800, true)]) expect(placeOn([main, right], kept)).toEqual(kept)
  })

  it.each([
    ['beyond the display that is gone: the middle of the main one, in its own size', at(2600, 200, 1500, 1000), at(210, 53, 1500, 1000)],
    ['partly beyond an edge: moved in', at(1500, 900, 1000, 700), at(920, 380, 1000, 700)],
    ['larger than the display: as large as it', at(-40, -40, 3000, 2000), at(0, 25, 1920, 1055)]
  ])('is in sight when it stood %s', (_name, kept, placed) => {
    expect(placeOn([main], kept)).toEqual(placed)
  })

  it('lies wholly on one display whatever was kept, and is never too small to use', () => {
    const number = fc.integer({ min: -5000, max: 5000 })
    const side = fc.integer({ min: 1, max: 6000 })
    fc.assert(
      fc.property(number, number, side, side, (x, y, width, height) => {
        const displays: Displays = [main, right]
        for (const { area } of [placeOn(displays, at(x, y, width, height)), besides(placeOn(displays, at(x, y, width, height)), displays)]) {
          expect(area.width).toBeGreaterThanOrEqual(smallest.width)
          expect(area.height).toBeGreaterThanOrEqual(smallest.height)
          expect(displays.some((d) => area.x >= d.x && area.y >= d.y && area.x + area.width <= d.x + d.width && area.y + area.height <= d.y + d.height)).toBe(true)
        }
      })
    )
  })

  it('of a second window is beside the first, never on top of it', () => {
    expect(besides(at(100, 100, 1000, 700, true), [main])).toEqual(at(128, 128, 1000, 700))
    expect(besides(at(920, 380, 1000, 700), [main])).toEqual(at(0, 25, 1000, 700))
  })

  it('is kept for each arrangement of displays, whatever their order', () => {
    expect(placeName([main, right])).toBe(placeName([right, main]))
    expect(placeName([main])).not.toBe(placeName([main, right]))
    // as the name of a preference may be
    expect(placeName([main])).toMatch(/^desktop\.place\.[0-9a-f]{16}$/)
  })

  it('is written and read back; what is none is not one', () => {
    for (const place of [at(-1200, 30, 1440, 900), at(0, 0, 720, 480, true)]) expect(readPlace(writePlace(place))).toEqual(place)
    for (const other of [undefined, null, 7, '', '1,2,3', '1,2,3,4,min', '1e9,0,1,1', '1,2,3,4,max,max']) expect(readPlace(other)).toBeNull()
  })
})
