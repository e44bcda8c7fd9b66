import { partBytes, type Fib } from './fib.ts'
import { paragraphFormat } from './formatting.ts'
import { operationsOf } from './operations.ts'

/** What is to be known of a paragraph style, with what it inherits. */
export interface ParagraphStyle {
  /** Number of the built-in style: 1 to 9 are the headings, 62 is the title. */
  readonly builtIn: number
  readonly list: number | null
  readonly level: number | null
}

interface OwnStyle extends ParagraphStyle {
  readonly base: number
}

const noBase = 0xfff
/** A style that is based on itself ends here. */
const deepest = 16

/** Styles by their number ([MS-DOC] 2.9.271). @throws RangeError where the sheet is damaged */
export function readStyles(table: Buffer, fib: Fib): (style: number) => ParagraphStyle | null {
  const sheet = partBytes(table, fib.part('styles'))
  const own = sheet.length === 0 ? [] : stylesOf(sheet)
  return (style) => inherited(own, style)
}

function inherited(styles: readonly (OwnStyle | null)[], number: number): ParagraphStyle | null {
  const first = styles[number] ?? null
  if (first === null) return null
  let { list, level, base } = first
  for (let depth = 0; depth < deepest && base !== noBase; depth++) {
    const parent = styles[base] ?? null
    if (parent === null) break
    list ??= parent.list
    level ??= parent.level
    base = parent.base
  }
  return { builtIn: first.builtIn, list, level }
}

function stylesOf(sheet: Buffer): (OwnStyle | null)[] {
  const headBytes = sheet.readUInt16LE(0)
  const count = sheet.readUInt16LE(2)
  const baseBytes = sheet.readUInt16LE(4)
  const styles: (OwnStyle | null)[] = []
  let at = 2 + headBytes
  while (styles.length < count && at + 2 <= sheet.length) {
    const length = sheet.readUInt16LE(at)
    styles.push(length === 0 ? null : styleOf(sheet.subarray(at + 2, at + 2 + length), baseBytes))
    at += 2 + length + (length % 2)
  }
  return styles
}

function styleOf(bytes: Buffer, baseBytes: number): OwnStyle | null {
  if (bytes.length < baseBytes + 2) return null
  const builtIn = bytes.readUInt16LE(0) & 0xfff
  const kindAndBase = bytes.readUInt16LE(2)
  if ((kindAndBase & 0xf) !== 1) return null
  const nameLength = bytes.readUInt16LE(baseBytes)
  // the name ends with a NUL of its own
  const changes = baseBytes + 2 + (nameLength + 1) * 2
  const length = changes + 2 <= bytes.length ? bytes.readUInt16LE(changes) : 0
  const operations = length < 2 ? [] : operationsOf(bytes.subarray(changes + 4, changes + 2 + length))
  const { list, level } = paragraphFormat(0, operations)
  return { builtIn, base: kindAndBase >> 4, list, level }
}
