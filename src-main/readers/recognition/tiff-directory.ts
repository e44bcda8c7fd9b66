/** One directory of a TIFF (or of EXIF, which has its form). */
export interface Directory {
  readonly isLittleEndian: boolean
  /** Numbers of a tag; empty where it is not there or holds none. */
  numbers(tag: number): readonly number[]
  /** Bytes of a tag. */
  bytes(tag: number): Uint8Array
}

/** Bytes of each type of value. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1, 8: 2, 9: 4, 13: 4 }

/**
 * The directories of a TIFF in their order.
 * @param most how many are read
 * @returns null where the structure is broken
 */
export function readDirectories(file: Uint8Array, most: number): readonly Directory[] | null {
  if (file.length < 8) return null
  const isLittleEndian = file[0] === 0x49
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const directories: Directory[] = []
  const seen = new Set<number>()
  for (let at = view.getUint32(4, isLittleEndian); at !== 0 && directories.length < most; ) {
    if (seen.has(at) || at + 2 > file.length) return null
    seen.add(at)
    const count = view.getUint16(at, isLittleEndian)
    const end = at + 2 + 12 * count
    if (end > file.length) return null
    directories.push(directory(file, { view, isLittleEndian, first: at + 2, count }))
    // some writers leave out the pointer to the next one
    at = end + 4 <= file.length ? view.getUint32(end, isLittleEndian) : 0
  }
  return directories
}

function directory(file: Uint8Array, { view, isLittleEndian, first, count }: { view: DataView; isLittleEndian: boolean; first: number; count: number }): Directory {
  const find = (tag: number): { type: number; bytes: Uint8Array } | null => {
    for (let at = first; at < first + 12 * count; at += 12) {
      if (view.getUint16(at, isLittleEndian) !== tag) continue
      const type = view.getUint16(at + 2, isLittleEndian)
      const length = (sizes[type] ?? 0) * view.getUint32(at + 4, isLittleEndian)
      const from = length <= 4 ? at + 8 : view.getUint32(at + 8, isLittleEndian)
      return from + length <= file.length ? { type, bytes: file.subarray(from, from + length) } : null
    }
    return null
  }
  return {
    isLittleEndian,
    bytes: (tag) => find(tag)?.bytes ?? new Uint8Array(0),
    numbers: (tag) => {
      const found = find(tag)
      if (found === null) return []
      const size = sizes[found.type] ?? 1
      const values = new DataView(found.bytes.buffer, found.bytes.byteOffset, found.bytes.byteLength)
      return Array.from({ length: found.bytes.length / size }, (_, n) =>
        size === 1 ? values.getUint8(n) : size === 2 ? values.getUint16(2 * n, isLittleEndian) : values.getUint32(4 * n, isLittleEndian)
      )
    }
  }
}
