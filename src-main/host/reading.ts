import type { Json } from '#core/contract/json.ts'
import { Refusal } from '#core/contract/problem.ts'
import { keepCodebook, type StoredCodebook } from '../library/codebooks.ts'
import { nextId } from '../library/next-id.ts'
import { idsFor, replaceReading, reportsElsewhere, workWithout, type Counterpart, type Ids } from '../library/reparse.ts'
import { hasPersonCodings, keepChoices, readChoices, readFile, readSource, replaceText, reportsOfSource, type ReadingChoices } from '../library/sources.ts'
import type { ReadableLibrary, WritableLibrary } from '../library/sql.ts'
import type { ParserDesk } from '../parser/desk.ts'
import type { AnalysedFile, Analysis } from '../parser/messages.ts'
import { isEncoding } from '../readers/encoding.ts'
import { canonicalJson } from './canonical-json.ts'
import { codeLeftOut } from './codings-kept.ts'
import { idOf } from './ids.ts'
import type { ImportGround } from './import-ground.ts'
import type { SlowSubject } from './journal.ts'
import { readerVersion } from './store-files.ts'

/** What a person chose for the reading of a source, and which reports came of it. */
export interface ReadingValue extends ReadingChoices {
  readonly reports: readonly number[]
}

/** A source as it is read by other choices. */
export interface PreparedReading {
  /** By which it was coded. */
  readonly codebook: StoredCodebook
  /** The text, where the bytes were read anew; null where the stored one was only divided otherwise. */
  readonly file: AnalysedFile | null
  readonly analysis: Analysis
}

interface Prepared {
  readonly key: string
  /** Canonical JSON. */
  readonly choices: string
  readonly reading: PreparedReading
}

/**
 * How a source is read: its encoding, its columns, its division into reports. Key: source; value:
 * `ReadingValue`. The ids are part of it, so that undoing brings back the very reports that were
 * there, and earlier changes of theirs can be undone in turn.
 */
export class ReadingSubject implements SlowSubject<PreparedReading> {
  readonly #ground: ImportGround
  readonly #desk: ParserDesk
  /** What was prepared last, for the change that is made of it. */
  #last: Prepared | null = null

  constructor(ground: ImportGround, desk: ParserDesk) {
    this.#ground = ground
    this.#desk = desk
  }

  read(library: ReadableLibrary, key: string): Json {
    const choices = readChoices(library, idOf(key))
    return choices === null ? null : jsonOf({ ...choices, reports: reportsOfSource(library, idOf(key)) })
  }

  /** @throws Refusal where the file cannot be read so */
  async prepare(key: string, value: Json): Promise<PreparedReading> {
    const { reports: _, ...choices } = valueOf(value)
    const wanted = canonicalJson(choices)
    const last = this.#last
    this.#last = null
    if (last?.key === key && last.choices === wanted) return last.reading
    return this.#readBy(idOf(key), choices)
  }

