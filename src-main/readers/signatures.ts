/** What a file is by its first bytes, where it is not text. The file's name is never asked. */
export interface KnownFormat {
  readonly zh: string
  readonly en: string
}

const signatures: readonly (readonly [string, KnownFormat])[] = [
  ['25504446', { zh: 'PDF', en: 'PDF' }],
  ['d0cf11e0a1b11ae1', { zh: 'Word 97–2003 或 WPS 文档', en: 'Word 97–2003 or WPS document' }],
  ['7b5c727466', { zh: 'RTF 文档', en: 'RTF document' }],
  ['89504e470d0a1a0a', { zh: 'PNG 图片', en: 'PNG picture' }],
  ['ffd8ff', { zh: 'JPEG 图片', en: 'JPEG picture' }],
  ['474946383761', { zh: 'GIF 图片', en: 'GIF picture' }],
  ['474946383961', { zh: 'GIF 图片', en: 'GIF picture' }],
  ['49492a00', { zh: 'TIFF 图片', en: 'TIFF picture' }],
  ['4d4d002a', { zh: 'TIFF 图片', en: 'TIFF picture' }],
  ['1f8b08', { zh: 'gzip 压缩包', en: 'gzip archive' }],
  ['377abcaf271c', { zh: '7z 压缩包', en: '7z archive' }],
  ['526172211a07', { zh: 'RAR 压缩包', en: 'RAR archive' }],
  ['53514c69746520666f726d6174203300', { zh: 'SQLite 数据库', en: 'SQLite database' }],
  ['7f454c46', { zh: '程序', en: 'program' }],
  ['cafebabe', { zh: '程序', en: 'program' }],
  ['494433', { zh: '音频', en: 'sound' }]
]

const zipKinds: readonly (readonly [string, KnownFormat])[] = [
  ['word/', { zh: 'Word 文档（docx）', en: 'Word document (docx)' }],
  ['xl/', { zh: 'Excel 表格（xlsx）', en: 'Excel workbook (xlsx)' }],
  ['ppt/', { zh: 'PowerPoint 文稿（pptx）', en: 'PowerPoint file (pptx)' }],
  ['OFD.xml', { zh: 'OFD 版式文档', en: 'OFD document' }],
  ['application/vnd.oasis.opendocument', { zh: 'OpenDocument 文档', en: 'OpenDocument file' }],
  ['application/epub+zip', { zh: 'EPUB 电子书', en: 'EPUB book' }]
]

export function formatBySignature(bytes: Uint8Array): KnownFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('hex')
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) return zipKind(bytes)
  for (const [start, format] of signatures) if (head.startsWith(start)) return format
  return head.startsWith('4d5a') && isProgram(bytes) ? { zh: '程序', en: 'program' } : null
}

/** Text that is the source of a web page: reading it as prose would show its tags as the report's words. */
export function formatByMarkup(text: string): KnownFormat | null {
  const head = text.slice(0, 8192).replace(/^(\s|<!--[^]*?-->)+/, '').slice(0, 1024).toLowerCase()
  if (head.startsWith('<!doctype html') || head.startsWith('<html') || (head.startsWith('<?xml') && head.includes('<html'))) {
    return { zh: '网页（HTML）', en: 'web page (HTML)' }
  }
  return head.startsWith('<?xml') ? { zh: 'XML 文件', en: 'XML file' } : null
}

/** The names of an archive's members stand in plain bytes, in the first members and in the list at the end. */
function zipKind(bytes: Uint8Array): KnownFormat {
  const ends = [bytes.subarray(0, 8192), bytes.subarray(Math.max(8192, bytes.length - 65_536))]
  const names = ends.map((part) => Buffer.from(part.buffer, part.byteOffset, part.length).toString('latin1')).join('\n')
  return zipKinds.find(([mark]) => names.includes(mark))?.[1] ?? { zh: 'ZIP 压缩包', en: 'ZIP archive' }
}

/** `MZ` alone could begin a text; a program has NUL bytes in its first lines. */
const isProgram = (bytes: Uint8Array): boolean => bytes.subarray(0, 256).includes(0)
