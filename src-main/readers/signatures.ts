/** The formats that have a reader. */
export type Format = 'pdf' | 'docx' | 'xlsx' | 'ofd' | 'zip' | 'ole' | 'picture' | 'html' | 'mhtml' | 'xml' | 'text'

/** A format that has none, by its names. */
export interface MissingFormat {
  readonly zh: string
  readonly en: string
}

const signatures: readonly (readonly [string, Format | MissingFormat])[] = [
  ['d0cf11e0a1b11ae1', 'ole'],
  ['89504e470d0a1a0a', 'picture'],
  ['ffd8ff', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['7b5c727466', { zh: 'RTF 文档', en: 'RTF document' }],
  ['474946383761', { zh: 'GIF 图片', en: 'GIF picture' }],
  ['474946383961', { zh: 'GIF 图片', en: 'GIF picture' }],
  ['1f8b08', { zh: 'gzip 压缩包', en: 'gzip archive' }],
  ['377abcaf271c', { zh: '7z 压缩包', en: '7z archive' }],
  ['526172211a07', { zh: 'RAR 压缩包', en: 'RAR archive' }],
  ['53514c69746520666f726d6174203300', { zh: 'SQLite 数据库', en: 'SQLite database' }],
  ['7f454c46', { zh: '程序', en: 'program' }],
  ['cafebabe', { zh: '程序', en: 'program' }],
  ['494433', { zh: '音频', en: 'sound' }]
]

/** What a file is by its bytes, where these are not text. Its name is never asked. null: perhaps text. */
export function formatBySignature(bytes: Uint8Array): Format | MissingFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('hex')
  if (/^504b03?04|^504b0506/.test(head)) return zipKind(bytes)
  // a PDF may have some rubbish before its mark; the standard lets a reader look in the first kilobyte
  if (Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes('%PDF-')) return 'pdf'
  for (const [start, format] of signatures) if (head.startsWith(start)) return format
  return head.startsWith('4d5a') && isProgram(bytes) ? { zh: '程序', en: 'program' } : null
}

/** Text that is the source of a web page or of XML: reading it as prose would show its tags as the report's words. */
export function formatByMarkup(text: string): Format {
  const head = text.slice(0, 8192).replace(/^(\s|\ufeff|<!--[^]*?-->)+/, '').slice(0, 4096).toLowerCase()
  if (head.startsWith('<!doctype html') || head.startsWith('<html') || (head.startsWith('<?xml') && head.includes('<html'))) return 'html'
  if (head.startsWith('<?xml')) return 'xml'
  if (/^(?:from|mime-version|content-type|subject|date|snapshot-content-location):/m.test(head.slice(0, 1024)) && /content-type:\s*multipart\/related/.test(head)) return 'mhtml'
  return 'text'
}

/** By the names of its members; an archive of documents is no document. */
function zipKind(bytes: Uint8Array): Format | MissingFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const names = zipNames(buffer)
  if (names === null) return cutZipKind(buffer)
  const has = (start: string): boolean => names.some((name) => name.startsWith(start))
  const isOffice = names.some((name) => name.toLowerCase() === '[content_types].xml') || has('word/document') || has('xl/workbook')
  if (isOffice && has('word/')) return 'docx'
  if (isOffice && has('xl/')) return 'xlsx'
  if (isOffice && has('ppt/')) return { zh: 'PowerPoint 文稿（pptx）', en: 'PowerPoint file (pptx)' }
  if (names.some((name) => name.toLowerCase() === 'ofd.xml')) return 'ofd'
  if (names[0] === 'mimetype') return typedZipKind(buffer.subarray(0, 256).toString('latin1'))
  return 'zip'
}

function typedZipKind(head: string): Format | MissingFormat {
  if (head.includes('application/vnd.oasis.opendocument')) return { zh: 'OpenDocument 文档', en: 'OpenDocument file' }
  return head.includes('application/epub+zip') ? { zh: 'EPUB 电子书', en: 'EPUB book' } : 'zip'
}

/** A zip without its list at the end, as of a download that broke off: what its first member tells. */
function cutZipKind(buffer: Buffer): Format {
  const head = buffer.subarray(0, 8192).toString('latin1')
  return head.includes('word/') || head.includes('[Content_Types].xml') ? 'docx' : head.includes('xl/') ? 'xlsx' : head.includes('OFD.xml') ? 'ofd' : 'zip'
}

/** Enough to tell a document, which has its first parts at the begin of the list. */
const mostNames = 2000

/** The list at the end of a zip, or null where there is none. */
function zipNames(buffer: Buffer): string[] | null {
  const end = buffer.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  if (end === -1 || end + 22 > buffer.length) return null
  const names: string[] = []
  let at = end - buffer.readUInt32LE(end + 12)
  while (names.length < mostNames && at >= 0 && at + 46 <= end && buffer.readUInt32LE(at) === 0x02014b50) {
    const length = buffer.readUInt16LE(at + 28)
    names.push(buffer.subarray(at + 46, at + 46 + length).toString('latin1').replaceAll('\\', '/').replace(/^\//, ''))
    at += 46 + length + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32)
  }
  return names.length === 0 ? null : names
}

/** `MZ` alone could begin a text; a program has NUL bytes in its first lines. */
const isProgram = (bytes: Uint8Array): boolean => bytes.subarray(0, 256).includes(0)
