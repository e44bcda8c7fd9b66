import type { Handlers } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { readChoices, readFile, reportsOfSource, type StoredFile } from '../library/sources.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import type { ParserDesk } from '../parser/desk.ts'
import type { Encoding } from '../readers/encoding.ts'
import { labelOf } from './edits.ts'
import { idOf } from './ids.ts'
import type { Journal } from './journal.ts'
import { noSource, type ReadingSubject } from './reading.ts'

export interface SourcesGround {
  readonly read: ReadableLibrary
  readonly desk: ParserDesk
  readonly journal: Journal
  readonly reading: ReadingSubject
  /** Resolves when no source is being read again by a newer version of the program. */
  readonly current: Promise<unknown>
}

/** Calls on single sources: their pages as pictures, and another reading of their bytes. */
export function sourceHandlers({ read, desk, journal, reading, current }: SourcesGround): Pick<Handlers, 'sources.page' | 'sources.readAs'> {
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
      const id = idOf(source)
      // positions of an arrangement mean nothing in another text; undoing brings it back
      const { articles: _, ...choices } = readChoices(read, id) ?? {}
      const value = await reading.valueFor(id, { ...choices, encoding: encoding satisfies Encoding })
      await journal.change(labelOf('encoding', 1, file.fileName), [{ subject: 'reading', key: String(id), value }])
      return { reports: reportsOfSource(read, id).map(String) }
    }
  }
}

/** @throws Refusal not-found */
function fileOf(read: ReadableLibrary, id: string): StoredFile {
  const file = readFile(read, idOf(id))
  if (file === null) throw noSource(id)
  return file
}

const isTextual = ({ mediaType }: StoredFile): boolean => /^text\/|^application\/xml$/.test(mediaType)

const notTextual = (place: string): Refusal =>
  new Refusal({ kind: 'bad-request', message: { zh: '这种文件没有可选的编码。', en: 'Files of this kind have no encoding to choose.' }, place })
