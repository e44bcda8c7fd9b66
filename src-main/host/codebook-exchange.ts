import { codebookWithout } from '#core/codebook/empty.ts'
import { codebookDifference, nextVersion } from '#core/codebook/difference.ts'
import type { Codebook } from '#core/codebook/codebook.ts'
import type { ExchangeBase, ExchangeCode, ExchangeCodebook } from '#core/codebook/exchange-codes.ts'
import type { Handlers, Output } from '#core/contract/calls.ts'
import type { ReceivedCodebook } from '#core/contract/codebook-calls.ts'
import { keepCodebook, type StoredCodebook } from '../library/codebooks.ts'
import { readFileBytes } from '../readers/file-bytes.ts'
import { readCodebook, type ReadCodebook } from './read-codebook.ts'
import { codebookFile, codebookGuids } from '../writers/codebook-files.ts'
import { freeId, newId, nextOf, versionsSetting, type DraftGround } from './codebook-drafts.ts'
import { parsed } from './codebooks.ts'
import { copiedWork } from './codebook-work.ts'
import { labelOf } from './edits.ts'
import { localDay } from './local-day.ts'
import { storedForm } from './reference.ts'
import type { Shell } from './shell.ts'

export interface CodebookFileGround extends DraftGround {
  readonly shell: Shell
}

/** Codebooks out to other programs and colleagues, and theirs in. */
export function codebookFileHandlers(ground: CodebookFileGround): Pick<Handlers, 'codebooks.export' | 'codebooks.import'> {
  const { codebooks, shell, now } = ground
  return {
    'codebooks.export': async ({ codebook, version, format, language }) => {
      const chosen = parsed((await codebooks.version(codebook, version)).definition)
      const { bytes, losses } = await codebookFile(chosen, format, { language, madeOn: localDay(now()) })
      const saved = await shell.save(`${chosen.name[language]} ${chosen.version}.${format}`, bytes)
      return saved === null ? null : { ...saved, losses }
    },
    'codebooks.import': async ({ file }) => {
      const given = file === null ? await chosenFile(shell) : { name: file.name, bytes: Buffer.from(file.base64, 'base64') }
      return given === null ? null : receive(ground, given)
    }
  }
}

interface GivenFile {
  readonly name: string
  readonly bytes: Buffer
}

async function chosenFile(shell: Shell): Promise<GivenFile | null> {
  const [path] = (await shell.chooseFiles('codebook')) ?? []
  return path === undefined ? null : { name: path, bytes: Buffer.from(await readFileBytes(path)) }
}

async function receive(ground: CodebookFileGround, { name, bytes }: GivenFile): Promise<Output<'codebooks.import'>> {
  const known = await ground.codebooks.stored()
  const read = await readCodebook(bytes, name, (file) => baseOf(file, known, name))
  const same = known.find(({ id }) => id === read.codebook.id)
  const last = same === undefined ? null : await ground.codebooks.named(same.id)
  const equal = known.find(({ id, definition }) => (id === same?.id || last === null || ground.codebooks.isShipped(last.id)) && isEqual(parsed(definition), read.codebook))
  if (equal !== undefined) return answerOf(read, equal, { became: 'equal', job: null })
  return last === null || ground.codebooks.isShipped(last.id) ? receiveNew(ground, read, last) : receiveVersion(ground, read, last)
}

/** The codes of a file are read onto the codebook here that most of them are of; else onto one without themes. */
function baseOf(file: ExchangeCodebook, known: readonly StoredCodebook[], name: string): ExchangeBase {
  const flat = (code: ExchangeCode): string[] => [code.guid, ...code.codes.flatMap(flat)]
  const guids = new Set(file.codes.flatMap(flat))
  const bases = known.map(({ definition }): ExchangeBase & { readonly shared: number } => {
    const base = parsed(definition)
    const guidOf = codebookGuids(base.id)
    return { base, guidOf, shared: base.themes.filter((theme) => guids.has(theme.guid ?? guidOf(theme.id))).length }
  })
  const best = bases.toSorted((a, b) => b.shared - a.shared)[0]
  if (best !== undefined && best.shared > 0) return best
  const label = baseName(name)
  const base = codebookWithout(`imported-${codebookGuids('imported')(label).slice(0, 8)}`, label)
  return { base, guidOf: codebookGuids(base.id) }
}

const baseName = (name: string): string => name.slice(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'))).replace(/\.[^.]*$/, '')

function isEqual(one: Codebook, other: Codebook): boolean {
  const { themes, context } = codebookDifference(one, other)
  return themes.length === 0 && !context && one.name.zh === other.name.zh && one.name.en === other.name.en
}

/** What comes with the program stays as it is: another form of it is a codebook of the person's own, with what they said under it. */
async function receiveNew(ground: CodebookFileGround, read: ReadCodebook, shipped: StoredCodebook | null): Promise<ReceivedCodebook> {
  const { library, journal, now } = ground
  const id = shipped === null ? freeId(ground, read.codebook.id) : newId(`${shipped.id.slice(0, 45)}-own`)
  const made = storedForm({ ...read.codebook, id })
  library.write((writable) => keepCodebook(writable, made))
  await journal.change(labelOf('codebook-made', 1, read.codebook.name.zh), (library) => [
    versionsSetting(id, [{ sha256: made.sha256, madeAt: now().toISOString() }]),
    ...(shipped === null ? [] : copiedWork(library, shipped.id, { copy: made }))
  ])
  return answerOf(read, made, { became: 'new', job: null })
}

async function receiveVersion(ground: CodebookFileGround, read: ReadCodebook, last: StoredCodebook): Promise<ReceivedCodebook> {
  const codebook = withMissing(parsed(last.definition), read.codebook)
  const version = laterVersion(last, codebook)
  const { sha256: _, job } = await nextOf(ground, last, { ...codebook, version })
  return answerOf(read, { ...last, version }, { became: 'new-version', job })
}

/** A theme is never taken away but retired: what a person said under those that the file does not have stays under them. */
function withMissing({ themes }: Codebook, came: Codebook): Codebook {
  const there = new Set(came.themes.map(({ id }) => id))
  const missing = themes.filter(({ id }) => !there.has(id)).map((theme) => ({ ...theme, retired: theme.retired ?? { into: null } }))
  return { ...came, themes: [...came.themes, ...missing] }
}

/** Its own, where that is a later one; else the next. */
function laterVersion(last: StoredCodebook, codebook: Codebook): string {
  const numbers = (version: string): number[] => version.split('.').map(Number)
  const [known, own] = [numbers(last.version), numbers(codebook.version)]
  const first = [0, 1, 2].find((at) => known[at] !== own[at])
  if (first !== undefined && own[first]! > known[first]!) return codebook.version
  const next = nextVersion(parsed(last.definition), codebook)
  return next === last.version ? `${known[0]}.${known[1]}.${known[2]! + 1}` : next
}

const answerOf = ({ codebook, losses }: ReadCodebook, { id, version }: StoredCodebook, end: Pick<ReceivedCodebook, 'became' | 'job'>): ReceivedCodebook => ({
  codebook: id, name: codebook.name, version, losses, ...end
})
