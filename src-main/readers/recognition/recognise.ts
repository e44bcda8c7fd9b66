import type { PrintedRun } from '../layout/printed-page.ts'
import { openEngine, type Engine, type EngineBuild } from './engine.ts'
import { findLines } from './find-lines.ts'
import { fitLine, type FittedLine } from './fit-line.ts'
import { typeOfCore, type FoundLine } from './found-line.ts'
import type { GreyPicture } from './grey-picture.ts'
import { asPrinted } from './punctuation.ts'
import { readStrip, type ReadLine } from './read-line.ts'
import { readVertical } from './vertical-line.ts'

export type { GreyPicture } from './grey-picture.ts'

export interface Recogniser {
  /** Which build of the engine runs, see `Engine.build`. */
  readonly build: EngineBuild
  /**
   * Reads the lines of a page, in no order; a line ends where its column ends. Boxes are in the unit of
   * the page (pixels / `picture.scale`). A line that stands askew has the box it would have if it were
   * turned straight about its middle.
   */
  read(picture: GreyPicture): Promise<readonly PrintedRun[]>
  close(): void
}

/** What is read with less confidence than this is no writing: grain, a part of a photograph, a rule. */
const leastConfidence = 0.5

/** Opens the engine: about a third of a second, and 100 MB. */
export async function openRecogniser(builds?: readonly EngineBuild[]): Promise<Recogniser> {
  const engine = await openEngine(builds)
  return {
    build: engine.build,
    read: (picture) => readPage(engine, picture),
    close: () => void engine.close()
  }
}

async function readPage(engine: Engine, picture: GreyPicture): Promise<readonly PrintedRun[]> {
  const found = await findLines(engine, picture)
  const runs: PrintedRun[] = []
  for (const [n, line] of found.entries()) {
    for (const fitted of fitLine(picture, line, roomOf(line, n, found))) {
      const read = asPrinted(line.isVertical ? await readVertical(engine, picture, fitted.strip) : await readStrip(engine, picture, fitted.strip))
      if (read.text.trim() === '' || read.confidence < leastConfidence) continue
      runs.push(runOf(fitted, read, picture.scale))
    }
  }
  return runs
}

/** How far a line can grow at its start and its end before it meets half way with what a neighbour can grow. */
function roomOf(line: FoundLine, n: number, all: readonly FoundLine[]): readonly [number, number] {
  let [before, after] = [Infinity, Infinity]
  const [along, across] = line.isVertical ? (['y', 'x'] as const) : (['x', 'y'] as const)
  for (const [m, other] of all.entries()) {
    if (m === n || other.isVertical !== line.isVertical) continue
    const drift = (other[along] - line[along]) * Math.tan(line.slant) * (line.isVertical ? -1 : 1)
    if (Math.abs(other[across] - line[across] - drift) > ((line.thickness + other.thickness) / 2) * typeOfCore) continue
    const gap = Math.abs(other[along] - line[along]) - (line.length + other.length) / 2
    if (other[along] > line[along]) after = Math.min(after, Math.max(0, gap / 2))
    else before = Math.min(before, Math.max(0, gap / 2))
  }
  return [before, after]
}

function runOf({ ink, strip, isVertical }: FittedLine, read: ReadLine, scale: number): PrintedRun {
  const [width, height] = isVertical ? [ink.thickness, ink.length] : [ink.length, ink.thickness]
  const box = { x: (ink.x - width / 2) / scale, y: (ink.y - height / 2) / scale, width: width / scale, height: height / scale }
  const first = isVertical ? box.y : box.x
  const length = ink.length / scale
  // the strip that was read reaches as far beyond the ink on both sides
  const middles = read.middles.map((share) => Math.min(1, Math.max(0, 0.5 + ((share - 0.5) * strip.length) / ink.length)))
  const edges = [0, ...middles.slice(1).map((middle, n) => (middle + middles[n]!) / 2), 1].map((share) => first + share * length)
  return { text: read.text, box, edges, size: ink.thickness / scale, confidence: read.confidence, ...(isVertical ? { isVertical } : {}) }
}
