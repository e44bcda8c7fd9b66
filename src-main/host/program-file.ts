import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { preference } from '#core/contract/program-calls.ts'
import { writeWholeFile } from '../writers/whole-file.ts'
import { makeFolder } from './make-folder.ts'

const mostRecent = 20

const contents = z.object({
  version: z.literal(1),
  preferences: z.record(z.string().max(64), preference).catch({}),
  recent: z
    .array(z.object({ path: z.string().min(1).max(4096), openedAt: z.string().max(40) }))
    .max(mostRecent)
    .catch([])
})

export type ProgramContents = Omit<z.output<typeof contents>, 'version'>

const nothing: ProgramContents = { preferences: {}, recent: [] }

/**
 * The small file of what is the person's and not a library's: preferences, libraries opened before.
 * Losing it loses nothing that was worked on, so a file that is missing, broken or of another version
 * reads as empty and never keeps the program from starting.
 */
export class ProgramFile {
  readonly #path: string
  #last: Promise<unknown> = Promise.resolve()

  constructor(path: string) {
    this.#path = path
  }

  read(): ProgramContents {
    try {
      const { preferences, recent } = contents.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
      return { preferences, recent }
    } catch {
      return nothing
    }
  }

  /** One change after the other, each on what the file holds by then: another window may have written it. @throws Refusal cannot-write */
  change(alter: (before: ProgramContents) => ProgramContents): Promise<void> {
    const done = this.#last.then(async () => {
      const after = alter(this.read())
      makeFolder(dirname(this.#path))
      await writeWholeFile(this.#path, JSON.stringify({ version: 1, ...after, recent: after.recent.slice(0, mostRecent) }, null, 2), { force: true })
    })
    this.#last = done.catch(() => null)
    return done
  }

  /** Resolves when what was changed is written. */
  async settled(): Promise<void> {
    await this.#last
  }
}
