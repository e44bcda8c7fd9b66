import type { KeptArrangement } from '#core/arrangement/arrangement.ts'
import type { ChangeLabel } from '#core/contract/change-calls.ts'
import type { Json } from '#core/contract/json.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { WorkConflict } from '#core/exchange/conflicts.ts'
import { keepCodebook, stampInUse, versionsOf, type CodebookVersion } from '../library/codebooks.ts'
import { readChoices, readSource, reportsOfSource, sourceOfHash } from '../library/sources.ts'
import type { Library } from '../library/sql.ts'
import { veiled } from '../library/veil.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Journal, Setting } from './journal.ts'
import { newTallies, type Merging, type Receiving } from './merging.ts'
import type { ReadingSubject } from './reading.ts'
import type { ArrivedCodebook } from './received-codebooks.ts'
import type { GroundProposal } from './take-theirs.ts'

/** What codings and notes stand on: codebooks, and how files are divided into reports. */
export type MergedGrounds = Pick<Merging, 'tallies' | 'conflicts' | 'behind'>

export interface GroundsToMerge {
  readonly library: Library
  readonly journal: Journal
  readonly reading: ReadingSubject
}

interface Naming {
  readonly label: ChangeLabel
  readonly session: string
}

/** Merges them, as the beginning of the change that the merge is. */
export async function mergeGrounds(ground: GroundsToMerge, receiving: Receiving, naming: Naming): Promise<MergedGrounds> {
  const merged: MergedGrounds = { tallies: newTallies(), conflicts: [], behind: [] }
  for (const arrived of receiving.codebooks.arrived) await mergeCodebook({ ...ground, receiving, naming, merged }, arrived)
  for (const [sha256, { name, origin }] of receiving.files) {
    if (origin?.articles !== undefined && origin.articles !== null) await mergeDivision({ ...ground, receiving, naming, merged }, { sha256, name, articles: origin.articles })
  }
  return merged
}

interface Grounds extends GroundsToMerge {
  readonly receiving: Receiving
  readonly naming: Naming
  readonly merged: MergedGrounds
}

const set = ({ journal, naming: { label, session } }: Grounds, settings: readonly Setting[]): Promise<boolean> => journal.change(label, settings, { session, joins: true })

async function mergeCodebook(grounds: Grounds, { id, isOwn, goesOn, versions }: ArrivedCodebook): Promise<void> {
  const { library, merged, receiving } = grounds
  library.write((writable) => versions.forEach(({ stored }) => keepCodebook(writable, stored)))
  if (!isOwn) return // it comes with the program: its versions are only kept, for codings that are of them
  const now = library.read
  const mine = versionsOf(now, id)
  const theirs = versions.map(({ stored: { sha256 }, madeAt }): CodebookVersion => ({ sha256, madeAt }))
  const known = new Set(mine.map(({ sha256 }) => sha256))
  const missing = theirs.filter(({ sha256 }) => !known.has(sha256))
  if (missing.length === 0) {
    merged.tallies.codebooks.equal++
    return
  }
  if (goesOn || (mine.length === 0 && stampInUse(now)?.id !== id)) {
    merged.tallies.codebooks.added++
    await set(grounds, [versionsSetting(id, [...mine, ...missing])])
    return
  }
  const last = versions.at(-1)!.stored
  const conflict = { kind: 'codebook', name: receiving.codebooks.titleOf(id), mine: receiving.codebooks.stored(id)?.version ?? '', theirs: last.version } as const
  await againstGround(grounds, conflict, { kind: 'codebook', id, here: mine.length, list: [...mine, ...missing].map(({ sha256, madeAt }) => ({ sha256, madeAt })) })
}

const versionsSetting = (id: string, list: readonly CodebookVersion[]): Setting => ({ subject: 'codebook', key: id, value: list.map(({ sha256, madeAt }): Json => ({ sha256, madeAt })) })

interface Division {
  readonly sha256: string
  readonly name: string
  readonly articles: KeptArrangement
}

/** Of a file that is not here, its reading sees to it. */
async function mergeDivision(grounds: Grounds, { sha256, name, articles }: Division): Promise<void> {
  const { library: { read }, merged } = grounds
  const source = sourceOfHash(read, sha256)
  if (source === null || readSource(read, source)?.source.text.length !== articles.characters) return
  const apart = veiled(read)?.reports
  if (apart !== undefined && reportsOfSource(read, source).some((report) => apart.has(report))) return
  const mine = readChoices(read, source)?.articles
  if (mine !== undefined && canonicalJson(mine) === canonicalJson(articles)) {
    merged.tallies.divisions.equal++
    return
  }
  const proposal: GroundProposal = { kind: 'division', source, articles, mine: canonicalJson(mine ?? null) }
  if (mine === undefined && (await isSet(grounds, proposal))) merged.tallies.divisions.added++
  else await againstGround(grounds, { kind: 'division', file: name, mine: mine?.articles.length ?? reportsOfSource(read, source).length, theirs: articles.articles.length }, proposal)
}

/** What takes theirs; null where something else holds by now. */
export async function groundSettings({ library: { read }, reading }: Pick<GroundsToMerge, 'library' | 'reading'>, proposal: GroundProposal): Promise<Setting[] | null> {
  if (proposal.kind === 'codebook') return versionsOf(read, proposal.id).length === proposal.here ? [versionsSetting(proposal.id, proposal.list)] : null
  const { source, articles, mine } = proposal
  const { articles: now, ...others } = readChoices(read, source) ?? {}
  return canonicalJson(now ?? null) === mine ? [{ subject: 'reading', key: String(source), value: await reading.valueFor(source, { ...others, articles }) }] : null
}

/** Mine holds until theirs is asked for, or where theirs cannot be set. */
async function againstGround(grounds: Grounds, conflict: WorkConflict, proposal: GroundProposal): Promise<void> {
  const { merged, receiving } = grounds
  const isTaken = receiving.conflicts === 'theirs' && (await isSet(grounds, proposal))
  merged.tallies[conflict.kind === 'codebook' ? 'codebooks' : 'divisions'].conflicts++
  merged.conflicts.push({ ...conflict, n: merged.conflicts.length, isOpen: !isTaken })
  merged.behind.push({ report: null, proposal: isTaken ? null : proposal, isTaken })
}

/** Not where a report that carries work would be gone. */
async function isSet(grounds: Grounds, proposal: GroundProposal): Promise<boolean> {
  try {
    const made = await groundSettings(grounds, proposal)
    return made !== null && (await set(grounds, made))
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
