import { createHash } from 'node:crypto'
import type { KeptArrangement } from '#core/arrangement/arrangement.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { StoredCodebook } from '../library/codebooks.ts'
import type { ColumnNames } from '../readers/reader.ts'
import type { Encoding } from '../readers/encoding.ts'
import { readFileBytes, tooLarge } from '../readers/file-bytes.ts'
import { byteLimitOf, formatOf } from '../readers/read-source.ts'
import { refuse } from '../readers/refusals.ts'
import type { ParserDesk } from '../parser/desk.ts'
import type { FileToParse, TaskResult } from '../parser/messages.ts'
import { costOf } from '../parser/pool.ts'
import type { Given } from '../parser/run.ts'
import type { FoundFile } from './files-in.ts'
import type { Ledger } from './ledger.ts'
import { OpenedArchive } from './opened-archive.ts'

/** Archives within archives: an office sends a zip with a zip of each city. Deeper is a trap. */
export const deepestArchive = 2

/** A file whose bytes the caller holds. `name` may be a path inside a dropped folder. */
export interface HeldFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly columns?: ColumnNames
  /** Where it lay, and how it is to be read, where that is known already; else its name tells. */
  readonly origin?: Pick<FileToParse, 'fileName' | 'folders' | 'encoding' | 'articles'>
}

export interface GatherGround {
  readonly ledger: Ledger
  /** Hashes of files that need not be read. */
  readonly known: ReadonlySet<string>
  /** A parser process for archives. */
  readonly newDesk: () => ParserDesk
  /** Whether the columns of a sheet are to be confirmed by a person. */
  readonly asksColumns: boolean
  readonly columns: ColumnNames | null
  readonly encoding: Encoding | null
  /** By which texts are coded; absent: they are only read. */
  readonly codebook?: StoredCodebook
}

interface Gathered {
  readonly name: string
  readonly bytes: Uint8Array
  readonly folders: readonly string[]
  readonly fileName: string
  readonly order: readonly number[]
  readonly columns: ColumnNames | null
  readonly encoding: Encoding | null
  readonly articles?: KeptArrangement | null
}

/**
 * The tasks of an import: reads each file when its turn comes, skips what is known, opens archives
 * and goes through what is in them. Whatever cannot be read is settled here under its own name.
 */
export async function* gather(ground: GatherGround, files: readonly (FoundFile | HeldFile)[]): AsyncGenerator<Given> {
  const ids = files.map((file, n) => ground.ledger.add('path' in file ? file.path : file.name, [n]))
  for (const [n, file] of files.entries()) {
    const read = await bytesOf(file)
    if (read instanceof Refusal) yield settled({ id: ids[n]!, kind: 'refused', problem: read.problem })
    else yield* tasksFor(ground, ids[n]!, {
      ...read,
      order: [n],
      columns: ('columns' in file ? file.columns : undefined) ?? ground.columns,
      encoding: read.encoding ?? ground.encoding
    })
  }
}

async function bytesOf(file: FoundFile | HeldFile): Promise<Omit<Gathered, 'order' | 'columns' | 'encoding'> & { readonly encoding?: Encoding | null } | Refusal> {
  if ('bytes' in file && !('path' in file)) {
    if (file.origin !== undefined) return { name: file.name, bytes: file.bytes, ...file.origin }
    const parts = file.name.split(/[\\/]/)
    return { name: file.name, bytes: file.bytes, fileName: parts.at(-1)!, folders: parts.slice(0, -1).filter((part) => part !== '' && part !== '.' && part !== '..') }
  }
  const { path, folders, problem } = file
  if (problem !== null) return new Refusal(problem)
  try {
    return { name: path, bytes: await readFileBytes(path), folders, fileName: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) }
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

async function* tasksFor(ground: GatherGround, id: number, from: Gathered): AsyncGenerator<Given> {
  const { bytes, name, columns } = from
  const format = bytes.length > 0 ? formatOf(bytes) : 'text'
  if (format === 'zip') {
    yield* membersOf(ground, id, from)
    return
  }
  if (bytes.length > byteLimitOf(format)) {
    yield settled({ id, kind: 'refused', problem: tooLarge(name, bytes.length).problem })
    return
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file: FileToParse = { bytes, fileName: from.fileName, folders: from.folders, encoding: from.encoding, columns, articles: from.articles ?? null }
  ground.ledger.entry(id).file = { ...file, sha256 }
  if (ground.known.has(sha256)) yield settled({ id, kind: 'known' })
  else {
    const task = { id, kind: 'analyse' as const, name, file, asksColumns: ground.asksColumns, arrangement: file.articles ?? null, ...(ground.codebook === undefined ? {} : { codebook: ground.codebook }) }
    yield { task, bytes: bytes.length, cost: costOf(task) }
  }
}

/** The archive itself ends as read, with no report of its own, when its members are known; each of these by itself. */
async function* membersOf(ground: GatherGround, id: number, from: Gathered): AsyncGenerator<Given> {
  if (from.order.length > deepestArchive) {
    yield settled({ id, kind: 'refused', problem: refuse('nested-too-deep', from.name, { levels: deepestArchive }).problem })
    return
  }
  const archive = new OpenedArchive(ground.newDesk, from)
  try {
    const members = await archive.members()
    yield settled({ id, kind: 'archive', members })
    for (const [n, { name, problem }] of members.entries()) {
      const order = [...from.order, n]
      const member = ground.ledger.add(`${from.name}/${name}`, order)
      const bytes = problem === null ? await archive.read(name).catch((error: unknown) => bugOf(error)) : new Refusal(problem)
      if (bytes instanceof Refusal) yield settled({ id: member, kind: 'refused', problem: bytes.problem })
      else if (bytes instanceof Error) yield settled({ id: member, kind: 'failed', error: bytes.stack ?? bytes.message })
      else yield* tasksFor(ground, member, { ...inArchive(from, name), bytes, order, columns: from.columns, encoding: from.encoding })
    }
  } catch (error) {
    if (error instanceof Refusal) yield settled({ id, kind: 'refused', problem: error.problem })
    else yield settled({ id, kind: 'failed', error: bugOf(error).stack ?? String(error) })
  } finally {
    await archive.close()
  }
}

function inArchive(from: Gathered, member: string): Pick<Gathered, 'name' | 'folders' | 'fileName'> {
  const parts = member.split('/')
  return { name: `${from.name}/${member}`, fileName: parts.at(-1)!, folders: [...from.folders, from.fileName, ...parts.slice(0, -1)] }
}

const bugOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

const settled = (result: TaskResult): Given => ({ settled: result })
