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

const zipKinds: readonly (readonly [string, Format | MissingFormat])[] = [
  ['word/', 'docx'],
  ['xl/', 'xlsx'],
  ['OFD.xml', 'ofd'],
  ['ppt/', { zh: 'PowerPoint 文稿（pptx）', en: 'PowerPoint file (pptx)' }],
  ['application/vnd.oasis.opendocument', { zh: 'OpenDocument 文档', en: 'OpenDocument file' }],
  ['application/epub+zip', { zh: 'EPUB 电子书', en: 'EPUB book' }]
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

/** The names of an archive's members stand in plain bytes, in the first members and in the list at the end. */
function zipKind(bytes: Uint8Array): Format | MissingFormat {
  const ends = [bytes.subarray(0, 8192), bytes.subarray(Math.max(8192, bytes.length - 65_536))]
  const names = ends.map((part) => Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1')).join('\n')
  return zipKinds.find(([mark]) => names.includes(mark))?.[1] ?? 'zip'
}

/** `MZ` alone could begin a text; a program has NUL bytes in its first lines. */
const isProgram = (bytes: Uint8Array): boolean => bytes.subarray(0, 256).includes(0)
