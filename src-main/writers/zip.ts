import { promisify } from 'node:util'
import { crc32, deflateRaw } from 'node:zlib'

export interface ZipMember {
  /** With `/` between folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Larger sizes and more members take another form of zip, that not every reader knows. */
const mostBytes = 0xffff_ffff
const mostMembers = 0xffff

const deflated = promisify<Uint8Array, Buffer>(deflateRaw)

/**
 * A zip of these members, in their order. Its dates are those of no day: the same members give the same bytes.
 *
 * @throws RangeError where they are too many, or too large, for a plain zip
 */
export async function zipBytes(members: readonly ZipMember[]): Promise<Uint8Array> {
  if (members.length > mostMembers) throw new RangeError(`${members.length} members are too many for a zip`)
  const parts: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, bytes } of members) {
    const packed = await deflated(bytes)
    const encoded = Buffer.from(name)
    const head = headOf({ bytes, packed, nameLength: encoded.length })
    parts.push(Buffer.from('504b0304', 'hex'), head, encoded, packed)
    const where = Buffer.alloc(14)
    where.writeUInt32LE(at, 10)
    list.push(Buffer.from('504b01021400', 'hex'), head, where, encoded)
    at += 4 + head.length + encoded.length + packed.length
    if (at > mostBytes) throw new RangeError('These members are too large for a zip')
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

/** The 26 bytes that stand both before a member and in the list of all, from `version needed` to `extra length`. */
function headOf({ bytes, packed, nameLength }: { readonly bytes: Uint8Array; readonly packed: Buffer; readonly nameLength: number }): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(20, 0)
  head.writeUInt16LE(0x800, 2) // names are UTF-8
  head.writeUInt16LE(8, 4)
  head.writeUInt16LE(0x21, 8) // 1 January 1980, the first day that a zip can name
  head.writeUInt32LE(crc32(bytes), 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(bytes.length, 18)
  head.writeUInt16LE(nameLength, 22)
  return head
}
