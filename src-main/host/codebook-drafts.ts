import { randomBytes } from 'node:crypto'
import type { CodebookChange } from '#core/codebook/changes.ts'
import type { Codebook } from '#core/codebook/codebook.ts'
import { codebookWithout, noPatterns, plainColor } from '#core/codebook/empty.ts'
import { codebookDifference, nextVersion } from '#core/codebook/difference.ts'
import { reviseAll } from '#core/codebook/revise.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { CodebookView, ListedVersion } from '#core/contract/codebook-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { codebookIds, codebookOfHash, keepCodebook, stampInUse, versionsOf, type CodebookVersion, type StoredCodebook } from '../library/codebooks.ts'
import { workUnder } from '../library/codebook-work.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { parsed } from './codebooks.ts'
import { copiedWork, mergedSummaries } from './codebook-work.ts'
import { labelOf } from './edits.ts'
import type { Setting } from './journal.ts'
import { storedForm } from './reference.ts'
import { changeWhenCoded, type CodebookWorkGround, type Waiting } from './use-codebook.ts'

export interface DraftGround extends CodebookWorkGround {
  readonly now: () => Date
  /** The job after which a codebook is to be shown: one choice gives up the one before. */
  readonly waiting: Waiting
}

type DraftCall = 'codebooks.read' | 'codebooks.make' | 'codebooks.draft' | 'codebooks.revise'

/** Codebooks of a person's own: made, and changed version by version. */
export function draftHandlers(ground: DraftGround): Pick<Handlers, DraftCall> {
  return {
    'codebooks.read': async ({ codebook, version }) => viewOf(ground, await ground.codebooks.version(codebook, version)),
    'codebooks.make': ({ from, name }) => make(ground, from, name),
    'codebooks.draft': async ({ codebook, base, changes }) => {
      const before = parsed((await ground.codebooks.version(codebook, base)).definition)
      const revision = reviseAll(before, changes)
      return 'problem' in revision ? revision : { codebook: revision.codebook, difference: codebookDifference(before, revision.codebook) }
    },
    'codebooks.revise': (input) => revised(ground, input)
  }
}

async function viewOf({ library, codebooks }: DraftGround, stored: StoredCodebook): Promise<CodebookView> {
  const { read } = library
  const { id, sha256 } = stored
  const last = await codebooks.named(id)
  const own = versionsOf(read, id).toReversed().map((version): ListedVersion => ({ ...version, version: codebookOfHash(read, version.sha256)!.version }))
  const versions = own.length > 0 ? own : [{ sha256: last.sha256, version: last.version, madeAt: null }]
  return {
    codebook: parsed(stored.definition),
    sha256,
    versions,
    isOwn: own.length > 0,
    isInUse: stampInUse(read)?.id === id,
    work: workUnder(read, id)
  }
}

async function make(ground: DraftGround, from: string | null, name: string): Promise<{ codebook: string }> {
  const { library, codebooks, journal } = ground
  const original = from === null ? null : await codebooks.named(from)
  const made = storedForm(original === null ? firstOf(newId('own'), name) : copyOf(original, name))
  library.write((writable) => keepCodebook(writable, made))
  await journal.change(labelOf('codebook-made', 1, name), (read) => [
    versionsSetting(made.id, [{ sha256: made.sha256, madeAt: ground.now().toISOString() }]),
    ...(from === null ? [] : copiedWork(read, from, { copy: made }))
  ])
  return { codebook: made.id }
}

/** One that a person begins from nothing has a theme to begin with. */
const firstOf = (id: string, name: string): Codebook => ({
  ...codebookWithout(id, name),
  themes: [
    {
      id: `theme_${madeHere()}`, name: { zh: '主题一', en: 'Theme 1' }, definition: { zh: '待定义', en: 'To be defined' }, include: [], exclude: [],
      color: plainColor, governs: true, patterns: noPatterns
    }
  ]
})

const copyOf = (original: StoredCodebook, name: string): Codebook => ({
  ...parsed(original.definition), id: newId(`${original.id.slice(0, 45)}-own`), name: { zh: name, en: name }
})

/** Of no other machine: two colleagues' codebooks of one id would be taken for versions of one. */
const madeHere = (): string => randomBytes(5).toString('hex')

export const newId = (stem: string): string => `${stem}-${madeHere()}`

