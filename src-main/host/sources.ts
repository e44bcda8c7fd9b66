import type { Handlers } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { keepCodebook } from '../library/codebooks.ts'
import { replaceReading } from '../library/reparse.ts'
import { markSaved } from '../library/reports.ts'
import { hasCorrections, hasPersonCodings, readFile, replaceText, reportsOfSource, type StoredFile } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import type { ParserDesk } from '../parser/desk.ts'
import type { TaskResult } from '../parser/messages.ts'
import type { Encoding } from '../readers/encoding.ts'
import { idOf } from './ids.ts'
import type { ImportGround } from './import-ground.ts'
import { readerVersion } from './store-files.ts'

/** Calls on single sources: their pages as pictures, and another reading of their bytes. */
/** @param current resolves when no source is being read again by a newer version of the program */
export function sourceHandlers(ground: ImportGround, desk: ParserDesk, current: Promise<unknown>): Pick<Handlers, 'sources.page' | 'sources.readAs'> {
  const read = ground.library.read
  return {
    'sources.page': async ({ source, page, pixelsPerPoint }) => {
      const { bytes, mediaType, fileName } = fileOf(read, source)
      const result = await desk.ask({ kind: 'draw', name: fileName, bytes, mediaType, page, pixelsPerPoint })
      if (result.kind !== 'drawn') throw new Error(`A page was answered by ${result.kind}`)
      const { bytes: picture, ...drawn } = result.page
      return { ...drawn, base64: Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength).toString('base64') }
    },
    'sources.readAs': async ({ source, encoding }) => {
      const file = fileOf(read, source)
      if (!isTextual(file)) throw notTextual(file.fileName)
      await current
      const choices = { ...file.choices, encoding }
      const result = await desk.ask({
        kind: 'analyse',
        name: file.fileName,
        asksColumns: false,
        file: { bytes: file.bytes, fileName: file.fileName, folders: file.folders, encoding: encoding satisfies Encoding, columns: choices.columns ?? null }
      })
      if (result.kind !== 'analysed') throw new Error(`A reading was answered by ${result.kind}`)
      return { reports: storeRereading(ground, Number(source), { result, choices }) }
    }
  }
}

interface Reread {
  readonly result: Extract<TaskResult, { kind: 'analysed' }>
  readonly choices: StoredFile['choices']
}

function storeRereading({ library, codebook, now, news }: ImportGround, source: number, { result, choices }: Reread): string[] {
  const savedAt = now().toISOString()
  const reports = library.write((writable) => {
    const before = reportsOfSource(writable, source)
    const loses = result.analysis.reports.length < before.length
    if (hasPersonCodings(writable, source) || (loses && hasCorrections(writable, source))) throw codedAlready(source)
    keepCodebook(writable, codebook)
    replaceText(writable, source, { ...result.file, choices })
    replaceReading(writable, source, { ...result.analysis, readBy: readerVersion, codebook: codebook.sha256, by: 'same-position' })
    markSaved(writable, savedAt)
    const ids = reportsOfSource(writable, source)
    return ids
  })
  news.changed(savedAt)
  news.flush()
  return reports.map(String)
}

/** @throws Refusal not-found */
function fileOf(read: ReadableLibrary, id: string): StoredFile {
  const file = readFile(read, idOf(id))
  if (file !== null) return file
  throw new Refusal({ kind: 'not-found', message: { zh: '资料库里没有这个文件。', en: 'The library has no such file.' }, place: id })
}

const isTextual = ({ mediaType }: StoredFile): boolean => /^text\/|^application\/xml$/.test(mediaType)

const notTextual = (place: string): Refusal =>
  new Refusal({ kind: 'bad-request', message: { zh: '这种文件没有可选的编码。', en: 'Files of this kind have no encoding to choose.' }, place })

const codedAlready = (source: number): Refusal =>
  new Refusal({
    kind: 'bad-request',
    message: {
      zh: '这个文件的文字上已有人工编码，换一种编码会使它们失去位置，因此没有重读。',
      en: 'A person has coded this file’s text; another encoding would leave those codings without their place, so it was not read again.'
    },
    place: String(source)
  })
