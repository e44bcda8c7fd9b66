import { inflateRawSync } from 'node:zlib'
import { fromBufferPromise, getFileNameLowLevel, parseExtraFields, type Entry, type ZipFile } from 'yauzl'
import { Refusal } from '#core/contract/problem.ts'
import { refuse } from './refusals.ts'

/** What a package may unfold to: all its parts together, one part alone, and how many there may be. */
export interface ZipBounds {
  readonly totalBytes: number
  readonly partBytes: number
  readonly parts: number
}

const megabyte = 1024 * 1024

/** A document is a zip of XML parts and pictures: far less than this in all that people write. */
export const documentBounds: ZipBounds = { totalBytes: 192 * megabyte, partBytes: 96 * megabyte, parts: 20_000 }

export interface ZipMember {
  /** As the archive names it, with `/` between folders. */
  readonly name: string
  readonly isFolder: boolean
  readonly isEncrypted: boolean
}

interface Held extends ZipMember {
  readonly entry: Entry
}

/**
 * A zip held in memory. Sizes that it declares are never trusted: bytes are counted while they are
 * inflated, and nothing is written to a disk.
 */
export class ZipPackage {
  readonly #zip: ZipFile
  readonly #members: ReadonlyMap<string, Held>
  readonly #bounds: ZipBounds
  readonly #place: string
  #unfolded = 0

  private constructor(of: { zip: ZipFile; members: ReadonlyMap<string, Held>; bounds: ZipBounds; place: string }) {
    this.#zip = of.zip
    this.#members = of.members
    this.#bounds = of.bounds
    this.#place = of.place
  }

  /** @throws Refusal damaged-file, too-many-parts */
  static async open(bytes: Uint8Array, place: string, bounds: ZipBounds = documentBounds): Promise<ZipPackage> {
    try {
      const zip = await fromBufferPromise(withoutTail(bytes), { decodeStrings: false, validateEntrySizes: false })
      return new ZipPackage({ zip, members: await membersOf(zip, bounds, place), bounds, place })
    } catch (error) {
      throw error instanceof Refusal ? error : refuse('damaged-zip', place)
    }
  }

  /** In the order of the archive's own list. */
  get members(): ZipMember[] {
    return [...this.#members.values()].map(({ name, isFolder, isEncrypted }) => ({ name, isFolder, isEncrypted }))
  }

  has(name: string): boolean {
    return this.#members.has(name)
  }

  /**
   * The bytes of a member; null where there is none of that name.
   * @throws Refusal damaged-file, password-protected, inflates-too-far
   */
  async read(name: string): Promise<Uint8Array | null> {
    const member = this.#members.get(name)
    if (member === undefined) return null
    if (member.isEncrypted) throw refuse('needs-password', this.#place)
    const { partBytes, totalBytes } = this.#bounds
    const most = Math.min(partBytes, totalBytes - this.#unfolded)
    const bytes = inflated(await this.#stored(member.entry), member.entry, { most, place: this.#place, limit: partBytes })
    this.#unfolded += bytes.length
    return bytes
  }

  async #stored(entry: Entry): Promise<Buffer> {
    try {
      const stream = await this.#zip.openReadStreamPromise(entry, entry.compressionMethod === 0 ? {} : { decompress: false })
      return Buffer.concat(await stream.toArray() as Buffer[])
    } catch {
      // yauzl throws plain errors for whatever is wrong with a header
      throw refuse('damaged-zip', this.#place)
    }
  }
}

/** Mail programs and repositories add a line end or more to files; what follows the end of a zip is none of it. */
function withoutTail(bytes: Uint8Array): Buffer {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (at === -1 || at + 22 > buffer.length) return buffer
  const end = at + 22 + buffer.readUInt16LE(at + 20)
  return end < buffer.length ? buffer.subarray(0, end) : buffer
}

interface Inflating {
  readonly most: number
  readonly place: string
  readonly limit: number
}

function inflated(stored: Buffer, { compressionMethod }: Entry, { most, place, limit }: Inflating): Uint8Array {
  const tooFar = (): Refusal => refuse('inflates-too-far', place, { megabytes: Math.round(limit / megabyte) })
  if (compressionMethod === 0) {
    if (stored.length > most) throw tooFar()
    return stored
  }
  if (compressionMethod !== 8) throw refuse('damaged-zip', place)
  try {
    return inflateRawSync(stored, { maxOutputLength: Math.max(1, most) })
  } catch (error) {
    throw error instanceof RangeError ? tooFar() : refuse('damaged-zip', place)
  }
}

async function membersOf(zip: ZipFile, bounds: ZipBounds, place: string): Promise<Map<string, Held>> {
  const members = new Map<string, Held>()
  for await (const entry of zip.eachEntry()) {
    if (members.size >= bounds.parts) throw refuse('too-many-parts', place, { count: bounds.parts })
    const name = nameOf(entry)
    members.set(name, { name, isFolder: name.endsWith('/'), isEncrypted: (entry.generalPurposeBitFlag & 1) !== 0, entry })
  }
  return members
}

/** Chinese Windows writes names in GBK without saying so; what says that it is UTF-8, or is UTF-8, is. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFieldRaw }: Entry): string {
  const extra = parseExtraFields(extraFieldRaw)
  const isDeclared = (generalPurposeBitFlag & 0x800) !== 0 || extra.some(({ id }) => id === 0x7075)
  if (isDeclared) return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extra, false).replaceAll('\\', '/')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw).replaceAll('\\', '/')
  } catch {
    return new TextDecoder('gb18030').decode(fileNameRaw).replaceAll('\\', '/')
  }
}
