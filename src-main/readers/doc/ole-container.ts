import { refuse } from '../refusals.ts'
import { utf16Text } from './utf16.ts'

/**
 * An OLE2 container (`d0cf11e0`, [MS-CFB]): the streams of its root, without those of the objects that
 * are embedded in it. The `cfb` package reads these too, but a few changed bytes make it take all memory.
 */
export interface OleContainer {
  /** Names of the root's own streams and storages, in lower case. */
  readonly names: ReadonlySet<string>
  /**
   * A stream of the root; null where there is none. Names are compared without case, as Windows does.
   * A stream of a file that is cut off ends where the file does.
   * @throws RangeError where it is chained in circles
   */
  stream(name: string): Buffer | null
}

interface Entry {
  readonly name: string
  readonly first: number
  readonly size: number
}

/** Sectors in their chains: what the file says follows each of them. */
interface Sectors {
  readonly bytes: Buffer
  readonly size: number
  /** Of sector 0. */
  readonly offset: number
  readonly next: (sector: number) => number
}

/** From here on numbers of sectors are marks: the end of a chain, a free one. */
const firstMark = 0xffff_fffa
/** Streams shorter than this lie in the small sectors. */
const smallStream = 4096
const smallSector = 64
const entryBytes = 128
/** No document has more; the list of a damaged file may have any number. */
const mostEntries = 100_000

/** @throws Refusal damaged-word */
export function openOle(bytes: Uint8Array, place: string): OleContainer {
  try {
    return containerOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
  } catch (error) {
    if (error instanceof RangeError) throw refuse('damaged-word', place)
    throw error
  }
}

function containerOf(bytes: Buffer): OleContainer {
  const shift = bytes.readUInt16LE(0x1e)
  if (shift !== 9 && shift !== 12) throw new RangeError('sectors of no known size')
  const size = 1 << shift
  const table = allocationTable(bytes, size)
  const sectors: Sectors = { bytes, size, offset: size, next: (sector) => table[sector] ?? firstMark }
  const directory = chained(sectors, bytes.readUInt32LE(0x30), mostEntries * entryBytes)
  if (directory.length < entryBytes) throw new RangeError('no directory')
  const root = entryAt(directory, 0)
  const entries = new Map(rootEntries(directory).map((entry) => [entry.name.toLowerCase(), entry]))
  const small = once(() => smallSectors(sectors, root))
  return {
    names: new Set(entries.keys()),
    stream: (name) => {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return null
      return chained(entry.size < smallStream ? small() : sectors, entry.first, entry.size)
    }
  }
}

/** What follows each sector. The sectors of this table are listed in the header, and in a chain of their own. */
function allocationTable(bytes: Buffer, size: number): Uint32Array {
  const perSector = size / 4
  const most = Math.ceil(bytes.length / size)
  const list: number[] = []
  for (let at = 0x4c; at < 0x200; at += 4) list.push(bytes.readUInt32LE(at))
  let more = bytes.readUInt32LE(0x44)
  for (let count = 0; more < firstMark; count++) {
    if (count > most) throw new RangeError('the list of sectors runs in circles')
    const sector = bytes.subarray((more + 1) * size, (more + 2) * size)
    for (let at = 0; at < perSector - 1; at++) list.push(sector.readUInt32LE(at * 4))
    more = sector.readUInt32LE(size - 4)
  }
  const parts = list.filter((sector) => sector < firstMark).slice(0, Math.ceil(most / perSector) + 1)
  const table = new Uint32Array(parts.length * perSector).fill(firstMark)
  parts.forEach((sector, index) => {
    const held = bytes.subarray((sector + 1) * size, (sector + 2) * size)
    for (let at = 0; at + 4 <= held.length; at += 4) table[index * perSector + at / 4] = held.readUInt32LE(at)
  })
  return table
}

/** The bytes of a chain, no more than `length`. @throws RangeError where it runs in circles */
function chained({ bytes, size, offset, next }: Sectors, first: number, length: number): Buffer {
  const parts: Buffer[] = []
  const most = Math.ceil(bytes.length / size)
  let left = length
  for (let sector = first; sector < firstMark && left > 0; sector = next(sector)) {
    if (parts.length > most) throw new RangeError('a chain of sectors runs in circles')
    const start = offset + sector * size
    const part = bytes.subarray(start, start + Math.min(size, left))
    if (part.length === 0) break
    parts.push(part)
    left -= part.length
  }
  return Buffer.concat(parts)
}

function smallSectors(sectors: Sectors, root: Entry): Sectors {
  const { bytes } = sectors
  const table = chained(sectors, bytes.readUInt32LE(0x3c), bytes.length)
  const held = chained(sectors, root.first, bytes.length)
  return {
    bytes: held,
    size: smallSector,
    offset: 0,
    next: (sector) => (sector * 4 + 4 <= table.length ? table.readUInt32LE(sector * 4) : firstMark)
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function entryAt(directory: Buffer, index: number): Entry {
  const entry = directory.subarray(index * entryBytes, (index + 1) * entryBytes)
  const nameBytes = Math.min(64, Math.max(2, entry.readUInt16LE(64))) - 2
  return { name: utf16Text(entry.subarray(0, nameBytes)), first: entry.readUInt32LE(116), size: entry.readUInt32LE(120) }
}

/** The entries of the root's own tree; branches that lead nowhere, or back, are left. */
function rootEntries(directory: Buffer): Entry[] {
  const count = Math.floor(directory.length / entryBytes)
  const seen = new Set<number>([0])
  const found: Entry[] = []
  const waiting = [directory.readUInt32LE(76)]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (index >= count || seen.has(index)) continue
    seen.add(index)
    found.push(entryAt(directory, index))
    waiting.push(directory.readUInt32LE(index * entryBytes + 68), directory.readUInt32LE(index * entryBytes + 72))
  }
  if (found.length === 0) throw new RangeError('an empty directory')
  return found
}
