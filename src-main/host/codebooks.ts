import type { Codebook, Theme } from '#core/codebook/codebook.ts'
import { codedThemes } from '#core/codebook/tree.ts'
import type { CodebookStamp } from '#core/compare/comparison.ts'
import type { ListedCodebook } from '#core/contract/codebook-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { codebookInUse, codebookOfHash, ownCodebook, ownCodebooks, stampInUse, uncodedReports, useCodebook, type StoredCodebook } from '../library/codebooks.ts'
import type { Library } from '../library/sql.ts'
import { defaultCodebook, storedForm } from './reference.ts'
import { shippedCodebook, shippedCodebookIds } from './shipped-codebooks.ts'

/** The codebook that reports are shown by, as those need it who show them. */
export interface CodebookShown {
  readonly codebook: Codebook
  /** The themes that statements can have. */
  readonly themes: readonly Theme[]
  readonly stamp: CodebookStamp
}

/** The codebooks that a library can be read by: those that come with the program, and those that a person made. */
export class Codebooks {
  readonly #library: Library
  readonly #first = storedForm(defaultCodebook)
  readonly #shipped = new Map<string, StoredCodebook>()
  /** By hash, which never means another one. */
  #shown: CodebookShown | null = null
  #stored: StoredCodebook | null = null

  constructor(library: Library) {
    this.#library = library
    this.#shipped.set(defaultCodebook.id, this.#first)
    if (stampInUse(library.read) === null) library.write((writable) => useCodebook(writable, this.#first))
  }

  /** The codebook in use at this moment. */
  get inUse(): StoredCodebook {
    const stamp = stampInUse(this.#library.read)
    if (this.#stored === null || this.#stored.sha256 !== stamp?.sha256) this.#stored = codebookInUse(this.#library.read)! // the constructor saw to it
    return this.#stored
  }

  get shown(): CodebookShown {
    const { sha256, id, version, definition } = this.inUse
    if (this.#shown?.stamp.sha256 !== sha256) {
      const codebook = parsed(definition)
      this.#shown = { codebook, themes: codedThemes(codebook), stamp: { id, version, sha256 } }
    }
    return this.#shown
  }

  /** The last version of a codebook. @throws Refusal not-found */
  async named(id: string): Promise<StoredCodebook> {
    const found = ownCodebook(this.#library.read, id) ?? (await this.#shippedOne(id))
    if (found !== null) return found
    throw noCodebook(id)
  }

  /** A codebook by its id and, where it is not the last one, the hash of the version. @throws Refusal not-found */
  async version(id: string, sha256: string | undefined): Promise<StoredCodebook> {
    const last = await this.named(id)
    if (sha256 === undefined || sha256 === last.sha256) return last
    const found = codebookOfHash(this.#library.read, sha256)
    if (found?.id === id) return found
    throw noCodebook(id)
  }

  /** Whether it comes with the program. */
  isShipped(id: string): boolean {
    return shippedCodebookIds.includes(id) && ownCodebook(this.#library.read, id) === null
  }

  /** Those that come with the program first, then a person's in the order in which they were made. */
  async list(): Promise<ListedCodebook[]> {
    const { read } = this.#library
    const shipped = await Promise.all(shippedCodebookIds.map(async (id) => listed((await this.#shippedOne(id))!, { isOwn: false, read })))
    return [...shipped, ...ownCodebooks(read).map((id) => listed(ownCodebook(read, id)!, { isOwn: true, read }))]
  }

  /** Those that are listed, as they are kept: the one in use, first, as it is used; of the others the last version. */
  async stored(): Promise<StoredCodebook[]> {
    const { inUse } = this
    const shipped = await Promise.all(shippedCodebookIds.map((id) => this.#shippedOne(id)))
    const own = ownCodebooks(this.#library.read).map((id) => ownCodebook(this.#library.read, id))
    return [inUse, ...[...shipped, ...own].flatMap((one) => (one === null || one.id === inUse.id ? [] : [one]))]
  }

  /** The last version of the codebook in use, where it is known without waiting; in the place of one that nobody has any more, the program's first. */
  latestInUse(): StoredCodebook | Promise<StoredCodebook> {
    const now = this.inUse
    return ownCodebook(this.#library.read, now.id) ?? this.#shipped.get(now.id) ?? this.#shippedOne(now.id).then((shipped) => shipped ?? this.#first)
  }

  async #shippedOne(id: string): Promise<StoredCodebook | null> {
    const known = this.#shipped.get(id)
    if (known !== undefined) return known
    const codebook = await shippedCodebook(id)
    if (codebook === null) return null
    const stored = storedForm(codebook)
    this.#shipped.set(id, stored)
    return stored
  }
}

function listed({ id, version, sha256, definition, reading }: StoredCodebook, { isOwn, read }: { readonly isOwn: boolean; readonly read: Library['read'] }): ListedCodebook {
  const codebook = parsed(definition)
  const inUse = stampInUse(read)
  return { id, version, sha256, name: codebook.name, themes: codedThemes(codebook).length, isOwn, isInUse: inUse?.id === id, uncoded: uncodedReports(read, reading).length }
}

/** Whatever is kept was checked before. */
export const parsed = (definition: string): Codebook => JSON.parse(definition) as Codebook

const noCodebook = (place: string): Refusal => new Refusal({ kind: 'not-found', message: { zh: '没有这个编码本。', en: 'There is no such codebook.' }, place })
