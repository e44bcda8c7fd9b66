import { Refusal } from '#core/contract/problem.ts'
import type { Reader, ReadingGround, SourceFile } from '../reader.ts'
import { refuse, unsupportedFormat } from '../refusals.ts'
import type { MissingFormat } from '../signatures.ts'
import { programName } from './app-name.ts'
import { readFib, type Fib } from './fib.ts'
import { openOle, type OleContainer } from './ole-container.ts'
import { readWord, type WordLines } from './read-word.ts'
import { wordWarnings } from './word-warnings.ts'

/** Everything in an OLE2 container: Word 6 to 2003 and WPS Writer as text, the rest by its name. */
export const readOle: Reader = (bytes, ground) => Promise.resolve(readContainer(openOle(bytes, ground.fileName), ground))

function readContainer(container: OleContainer, ground: ReadingGround): SourceFile | Refusal {
  const { names } = container
  if (names.has('encryptioninfo') || names.has('encryptedpackage')) return refuse('needs-password', ground.fileName)
  if (names.has('worddocument')) return wordFile(container, ground)
  return unsupportedFormat(ground.fileName, others.find(([name]) => names.has(name))?.[1] ?? { zh: 'OLE 复合文档', en: 'OLE compound file' })
}

const others: readonly (readonly [string, MissingFormat])[] = [
  ['workbook', { zh: 'Excel 97–2003 表格（xls）', en: 'Excel 97–2003 sheet (xls)' }],
  ['book', { zh: 'Excel 5.0/95 表格（xls）', en: 'Excel 5.0/95 sheet (xls)' }],
  ['powerpoint document', { zh: 'PowerPoint 97–2003 文稿（ppt）', en: 'PowerPoint 97–2003 file (ppt)' }],
  ['__properties_version1.0', { zh: 'Outlook 邮件（msg）', en: 'Outlook message (msg)' }],
  ['visiodocument', { zh: 'Visio 图', en: 'Visio drawing' }],
  ['quill', { zh: 'Publisher 出版物', en: 'Publisher file' }],
  ['matost', { zh: 'Microsoft Works 文档', en: 'Microsoft Works document' }],
  ['bodytext', { zh: '韩文 HWP 文档', en: 'HWP document' }],
  ['thumbs.db', { zh: '缩略图数据库', en: 'thumbnail database' }]
]

function wordFile(container: OleContainer, ground: ReadingGround): SourceFile | Refusal {
  const read = wordOf(container, ground.fileName)
  if (read instanceof Refusal) return read
  const { word, fib, program } = read
  const source = word.lines.source({ fileName: ground.fileName, folders: ground.folders })
  if (!/[^\s\ufffd\p{Cc}\p{Cf}]/u.test(source.text)) return refuse('empty', ground.fileName)
  if (source.text.split('\ufffd').length - 1 > source.text.length * mostInvalid) return refuse('damaged-word', ground.fileName)
  return { source, mediaType: mediaTypeOf(program, ground.fileName), encoding: null, warnings: wordWarnings(word, fib.isWord97) }
}

/** More invalid characters than this share: what was read is not text, whatever the file says. */
const mostInvalid = 0.05

interface ReadWord {
  readonly word: WordLines
  readonly fib: Fib
  readonly program: string
}

function wordOf(container: OleContainer, place: string): ReadWord | Refusal {
  try {
    const stream = container.stream('WordDocument') ?? Buffer.alloc(0)
    const fib = readFib(stream)
    if (fib.isEncrypted) return refuse('needs-password', place)
    const table = fib.isWord97 ? container.stream(fib.tableName) : stream
    if (table === null) return refuse('damaged-word', place)
    const word = readWord({ stream, table, data: container.stream('Data') }, fib)
    return { word, fib, program: programName(container.stream('\x05SummaryInformation')) }
  } catch (error) {
    // every read beyond the end of the bytes is one of these, by Node or by the reader's own checks
    if (error instanceof RangeError) return refuse('damaged-word', place)
    throw error
  }
}

/** WPS Writer keeps its files in the format of Word; only what it says of itself tells them apart. */
function mediaTypeOf(program: string, fileName: string): string {
  const isWps = program.includes('WPS') || /\.wp[st]$/i.test(fileName)
  return isWps ? 'application/wps-office.wps' : 'application/msword'
}
