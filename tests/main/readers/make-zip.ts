import { crc32, deflateRawSync } from 'node:zlib'

/** A member of a zip; what is left out is as an honest program writes it. */
export interface ZipEntry {
  readonly name: string
  readonly bytes: Uint8Array | string
  /** Kept as it is, not deflated. */
  readonly isStored?: boolean
  /** The name as bytes, for one that is not UTF-8. */
  readonly rawName?: Uint8Array
  /** Whether the archive says that its names are UTF-8. */
  readonly saysUtf8?: boolean
  readonly isEncrypted?: boolean
  /** The size that it claims to unfold to. */
  readonly declaredBytes?: number
  /** Number of the way of compression that it claims. */
  readonly method?: number
  /** The bytes that are put in for the compressed ones. */
  readonly rawBytes?: Uint8Array
}

export interface ZipShape {
  /** Bytes after the end of the archive. */
  readonly tail?: Uint8Array
  readonly comment?: string
}

/** A zip of these members, in this order. Its date is always 1 January 2026: the same members give the same bytes. */
export function makeZip(entries: readonly ZipEntry[], { tail, comment = '' }: ZipShape = {}): Uint8Array {
  const members: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.rawName ?? Buffer.from(entry.name))
    const content = Buffer.from(entry.bytes)
    const packed = entry.rawBytes ?? (entry.isStored === true ? content : deflateRawSync(content))
    const head = headOf(entry, { content, packed, nameLength: name.length })
    members.push(Buffer.from('504b0304', 'hex'), head, name, Buffer.from(packed))
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    list.push(Buffer.from('504b01021400', 'hex'), head, where, name)
    at += 4 + head.length + name.length + packed.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(entries.length & 0xffff, 8)
  end.writeUInt16LE(entries.length & 0xffff, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  const remark = Buffer.from(comment)
  end.writeUInt16LE(remark.length, 20)
  return Buffer.concat([...members, listed, end, remark, tail ?? Buffer.alloc(0)])
}

/** The 26 bytes that stand both before a member and in the list of all, from `version needed` to `extra length`. */
function headOf(entry: ZipEntry, { content, packed, nameLength }: { content: Buffer; packed: Uint8Array; nameLength: number }): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE((entry.saysUtf8 === false ? 0 : 0x800) | (entry.isEncrypted === true ? 1 : 0), 2)
  head.writeUInt16LE(entry.method ?? (entry.isStored === true ? 0 : 8), 4)
  head.writeUInt16LE(0x5c21, 8)
  head.writeUInt32LE(crc32(content), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(entry.declaredBytes ?? content.length, 18)
  head.writeUInt16LE(nameLength, 22)
  return head
}
