import { utils, write } from 'cfb'

/** An OLE container of the streams that are named. */
export function makeOle(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const container = utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) utils.cfb_add(container, `/${name}`, Buffer.from(bytes))
  return Buffer.from(write(container, { type: 'buffer' }) as Uint8Array)
}

export interface MadeFormat {
  /** Half-open, in characters. */
  readonly from: number
  readonly to: number
  /** Style number, for paragraphs. */
  readonly style?: number
  /** Operations, in hexadecimal as they lie in the file. */
  readonly operations: string
}

export interface MadeDoc {
  readonly body: string
  readonly footnotes?: string
  /** Even and odd head, even and odd foot, head and foot of the first page; each ends with `\r`. */
  readonly headers?: readonly string[]
  readonly comments?: string
  readonly endnotes?: string
  readonly textBoxes?: readonly { readonly text: string; readonly anchor: number }[]
  /** The text as 8-bit bytes; absent: in UTF-16. */
  readonly bytes?: Uint8Array
  readonly language?: number
  readonly characters?: readonly MadeFormat[]
  readonly paragraphs?: readonly MadeFormat[]
  /** Lists of one level: `[format, text]`; a paragraph refers to the first one by 1. */
  readonly lists?: readonly (readonly [number, string])[]
  readonly isEncrypted?: boolean
}

const textAt = 0x800

/** A document of Word 97 ([MS-DOC]) with the tables that the reader looks at, and no others. */
export function makeDoc(doc: MadeDoc): Buffer {
  const headers = doc.headers?.join('') ?? ''
  const boxes = doc.textBoxes?.map(({ text }) => text).join('') ?? ''
  const stories = [doc.body, doc.footnotes ?? '', guarded(headers), '', doc.comments ?? '', doc.endnotes ?? '', guarded(boxes), '']
  const text = stories.join('') + (stories.slice(1).some((story) => story !== '') ? '\r' : '')
  const stored = doc.bytes ?? Buffer.from(text, 'utf16le')
  const width = doc.bytes === undefined ? 2 : 1
  const pagesAt = textAt + Math.ceil(stored.length / 512) * 512
  const fib = Buffer.alloc(textAt)
  fib.writeUInt16LE(0xa5ec, 0)
  fib.writeUInt16LE(193, 2)
  fib.writeUInt16LE(doc.language ?? 0x0804, 6)
  fib.writeUInt16LE(0x1200 | (doc.isEncrypted === true ? 0x100 : 0), 0x0a)
  stories.forEach((story, index) => void fib.writeInt32LE(index === 0 && doc.bytes !== undefined ? doc.bytes.length : story.length, 0x4c + index * 4))
  const table = tableWriter(fib)
  const count = width === 1 ? stored.length : text.length
  table.put(33, pieces(count, width))
  const pages: Buffer[] = []
  const put = (index: number, page: Buffer | null): void => {
    if (page === null) return
    table.put(index, numbers(textAt, textAt + stored.length, pagesAt / 512 + pages.length))
    pages.push(page)
  }
  put(12, page(doc.characters, width, 1))
  put(13, page(doc.paragraphs, width, 13))
  if (doc.headers !== undefined) table.put(11, numbers(...Array.from({ length: 6 }, () => 0), ...ends(doc.headers), headers.length + 1))
  if (doc.textBoxes !== undefined) {
    const shapes = doc.textBoxes.map((_, index) => shape(26, 0, index))
    table.put(40, Buffer.concat([numbers(...doc.textBoxes.map(({ anchor }) => anchor), doc.body.length), ...shapes]))
    const ranges = [...doc.textBoxes.map((_, index) => shape(22, 14, index)), Buffer.alloc(22)]
    table.put(56, Buffer.concat([numbers(...ends(doc.textBoxes.map((box) => box.text)), boxes.length + 1), ...ranges]))
  }
  if (doc.lists !== undefined) putLists(table, doc.lists)
  return makeOle({ WordDocument: Buffer.concat([fib, stored, Buffer.alloc(pagesAt - textAt - stored.length), ...pages]), '1Table': table.bytes() })
}

const guarded = (story: string): string => (story === '' ? '' : `${story}\r`)

function ends(parts: readonly string[]): number[] {
  const found = [0]
  for (const part of parts) found.push(found.at(-1)! + part.length)
  return found
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, index) => void bytes.writeUInt32LE(value, index * 4))
  return bytes
}

function pieces(count: number, width: 1 | 2): Buffer {
  const place = Buffer.alloc(8)
  place.writeUInt32LE(width === 2 ? textAt : ((textAt * 2) | 0x4000_0000) >>> 0, 2)
  const plc = Buffer.concat([numbers(0, count), place])
  return Buffer.concat([Buffer.of(2), numbers(plc.length), plc])
}

/** One page of formatting; its operations grow from the end. */
function page(formats: readonly MadeFormat[] | undefined, width: number, recordBytes: number): Buffer | null {
  if (formats === undefined) return null
  const bytes = Buffer.alloc(512)
  bytes[511] = formats.length
  let end = 510
  formats.forEach(({ from, to, style, operations }, index) => {
    bytes.writeUInt32LE(textAt + from * width, index * 4)
    bytes.writeUInt32LE(textAt + to * width, index * 4 + 4)
    const body = Buffer.from(operations.replaceAll(' ', ''), 'hex')
    const isParagraph = recordBytes === 13
    const own = isParagraph ? Buffer.concat([Buffer.of(0, Math.ceil((body.length + 2) / 2), style ?? 0, 0), body]) : Buffer.concat([Buffer.of(body.length), body])
    end = (end - own.length) & ~1
    own.copy(bytes, end)
    bytes[(formats.length + 1) * 4 + index * recordBytes] = end / 2
  })
  return bytes
}

function shape(length: number, at: number, id: number): Buffer {
  const record = Buffer.alloc(length)
  record.writeInt32LE(1000 + id, at)
  return record
}

interface TableWriter {
  put(index: number, bytes: Buffer, uncounted?: Buffer): void
  bytes(): Buffer
}

/** Puts parts into the table stream, and where they stand into the FIB. */
function tableWriter(fib: Buffer): TableWriter {
  const parts: Buffer[] = []
  let length = 0
  return {
    put: (index, bytes, uncounted = Buffer.alloc(0)) => {
      fib.writeUInt32LE(length, 0x9a + index * 8)
      fib.writeUInt32LE(bytes.length, 0x9a + index * 8 + 4)
      parts.push(bytes, uncounted)
      length += bytes.length + uncounted.length
    },
    bytes: () => Buffer.concat(parts)
  }
}

function putLists(table: TableWriter, lists: readonly (readonly [number, string])[]): void {
  const heads = lists.map((_, index) => {
    const head = Buffer.alloc(28)
    head.writeInt32LE(500 + index, 0)
    head[26] = 1
    return head
  })
  const levels = lists.map(([format, text]) => {
    const head = Buffer.alloc(28)
    head.writeInt32LE(1, 0)
    head[4] = format
    return Buffer.concat([head, Buffer.of(text.length, 0), Buffer.from(text, 'utf16le')])
  })
  table.put(73, Buffer.concat([Buffer.of(lists.length, 0), ...heads]), Buffer.concat(levels))
  const overrides = lists.map((_, index) => {
    const override = Buffer.alloc(16)
    override.writeInt32LE(500 + index, 0)
    return override
  })
  table.put(74, Buffer.concat([numbers(lists.length), ...overrides, ...lists.map(() => numbers(0xffff_ffff))]))
}
