import type { ListLevel } from '../docx/numbering.ts'
import { partBytes, type Fib } from './fib.ts'
import type { StyledList } from './list-numbers.ts'
import { utf16Text } from './utf16.ts'

/** Names of the number formats, in the order of their numbers ([MS-OSHARED] 2.2.1.3); '' where lists have none. */
const formatNames = [
  'decimal', 'upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter', 'ordinal', 'cardinalText', 'ordinalText', 'hex', 'chicago',
  'ideographDigital', 'japaneseCounting', 'aiueo', 'iroha', 'decimalFullWidth', 'decimalHalfWidth', 'japaneseLegal',
  'japaneseDigitalTenThousand', 'decimalEnclosedCircle', 'decimalFullWidth2', 'aiueoFullWidth', 'irohaFullWidth', 'decimalZero', 'bullet',
  'ganada', 'chosung', 'decimalEnclosedFullstop', 'decimalEnclosedParen', 'decimalEnclosedCircleChinese', 'ideographEnclosedCircle',
  'ideographTraditional', 'ideographZodiac', 'ideographZodiacTraditional', 'taiwaneseCounting', 'ideographLegalTraditional',
  'taiwaneseCountingThousand', 'taiwaneseDigital', 'chineseCounting', 'chineseLegalSimplified', 'chineseCountingThousand'
] as const

const noNumber = 255
const listBytes = 28
const levelHeadBytes = 28
const overrideBytes = 16
const levelsOfList = 9

/** What is defined once and referred to by the lists of paragraphs. */
interface Definition {
  readonly levels: readonly (ListLevel | null)[]
  readonly styles: readonly number[]
}

/** Lists by the number that paragraphs refer to, from 1; index 0 is empty. @throws RangeError where the tables are damaged */
export function readLists(table: Buffer, fib: Fib): (StyledList | null)[] {
  const heads = partBytes(table, fib.part('lists'))
  const overrides = partBytes(table, fib.part('listOverrides'))
  if (heads.length < 2 || overrides.length < 4) return []
  const { offset, length } = fib.part('lists')
  // the levels follow the list of lists and are not counted in its length
  const definitions = definitionsOf(heads, table.subarray(offset + length))
  const count = overrides.readUInt32LE(0)
  let at = 4 + count * overrideBytes
  if (at > overrides.length) throw new RangeError('too many list overrides')
  const found: (StyledList | null)[] = [null]
  for (let index = 0; index < count; index++) {
    const head = overrides.subarray(4 + index * overrideBytes, 4 + (index + 1) * overrideBytes)
    const changed = changedLevels(overrides, at, head[12]!)
    at = changed.end
    const id = head.readInt32LE(0)
    const definition = definitions.get(id)
    found.push(definition === undefined ? null : listOf(String(id), definition, changed))
  }
  return found
}

function listOf(counts: string, { levels, styles }: Definition, changed: ChangedLevels): StyledList {
  const own = levels.map((level, index) => changed.levels.get(index) ?? level)
  return { list: { counts, levels: own, startsAnew: own.map((_, index) => changed.starts.get(index) ?? null) }, styles }
}

function definitionsOf(heads: Buffer, rest: Buffer): Map<number, Definition> {
  const definitions = new Map<number, Definition>()
  const count = heads.readUInt16LE(0)
  let at = 0
  for (let index = 0; index < count; index++) {
    const head = heads.subarray(2 + index * listBytes, 2 + (index + 1) * listBytes)
    const levels = Array.from({ length: levelsOfList }, (): ListLevel | null => null)
    const isSimple = (head.readUInt8(26) & 1) === 1
    for (let level = 0; level < (isSimple ? 1 : levelsOfList); level++) {
      const read = levelAt(rest, at)
      levels[level] = read.level
      at = read.end
    }
    definitions.set(head.readInt32LE(0), { levels, styles: levels.map((_, level) => head.readUInt16LE(8 + level * 2)) })
  }
  return definitions
}

/** LVL: a head, two runs of formatting, a counted string in which characters below 9 stand for the numbers of levels. */
function levelAt(bytes: Buffer, at: number): { level: ListLevel; end: number } {
  const head = bytes.subarray(at, at + levelHeadBytes)
  const flags = head.readUInt8(5)
  const textAt = at + levelHeadBytes + head.readUInt8(24) + head.readUInt8(25)
  const length = bytes.readUInt16LE(textAt)
  const text = utf16Text(bytes.subarray(textAt + 2, textAt + 2 + length * 2))
  const format = head.readUInt8(4)
  const isKept = (flags & 0x08) !== 0
  return {
    level: {
      start: head.readInt32LE(0),
      format: format === noNumber ? 'none' : (formatNames[format] ?? `number format ${format}`),
      pattern: text.replace(/[\0-\x08]/g, (placeholder) => `%${placeholder.charCodeAt(0) + 1}`),
      suffix: (['tab', 'space', 'nothing'] as const)[head.readUInt8(15)] ?? 'tab',
      restart: isKept ? head.readUInt8(26) : null,
      isLegal: (flags & 0x04) !== 0,
      style: null,
      font: null
    },
    end: textAt + 2 + length * 2
  }
}

interface ChangedLevels {
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, ListLevel>
  readonly end: number
}

function changedLevels(bytes: Buffer, at: number, count: number): ChangedLevels {
  const starts = new Map<number, number>()
  const levels = new Map<number, ListLevel>()
  // each override begins with a number that says nothing here
  let next = at + 4
  for (let index = 0; index < count; index++) {
    const startsAt = bytes.readInt32LE(next)
    const flags = bytes.readUInt32LE(next + 4)
    next += 8
    const level = flags & 0x0f
    const isFormatted = (flags & 0x20) !== 0
    const read = isFormatted ? levelAt(bytes, next) : null
    if (read !== null) {
      levels.set(level, read.level)
      next = read.end
    }
    if ((flags & 0x10) !== 0) starts.set(level, read?.level.start ?? startsAt)
  }
  return { starts, levels, end: next }
}
