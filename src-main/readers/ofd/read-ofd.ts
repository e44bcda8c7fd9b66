import { SourceText } from '#core/source/source-text.ts'
import type { Refusal } from '#core/contract/problem.ts'
import { addPages } from '../layout/page-lines.ts'
import type { PrintedPage, PrintedRun } from '../layout/printed-page.ts'
import type { Reader, ReadingGround, SourceFile } from '../reader.ts'
import { refuse } from '../refusals.ts'
import { addApart } from './apart-lines.ts'
import { documentsOf } from './ofd-document.ts'
import { openOfd } from './ofd-package.ts'
import { readPages, type ReadPages } from './ofd-pages.ts'
import { ofdWarnings, type Recognised } from './ofd-warnings.ts'
import { allowanceOfFile } from './page-objects.ts'
import { recogniseScans } from './recognise-scans.ts'

/** OFD (GB/T 33190): the text of each page in reading order; what lies over or under the pages, and attachments, apart. */
export const readOfd: Reader = async (bytes, ground) => {
  const ofd = await openOfd(bytes, ground.fileName)
  const documents = await documentsOf(ofd)
  const allowance = allowanceOfFile()
  const read: ReadPages = { pages: [], apart: [], pictures: [], missing: 0 }
  for (const document of documents) await readPages(ofd, document, { read, allowance })
  const recognised = await recogniseScans(ofd, read, ground)
  return fileOf(read, { attachments: documents.flatMap(({ attachments }) => attachments), ground, unsafe: ofd.unsafe, recognised })
}

interface FileGround {
  readonly attachments: readonly string[]
  readonly ground: ReadingGround
  readonly unsafe: string | null
  readonly recognised: Recognised
}

function fileOf(read: ReadPages, { attachments, ground, unsafe, recognised }: FileGround): SourceFile | Refusal {
  const { fileName, folders } = ground
  const { pages, apart, missing } = read
  if (pages.length === missing) return unsafe === null ? refuse('damaged-ofd', fileName) : refuse('unsafe-name', fileName, { name: unsafe })
  if (!pages.some(({ runs }) => runs.some(hasText)) && !apart.some(({ runs }) => runs.some(hasText))) return refuse(recognised.lost > 0 ? 'damaged-picture' : 'empty', fileName)
  const lines = new SourceText()
  addPages(lines, pages)
  for (const each of apart) addApart(lines, each)
  for (const name of attachments) lines.line(name, { role: 'attachment', endsParagraph: true })
  const sizes = pages.map(({ width, height }: PrintedPage) => ({ width, height }))
  const source = lines.source({ fileName, folders, pages: sizes })
  return { source, mediaType: 'application/ofd', encoding: null, warnings: ofdWarnings(read, source.text, recognised) }
}

const hasText = ({ text }: PrintedRun): boolean => /[^\s\ufffd\p{Cc}\p{Cf}]/u.test(text)