/** One that no codebook has or ever had here, one that was undone neither. */
export function freeId({ library, codebooks }: DraftGround, wanted: string): string {
  const taken = new Set(codebookIds(library.read).values())
  const isFree = (id: string): boolean => !taken.has(id) && !codebooks.isShipped(id)
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`
    if (isFree(id)) return id
  }
}

export const versionsSetting = (id: string, versions: readonly CodebookVersion[]): Setting => ({
  subject: 'codebook', key: id, value: versions.map(({ sha256, madeAt }) => ({ sha256, madeAt }))
})

async function revised(ground: DraftGround, { codebook: id, base, changes, name }: Parsed<'codebooks.revise'>): Promise<{ codebook: string; sha256: string; job: string | null }> {
  const { codebooks } = ground
  const last = await codebooks.named(id)
  if (last.sha256 !== base) throw overtaken(id)
  const before = parsed(last.definition)
  const after = afterAll(before, changes)
  return codebooks.isShipped(id) ? reviseCopy(ground, { original: last, after, name: name ?? `${before.name.zh}（自订）` }) : nextOf(ground, last, after)
}

/** @throws Refusal where the changes cannot be made, or change nothing */
function afterAll(before: Codebook, changes: readonly CodebookChange[]): Codebook {
  const revision = reviseAll(before, changes)
  if ('problem' in revision) throw impossible('theme' in revision.problem ? revision.problem.theme : before.id)
  const version = nextVersion(before, revision.codebook)
  if (version === before.version) throw nothingChanged(before.id)
  return { ...revision.codebook, version }
}

/** Another version of a person's codebook. */
export async function nextOf(ground: DraftGround, last: StoredCodebook, after: Codebook): Promise<{ codebook: string; sha256: string; job: string | null }> {
  const { library, journal, now, waiting } = ground
  const { id } = last
  const made = storedForm(after)
  const label = labelOf('codebook-edited', 1, after.name.zh)
  const at = now().toISOString()
  // when it is its turn: what is written while reports are coded is joined as it stands then
  const settings = (read: ReadableLibrary): Setting[] => [
    versionsSetting(id, [...versionsOf(read, id), { sha256: made.sha256, madeAt: at }]),
    ...mergedSummaries(read, parsed(last.definition), after)
  ]
  if (stampInUse(library.read)?.id === id) return { codebook: id, sha256: made.sha256, ...(await changeWhenCoded(ground, { codebook: made, label, settings }, waiting)) }
  library.write((writable) => keepCodebook(writable, made))
  await journal.change(label, settings)
  return { codebook: id, sha256: made.sha256, job: null }
}

interface CopyRevision {
  readonly original: StoredCodebook
  readonly after: Codebook
  readonly name: string
}

/** What comes with the program stays: the changes are made to a copy, which takes its place where it was in use. */
async function reviseCopy(ground: DraftGround, { original, after, name }: CopyRevision): Promise<{ codebook: string; sha256: string; job: string | null }> {
  const { library, journal, now, waiting } = ground
  const copy = copyOf(original, name)
  const [first, made] = [storedForm(copy), storedForm({ ...after, id: copy.id, name: copy.name })]
  library.write((writable) => [first, made].forEach((one) => keepCodebook(writable, one)))
  const isInUse = stampInUse(library.read)?.id === original.id
  const at = now().toISOString()
  const label = labelOf('codebook-made', 1, name)
  const settings: Parameters<typeof journal.change>[1] = (read) => [
    versionsSetting(copy.id, [{ sha256: first.sha256, madeAt: at }, { sha256: made.sha256, madeAt: at }]),
    ...copiedWork(read, original.id, { copy: first, after }),
    ...(isInUse ? [{ subject: 'codebook-in-use', key: 'library', value: copy.id }] : [])
  ]
  const of = { codebook: copy.id, sha256: made.sha256 }
  if (isInUse) return { ...of, ...(await changeWhenCoded(ground, { codebook: made, label, settings }, waiting)) }
  await journal.change(label, settings)
  return { ...of, job: null }
}

const overtaken = (place: string): Refusal =>
  new Refusal({
    kind: 'overtaken',
    message: { zh: '这个编码本已有更新的版本，请看过再改；资料没有变。', en: 'This codebook has a newer version by now: look at it first. Nothing was changed.' },
    place
  })

const impossible = (place: string): Refusal =>
  new Refusal({ kind: 'bad-request', message: { zh: '这些改动做不成，编码本没有变。', en: 'These changes cannot be made; the codebook is as it was.' }, place })

const nothingChanged = (place: string): Refusal =>
  new Refusal({ kind: 'bad-request', message: { zh: '没有任何改动。', en: 'Nothing would be changed.' }, place })
