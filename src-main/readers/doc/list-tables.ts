import { partBytes, type Fib } from './fib.ts'

/** One level of a list. */
export interface ListLevel {
  readonly startsAt: number
  /** Number format, by the numbers of Word ([MS-OSHARED] 2.2.1.3). */
  readonly format: number
  /** Numbers of higher levels are shown in Arabic figures whatever their own format is. */
  readonly isLegal: boolean
  /** The level whose next number starts this one anew; null: any higher level. */
  readonly restartsAfter: number | null
  /** What is printed; characters below 9 stand for the number of that level. */
  readonly text: string
  /** What follows the number: 0 a tab, 1 a space, 2 nothing. */
  readonly followedBy: number
}

export interface List {
  readonly id: number
  readonly levels: readonly ListLevel[]
  /** The style that each level is tied to. */
  readonly styles: readonly number[]
}

/** What a paragraph refers to: a list, some of its levels changed. */
export interface ListOverride {
  readonly list: List
  /** By level: where it starts anew. */
  readonly starts: ReadonlyMap<number, number>
  /** By level: what takes its place. */
  readonly levels: ReadonlyMap<number, ListLevel>
}

const listBytes = 28
const levelHeadBytes = 28
const overrideBytes = 16
const levelsOfList = 9

/** Overrides by their number, from 1; index 0 is empty. @throws RangeError where the tables are damaged */
export function readListOverrides(table: Buffer, fib: Fib): (ListOverride | null)[] {
  const heads = partBytes(table, fib.part('lists'))
  const overrides = partBytes(table, fib.part('listOverrides'))
  if (heads.length < 2 || overrides.length < 4) return []
  const { offset, length } = fib.part('lists')
  // the levels follow the list of lists and are not counted in its length
  const lists = listsOf(heads, table.subarray(offset + length))
  const count = overrides.readUInt32LE(0)
  if (4 + count * overrideBytes > overrides.length) throw new RangeError('too many list overrides')
  const found: (ListOverride | null)[] = [null]
  let at = 4 + count * overrideBytes
  for (let index = 0; index < count; index++) {
    const head = overrides.subarray(4 + index * overrideBytes, 4 + (index + 1) * overrideBytes)
    const changed = changedLevels(overrides, at, head[12]!)
    at = changed.end
    const list = lists.get(head.readInt32LE(0))
    found.push(list === undefined ? null : { list, starts: changed.starts, levels: changed.levels })
  }
  return found
}

function listsOf(heads: Buffer, rest: Buffer): Map<number, List> {
  const lists = new Map<number, List>()
  const count = heads.readUInt16LE(0)
  let at = 0
  for (let index = 0; index < count; index++) {
    const head = heads.subarray(2 + index * listBytes, 2 + (index + 1) * listBytes)
    const levels: ListLevel[] = []
    for (let level = 0; level < ((head[26]! & 1) === 1 ? 1 : levelsOfList); level++) {
      const read = levelAt(rest, at)
      levels.push(read.level)
      at = read.end
    }
    const id = head.readInt32LE(0)
    lists.set(id, { id, levels, styles: Array.from({ length: levelsOfList }, (_, level) => head.readUInt16LE(8 + level * 2)) })
  }
  return lists
}

/** LVL: a head, two runs of formatting, a counted string. */
function levelAt(bytes: Buffer, at: number): { level: ListLevel; end: number } {
  const head = bytes.subarray(at, at + levelHeadBytes)
  const flags = head.readUInt8(5)
  const formats = head.readUInt8(24) + head.readUInt8(25)
  const textAt = at + levelHeadBytes + formats
  const length = bytes.readUInt16LE(textAt)
  const text = bytes.subarray(textAt + 2, textAt + 2 + length * 2).toString('utf16le')
  const isKept = (flags & 0x08) !== 0
  return {
    level: {
      startsAt: head.readInt32LE(0),
      format: head.readUInt8(4),
      isLegal: (flags & 0x04) !== 0,
      restartsAfter: isKept ? head.readUInt8(26) : null,
      text,
      followedBy: head.readUInt8(15)
    },
    end: textAt + 2 + length * 2
  }
}

function changedLevels(bytes: Buffer, at: number, count: number): { starts: Map<number, number>; levels: Map<number, ListLevel>; end: number } {
  const starts = new Map<number, number>()
  const levels = new Map<number, ListLevel>()
  // each override begins with a number that says nothing here
  let next = at + 4
  for (let index = 0; index < count; index++) {
    const startsAt = bytes.readInt32LE(next)
    const flags = bytes.readUInt32LE(next + 4)
    next += 8
    const level = flags & 0x0f
    if ((flags & 0x20) !== 0) {
      const read = levelAt(bytes, next)
      levels.set(level, read.level)
      if ((flags & 0x10) !== 0) starts.set(level, read.level.startsAt)
      next = read.end
    } else if ((flags & 0x10) !== 0) {
      starts.set(level, startsAt)
    }
  }
  return { starts, levels, end: next }
}