  /** The value that these choices come to, with a new id for each report that takes no other's place. */
  async valueFor(source: number, choices: ReadingChoices): Promise<Json> {
    const reading = await this.#readBy(source, choices)
    const ids = placesFor(this.#ground.library.read, source, reading)
    this.#last = { key: String(source), choices: canonicalJson(choices), reading }
    let next = nextId(this.#ground.library.read, 'reports')
    return jsonOf({ ...choices, reports: ids.map((id) => id ?? next++) })
  }

  /** @throws Refusal `carries-work`, where a report that carries a person's work would be gone */
  write(library: WritableLibrary, key: string, { value, prepared }: { readonly value: Json; readonly prepared: PreparedReading }): void {
    const source = idOf(key)
    const { reports: wanted, ...choices } = valueOf(value)
    const { file, analysis, codebook } = prepared
    if (file !== null && hasPersonCodings(library, source)) throw codedAlready(key)
    // another version of the program may divide the file otherwise: then by what the reports have in common
    const ids = wanted.length === analysis.reports.length ? wanted : placesFor(library, source, prepared)
    if (reportsElsewhere(library, source, ids)) throw movedOn(key)
    const [lost] = workWithout(library, source, ids)
    if (lost !== undefined) throw carriesWork(lost)
    keepCodebook(library, codebook)
    if (file === null) keepChoices(library, source, choices)
    else replaceText(library, source, { ...file, choices })
    replaceReading(library, source, { ...analysis, readBy: readerVersion, codebook, ids })
    codeLeftOut(library, codebook)
  }

  async #readBy(source: number, choices: ReadingChoices): Promise<PreparedReading> {
    const { read } = this.#ground.library
    const now = readChoices(read, source)
    const isSameText = canonicalJson(bytesChoices(choices)) === canonicalJson(bytesChoices(now ?? {}))
    return isSameText ? this.#divide(source, choices) : this.#decode(source, choices)
  }

  async #divide(source: number, { articles }: ReadingChoices): Promise<PreparedReading> {
    const stored = readSource(this.#ground.library.read, source)
    if (stored === null) throw noSource(String(source))
    const { fileName, text, folders = [] } = stored.source
    const { codebook } = this.#ground
    const result = await this.#desk.ask({ kind: 'text', name: fileName, text, layout: stored.layout, folders, arrangement: articles ?? null, codebook })
    if (result.kind !== 'understood') throw new Error(`A reading was answered by ${result.kind}`)
    return { codebook, file: null, analysis: result.analysis }
  }

  async #decode(source: number, { encoding, columns, articles }: ReadingChoices): Promise<PreparedReading> {
    const stored = readFile(this.#ground.library.read, source)
    if (stored === null) throw noSource(String(source))
    const { bytes, fileName, folders } = stored
    const file = { bytes, fileName, folders, columns: columns ?? null, encoding: isEncoding(encoding) ? encoding : null }
    const { codebook } = this.#ground
    const result = await this.#desk.ask({ kind: 'analyse', name: fileName, asksColumns: false, arrangement: articles ?? null, file, codebook })
    if (result.kind !== 'analysed') throw new Error(`A reading was answered by ${result.kind}`)
    return { codebook, file: result.file, analysis: result.analysis }
  }
}

/** Another text makes positions meaningless: reports are then known by their order. */
function placesFor(library: ReadableLibrary, source: number, { file, analysis }: PreparedReading): Ids {
  const by: Counterpart = file === null ? 'same-characters' : 'same-position'
  return idsFor(library, source, { maps: analysis.reports.map(({ packed }) => packed.map), by })
}

const bytesChoices = ({ encoding, columns }: ReadingChoices): ReadingChoices => ({
  ...(encoding === undefined ? {} : { encoding }),
  ...(columns === undefined ? {} : { columns })
})

/** Only what `read` and `valueFor` made is ever handed in. */
const valueOf = (value: Json): ReadingValue => value as unknown as ReadingValue

/** As it comes back from the disk. */
const jsonOf = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

/** @throws Refusal not-found */
export const noSource = (place: string): Refusal =>
  new Refusal({ kind: 'not-found', message: { zh: '资料库里没有这个文件。', en: 'The library has no such file.' }, place })

const carriesWork = ({ id, title }: { readonly id: number; readonly title: string | null }): Refusal =>
  new Refusal({
    kind: 'carries-work',
    message: {
      zh: `《${title ?? '无标题'}》上有您的更正、编码、笔记或判断（或已放入回收站），这样划分它就不在了，因此没有改动。可以让它的文字仍留在一篇里，或先撤回那些改动。`,
      en: `“${title ?? 'Untitled'}” carries corrections, codings, notes or judgements of yours (or lies in the bin), and would be gone, so nothing was changed. Keep most of its text in one article, or take those back first.`
    },
    place: String(id)
  })

const codedAlready = (place: string): Refusal =>
  new Refusal({
    kind: 'carries-work',
    message: {
      zh: '这个文件的文字上已有人工编码，换一种编码会使它们失去位置，因此没有重读。',
      en: 'A person has coded this file’s text; another encoding would leave those codings without their place, so it was not read again.'
    },
    place
  })

const movedOn = (place: string): Refusal =>
  new Refusal({
    kind: 'overtaken',
    message: { zh: '资料库刚刚有别的改动，这次没有执行，请再试一次。', en: 'The library changed meanwhile; nothing was done. Please try again.' },
    place
  })
