import type { Json } from '#core/contract/json.ts'
import { Refusal } from '#core/contract/problem.ts'
import { codebookOfHash, ownCodebook, stampInUse, useCodebook, versionsOf, writeVersions, type CodebookVersion, type StoredCodebook } from '../library/codebooks.ts'
import type { Library, ReadableLibrary, WritableLibrary } from '../library/sql.ts'
import type { ParserDesk } from '../parser/desk.ts'
import type { Codebooks } from './codebooks.ts'
import { byDesk, codeLeftOut, codeMissing } from './codings-kept.ts'
import type { Journal, SlowSubject } from './journal.ts'

export interface CodebookGround {
  readonly library: Library
  readonly codebooks: Codebooks
  /** A process for a change that waits for reports to be coded. */
  readonly newDesk: () => ParserDesk
}

/** Which codebook is in use, and what stands in a person's own, are changes like others. */
export function addCodebookSubjects(journal: Journal, ground: CodebookGround): void {
  journal.add('codebook-in-use', new CodebookInUseSubject(ground))
  journal.add('codebook', new CodebookSubject(ground))
}

/** In most cases all reports are coded before the change is made (`use-codebook.ts`); undoing goes by here. */
async function codeBefore({ library, newDesk }: CodebookGround, codebook: StoredCodebook): Promise<void> {
  const desk = newDesk()
  try {
    await codeMissing({ library, codebook }, (tasks) => byDesk(desk, tasks))
  } finally {
    await desk.close()
  }
}

/** Which codebook the library is shown by. Key: `library`; value: the id of a codebook, of which the last version counts. */
class CodebookInUseSubject implements SlowSubject<StoredCodebook | null> {
  readonly #ground: CodebookGround

  constructor(ground: CodebookGround) {
    this.#ground = ground
  }

  read(library: ReadableLibrary): Json {
    return stampInUse(library)?.id ?? null
  }

  async prepare(_key: string, value: Json): Promise<StoredCodebook | null> {
    // one that the same change makes is not there yet
    const codebook = await this.#ground.codebooks.named(idFrom(value)).catch(orNull)
    if (codebook !== null) await codeBefore(this.#ground, codebook)
    return codebook
  }

  write(library: WritableLibrary, _key: string, { value, prepared }: { readonly value: Json; readonly prepared: StoredCodebook | null }): void {
    const codebook = ownCodebook(library, idFrom(value)) ?? prepared
    if (codebook === null) throw gone(idFrom(value))
    useCodebook(library, codebook)
    codeLeftOut(library)
  }
}

/** Only ids are ever handed in. */
const idFrom = (value: Json): string => (typeof value === 'string' ? value : '')

const orNull = (error: unknown): null => {
  if (error instanceof Refusal) return null
  throw error
}

/** A person's codebook. Key: its id; value: its versions (`CodebookVersion[]`), oldest first, or null. */
class CodebookSubject implements SlowSubject<null> {
  readonly #ground: CodebookGround

  constructor(ground: CodebookGround) {
    this.#ground = ground
  }

  read(library: ReadableLibrary, key: string): Json {
    const versions = versionsOf(library, key)
    return versions.length === 0 ? null : versions.map(({ sha256, madeAt }) => ({ sha256, madeAt }))
  }

  async prepare(key: string, value: Json): Promise<null> {
    const { library } = this.#ground
    const last = versionsFrom(value).at(-1)
    const codebook = last === undefined ? null : codebookOfHash(library.read, last.sha256)
    if (codebook !== null && stampInUse(library.read)?.id === key) await codeBefore(this.#ground, codebook)
    return null
  }

  write(library: WritableLibrary, key: string, { value }: { readonly value: Json }): void {
    const versions = versionsFrom(value)
    writeVersions(library, key, versions)
    if (stampInUse(library)?.id !== key) return
    const last = ownCodebook(library, key)
    if (last === null) throw stillInUse(key)
    useCodebook(library, last)
    codeLeftOut(library)
  }
}

/** Only what `read` gave, or the host made. */
const versionsFrom = (value: Json): readonly CodebookVersion[] => (value as unknown as readonly CodebookVersion[] | null) ?? []

const gone = (place: string): Refusal =>
  new Refusal({ kind: 'overtaken', message: { zh: '这个编码本已不在资料库里，资料没有变。', en: 'That codebook is no longer in the library; nothing was changed.' }, place })

const stillInUse = (place: string): Refusal =>
  new Refusal({
    kind: 'overtaken',
    message: { zh: '资料库正用着这个编码本，请先换用别的编码本；资料没有变。', en: 'The library is shown by this codebook: choose another one first. Nothing was changed.' },
    place
  })
