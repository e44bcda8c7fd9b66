import { constants, deflateSync, inflateSync } from 'node:zlib'

const streamByteLimit = 256 * 1024
const mapByteLimit = 4 * 1024 * 1024
const mark = Buffer.from('stream')

/**
 * Chromium (Skia) maps a glyph that stands for several characters (—— in Noto CJK) first to U+0000 and
 * then to what it is; PDFium takes the first. Here the empty mappings are blanked where another one
 * follows, in place, so that every offset of the file stays right.
 *
 * @returns a repaired copy; null where there is nothing to repair
 */
export function withoutEmptyMappings(bytes: Uint8Array): Uint8Array | null {
  const file = Buffer.from(bytes)
  let isRepaired = false
  for (let at = file.indexOf(mark); at >= 0; at = file.indexOf(mark, at + mark.length)) {
    const start = afterLineEnd(file, at + mark.length)
    if (start === null) continue
    const found = inflated(file.subarray(start, start + streamByteLimit))
    if (found === null) continue
    const repaired = repairedMap(found.text)
    if (repaired === null) continue
    const packed = deflateSync(Buffer.from(repaired, 'latin1'), { level: 9 })
    if (packed.length > found.packed) continue
    file.fill(0, start, start + found.packed)
    packed.copy(file, start)
    isRepaired = true
  }
  return isRepaired ? new Uint8Array(file.buffer, file.byteOffset, file.length) : null
}

/** Where the bytes of a stream begin; null: this is no `stream` of its own (`endstream`, a word). */
function afterLineEnd(file: Buffer, at: number): number | null {
  if (file[at] === 0x0a) return at + 1
  if (file[at] === 0x0d) return file[at + 1] === 0x0a ? at + 2 : at + 1
  return null
}

/** A stream that is a map of characters. */
function inflated(packed: Buffer): { text: string; packed: number } | null {
  // the two bytes with which deflated data begins
  if (packed.length < 2 || packed[0] !== 0x78 || ((packed[0] << 8) | packed[1]!) % 31 !== 0) return null
  try {
    // pictures and fonts are told by their first bytes
    const head = inflateSync(packed.subarray(0, 512), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mapByteLimit })
    if (!head.subarray(0, 400).includes('CIDInit')) return null
    // the types do not know that `info` makes this an object
    const { buffer, engine } = inflateSync(packed, { maxOutputLength: mapByteLimit, finishFlush: constants.Z_SYNC_FLUSH, info: true }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return { text: buffer.toString('latin1'), packed: engine.bytesWritten }
  } catch {
    return null
  }
}

function repairedMap(text: string): string | null {
  if (!text.includes('begincmap')) return null
  const entry = /<([0-9a-f]+)>[ \t]*<([0-9a-f]+)>[ \t]*(?=[\r\n])/gi
  const meant = new Set<string>()
  for (const [, code, mapped] of text.matchAll(entry)) if (!/^0+$/.test(mapped!)) meant.add(code!)
  // PDFium drops a block whose entries are not as many as it says
  const repaired = text.replace(/(\d+\s+beginbfchar)([^]*?)(?=endbfchar)/g, (_block, begin: string, entries: string) => {
    let blanked = 0
    const left = entries.replace(entry, (whole, code: string, mapped: string) => {
      if (!/^0+$/.test(mapped) || !meant.has(code)) return whole
      blanked++
      return ' '.repeat(whole.length)
    })
    return begin.replace(/^\d+/, (count) => String(Number(count) - blanked).padEnd(count.length)) + left
  })
  return repaired === text ? null : repaired
}
