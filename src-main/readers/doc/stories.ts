import { partBytes, readPlc, type Fib } from './fib.ts'

/** Half-open, in character positions of the whole text. */
export type Stretch = readonly [number, number]

/** The parts of the text that follow each other in the file, by what they are. */
export interface Stories {
  readonly body: Stretch
  readonly footnotes: Stretch
  readonly comments: Stretch
  readonly endnotes: Stretch
  readonly headers: readonly Stretch[]
  readonly footers: readonly Stretch[]
  readonly textBoxes: readonly TextBox[]
  readonly headerTextBoxes: Stretch
}

export interface TextBox {
  readonly stretch: Stretch
  /** Where its drawing is anchored in the body; null where the file does not say. */
  readonly anchor: number | null
}

/** @throws RangeError where the text is shorter than its parts */
export function storiesOf(textLength: number, table: Buffer | null, fib: Fib): Stories {
  const { body, footnotes, headers, macros, comments, endnotes, textBoxes, headerTextBoxes } = fib.lengths
  const starts = [0, body, footnotes, headers, macros, comments, endnotes, textBoxes, headerTextBoxes]
  for (let index = 1; index < starts.length; index++) starts[index]! += starts[index - 1]!
  if (body > textLength) throw new RangeError('the text is shorter than its body')
  const stretch = (index: number): Stretch => [Math.min(starts[index]!, textLength), Math.min(starts[index + 1]!, textLength)]
  const heads = headerStretches(stretch(2), table, fib)
  return {
    body: stretch(0),
    footnotes: stretch(1),
    comments: stretch(4),
    endnotes: stretch(5),
    headers: heads.filter(({ isFooter }) => !isFooter).map((each) => each.stretch),
    footers: heads.filter(({ isFooter }) => isFooter).map((each) => each.stretch),
    textBoxes: textBoxStretches(stretch(6), table, fib),
    headerTextBoxes: stretch(7)
  }
}

/** Separators of notes come first; then, for each section: even and odd head, even and odd foot, head and foot of its first page. */
const separators = 6
const footersOfSection = new Set([2, 3, 5])

function headerStretches([from, to]: Stretch, table: Buffer | null, fib: Fib): { stretch: Stretch; isFooter: boolean }[] {
  if (from === to) return []
  const bounds = table === null ? [] : headerBounds(table, fib)
  if (bounds.length < 2) return [{ stretch: [from, to], isFooter: false }]
  const found: { stretch: Stretch; isFooter: boolean }[] = []
  for (let story = separators; story + 1 < bounds.length; story++) {
    const stretch = clipped([from + bounds[story]!, from + bounds[story + 1]!], [from, to])
    if (stretch[0] < stretch[1]) found.push({ stretch, isFooter: footersOfSection.has(story % 6) })
  }
  return found
}

function headerBounds(table: Buffer, fib: Fib): number[] {
  const bytes = partBytes(table, fib.part('headers'))
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => bytes.readUInt32LE(index * 4))
}

const textBoxBytes = 22
const shapeBytes = 26

function textBoxStretches([from, to]: Stretch, table: Buffer | null, fib: Fib): TextBox[] {
  if (from === to) return []
  const whole: TextBox = { stretch: [from, to], anchor: null }
  if (table === null) return [whole]
  const shapes = readPlc(partBytes(table, fib.part('shapes')), shapeBytes)
  const anchors = new Map(shapes.records.map((record, index) => [record.readInt32LE(0), shapes.positions[index]!]))
  const boxes = readPlc(partBytes(table, fib.part('textBoxes')), textBoxBytes)
  // the last record only closes the list
  const found = boxes.records.slice(0, -1).map((record, index): TextBox => {
    const stretch = clipped([from + boxes.positions[index]!, from + boxes.positions[index + 1]!], [from, to])
    return { stretch, anchor: anchors.get(record.readInt32LE(14)) ?? null }
  })
  return covers(found, [from, to]) ? found : [whole]
}

/** Whether the boxes have the text but the guard at its end, one after the other. */
function covers(boxes: readonly TextBox[], [from, to]: Stretch): boolean {
  let at = from
  for (const { stretch } of boxes) {
    if (stretch[0] !== at || stretch[1] < at) return false
    at = stretch[1]
  }
  return at >= to - 1
}

const clipped = ([start, end]: Stretch, [from, to]: Stretch): Stretch => [Math.min(Math.max(start, from), to), Math.min(Math.max(end, from), to)]
