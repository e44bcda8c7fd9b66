import { Refusal } from '#core/contract/problem.ts'
import type { ParserDesk } from '../parser/desk.ts'
import type { ArchiveMember, TaskResult } from '../parser/messages.ts'

/** An archive in a parser process of its own. A member that brings the process down costs itself; the archive is opened again for the next. */
export class OpenedArchive {
  readonly #newDesk: () => ParserDesk
  readonly #name: string
  readonly #bytes: Uint8Array
  #desk: ParserDesk | null = null

  constructor(newDesk: () => ParserDesk, { name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) {
    this.#newDesk = newDesk
    this.#name = name
    this.#bytes = bytes
  }

  /** @throws Refusal where it cannot be opened */
  async members(): Promise<readonly ArchiveMember[]> {
    this.#desk ??= this.#newDesk()
    const result = await this.#desk.ask({ kind: 'archive', name: this.#name, bytes: this.#bytes })
    if (result.kind !== 'archive') throw new Error(`An archive was answered by ${result.kind}`)
    return result.members
  }

  /** The bytes of a member, or why they cannot be had. */
  async read(member: string): Promise<Uint8Array | Refusal> {
    try {
      let result = await this.#ask(member)
      if (result.kind === 'no-archive') {
        await this.members()
        result = await this.#ask(member)
      }
      if (result.kind !== 'member') throw new Error(`A member was answered by ${result.kind}`)
      return result.bytes
    } catch (error) {
      await this.close()
      if (error instanceof Refusal) return error
      throw error
    }
  }

  #ask(member: string): Promise<TaskResult> {
    this.#desk ??= this.#newDesk()
    return this.#desk.ask({ kind: 'member', name: `${this.#name}/${member}`, member })
  }

  async close(): Promise<void> {
    const desk = this.#desk
    this.#desk = null
    await desk?.close()
  }
}
