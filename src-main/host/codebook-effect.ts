import { setImmediate as letOthersWork } from 'node:timers/promises'
import { nextVersion } from '#core/codebook/difference.ts'
import { reviseAll } from '#core/codebook/revise.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { CodebookEffect, EffectLine, ThemeCounts } from '#core/contract/codebook-calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { statementRows } from '#core/report/packed-report.ts'
import type { RecodedStatement, ReportRecoded } from '#core/report/recoding-effect.ts'
import { textHash } from '../library/anchorings.ts'
import { reportsCoded, statementsCoded, uncodedReports, type StoredCodebook } from '../library/codebooks.ts'
import { libraryFigures, reportIds, textsOfReports } from '../library/reports.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { codedBlank, codingSight } from '../library/veil.ts'
import type { WeighedTask } from '../parser/process.ts'
import { codeMissing } from './codings-kept.ts'
import { parsed } from './codebooks.ts'
import type { JobWork } from './jobs.ts'
import { storedForm } from './reference.ts'
import type { CodebookWorkGround } from './use-codebook.ts'

/** Reports that one task goes through. */
const atOnce = 32
/** Reports whose statements are counted, or whose texts are looked at, before others get their turn. */
const countedAtOnce = 100

type EffectCall = 'codebooks.effect' | 'codebooks.effectFound' | 'codebooks.effectLines' | 'codebooks.counts'

interface FoundLine extends RecodedStatement {
  readonly report: number
}

interface Given {
  readonly id: number
  readonly text: string
}

/** The effect asked for last. */
interface Asked {
  readonly job: string
  readonly effect: Effect
  readonly ended: Promise<unknown>
}

/** What a draft does to the library, while it is found out. */
class Effect {
  reports = 0
  apart = 0
  statements = 0
  savedAt: string | null = null
  readonly lines: FoundLine[] = []
  /** Of reports that have lines: the text that they are of. */
  readonly #hashes = new Map<number, string>()
  readonly #themes = new Map<string, { comes: number; goes: number }>()
  /** As the library was at a moment. */
  #there: { readonly stamp: string; readonly reports: ReadonlySet<number> } | null = null

  add({ id: report, text }: Given, { statements, recoded }: ReportRecoded): void {
    this.reports++
    this.statements += statements
    if (recoded.length > 0) this.#hashes.set(report, textHash(text))
    for (const line of recoded) {
      this.lines.push({ report, ...line })
      for (const theme of line.after) if (!line.before.includes(theme)) this.#of(theme).comes++
      for (const theme of line.before) if (!line.after.includes(theme)) this.#of(theme).goes++
    }
  }

  #of(theme: string): { comes: number; goes: number } {
    const known = this.#themes.get(theme) ?? { comes: 0, goes: 0 }
    this.#themes.set(theme, known)
    return known
  }

  /** The reports that still have the text that their lines are of: where one was read otherwise since, other words stand now. */
  async stillThere(library: Library): Promise<ReadonlySet<number>> {
    const stamp = library.changeStamp()
    if (this.#there?.stamp === stamp) return this.#there.reports
    const there = new Set<number>()
    const reports = [...this.#hashes.keys()]
    for (let from = 0; from < reports.length; from += countedAtOnce) {
      for (const [report, { text }] of textsOfReports(library.read, reports.slice(from, from + countedAtOnce))) if (this.#hashes.get(report) === textHash(text)) there.add(report)
      await letOthersWork()
    }
    this.#there = { stamp, reports: there }
    return there
  }

  /** Answers come in the order in which they are ready. */
  sort(ids: readonly number[]): void {
    const ranks = new Map(ids.map((id, rank) => [id, rank]))
    this.lines.sort((a, b) => ranks.get(a.report)! - ranks.get(b.report)! || a.start - b.start)
  }

  get summary(): CodebookEffect {
    const { reports, apart, savedAt, statements, lines } = this
    return {
      reports, apart, savedAt, statements,
      recoded: lines.length,
      byMerging: lines.filter(({ byMerging }) => byMerging).length,
      themes: [...this.#themes].map(([theme, counts]) => ({ theme, ...counts }))
    }
  }
}

/** What changes of a codebook would do to the reports, found out beside all other work; and how often each theme is given now. */
export function effectHandlers(ground: CodebookWorkGround): Pick<Handlers, EffectCall> {
  const { library, codebooks, jobs } = ground
  let last: Asked | null = null
  const counted = new Map<string, ThemeCounts>()
  const ofJob = (job: string): Asked | null => (last?.job === job ? last : null)
  return {
    'codebooks.effect': async (draft) => {
      const { before, after } = await bothSides(ground, draft)
      if (last !== null) jobs.cancel(last.job)
      const effect = new Effect()
      const { job, ended } = jobs.start(effectWork(ground, { before, after, effect }))
      last = { job, effect, ended: ended.then(({ cancelled }) => cancelled, () => true) }
      ground.begin({ job, ended })
      return { job }
    },
    'codebooks.effectFound': async ({ job }) => {
      const cancelled = await (ofJob(job)?.ended ?? true)
      return cancelled === true ? null : (ofJob(job)?.effect.summary ?? null)
    },
    'codebooks.effectLines': async ({ job, theme, from, count }) => {
      const asked = ofJob(job)
      if (asked === null) return null
      const blank = codedBlank(library.read) // a round may have been opened since
      const lines = asked.effect.lines.filter(({ report, before, after }) => !blank.has(report) && (theme === null || before.includes(theme) !== after.includes(theme)))
      const there = await asked.effect.stillThere(library)
      const shown = lines.filter(({ report }) => there.has(report))
      return { total: shown.length, lines: quoted(ground, shown.slice(from, from + count)) }
    },
    'codebooks.counts': async ({ codebook }) => {
      const { reading } = await codebooks.named(codebook)
      const { savedAt } = libraryFigures(library.read)
      // codings that are kept meanwhile are no change that is saved: they show in what is left to code
      const key = `${reading} ${savedAt} ${uncodedReports(library.read, reading).length} ${codingSight(library.read)}`
      const known = counted.get(key)
      if (known !== undefined) return known
      const counts = await countThemes(ground, reading)
      counted.clear()
      counted.set(key, counts)
      return counts
    }
  }
}

async function bothSides({ codebooks }: CodebookWorkGround, { codebook, base, changes }: Parsed<'codebooks.effect'>): Promise<{ before: StoredCodebook; after: StoredCodebook }> {
  const before = await codebooks.version(codebook, base)
  const definition = parsed(before.definition)
  const revision = reviseAll(definition, changes)
  if ('problem' in revision) throw new Refusal({ kind: 'bad-request', message: { zh: '这些改动做不成。', en: 'These changes cannot be made.' }, place: codebook })
  return { before, after: storedForm({ ...revision.codebook, version: nextVersion(definition, revision.codebook) }) }
}

interface EffectOf {
  readonly before: StoredCodebook
  readonly after: StoredCodebook
  readonly effect: Effect
}

/** In the processes that read; reports that the codebook has not coded yet are coded first, which is kept. */
function effectWork({ library, pool }: CodebookWorkGround, { before, after, effect }: EffectOf): JobWork {
  return async (signal, { progress }) => {
    const missing = before.reading === after.reading ? 0 : uncodedReports(library.read, before.reading).length
    const { ids, apart } = reportsSeen(library.read)
    effect.apart = apart
    effect.savedAt = libraryFigures(library.read).savedAt
    const total = missing + ids.length
    const told = (done: number): void => progress({ done, total, file: '', isEffect: true })
    told(0)
    if (before.reading === after.reading) {
      effect.reports = ids.length
      return []
    }
    await codeMissing({ library, codebook: before }, (tasks) => pool.run(tasks, { signal }), { signal, onProgress: ({ done }) => told(done) })
    const underWay = new Map<number, readonly Given[]>()
    for await (const results of pool.run(effectTasks({ library, before, after, ids, underWay }), { signal })) {
      for (const result of results) {
        if (result.kind !== 'effect') throw new Error(result.kind === 'failed' ? result.error : `An effect was answered by ${result.kind}`)
        const given = underWay.get(result.id) ?? []
        underWay.delete(result.id)
        result.effects.forEach((one, index) => effect.add(given[index]!, one))
      }
      told(missing + effect.reports)
    }
    effect.sort(ids)
    return []
  }
}

/** Those of the library whose themes who sits at the desk may see as the program gives them, and how many are not. */
function reportsSeen(read: ReadableLibrary): { readonly ids: readonly number[]; readonly apart: number } {
  const blank = codedBlank(read)
  const all = reportIds(read)
  const ids = all.filter((id) => !blank.has(id))
  return { ids, apart: all.length - ids.length }
}

interface TaskGround extends Omit<EffectOf, 'effect'>, Pick<CodebookWorkGround, 'library'> {
  readonly ids: readonly number[]
  /** Reports by the number of the task that they went out with. */
  readonly underWay: Map<number, readonly Given[]>
}

function* effectTasks({ library, before, after, ids, underWay }: TaskGround): Generator<WeighedTask> {
  for (let from = 0; from < ids.length; from += atOnce) {
    const id = from / atOnce
    const rows = reportsCoded(library.read, before.reading, ids.slice(from, from + atOnce))
    underWay.set(id, rows.map(({ id: report, text }) => ({ id: report, text })))
    const characters = rows.reduce((sum, { text }) => sum + text.length, 0)
    yield { task: { id, kind: 'effect', name: after.id, reports: rows.map(({ id: _, ...packed }) => packed), codebook: after }, bytes: characters * 4, cost: 1 + characters / 2500 }
  }
}

function quoted({ library }: CodebookWorkGround, lines: readonly FoundLine[]): EffectLine[] {
  const texts = textsOfReports(library.read, [...new Set(lines.map(({ report }) => report))])
  return lines.flatMap(({ report, ...line }) => {
    const known = texts.get(report)
    return known === undefined ? [] : [{ ...line, report: String(report), title: known.title, text: known.text.slice(line.start, line.end) }]
  })
}

async function countThemes({ library }: CodebookWorkGround, reading: string): Promise<ThemeCounts> {
  const { ids, apart } = reportsSeen(library.read)
  const statements: Record<string, number> = {}
  for (let from = 0; from < ids.length; from += countedAtOnce) {
    for (const packed of statementsCoded(library.read, reading, ids.slice(from, from + countedAtOnce))) {
      for (const { themes } of statementRows(packed)) for (const theme of themes) statements[theme] = (statements[theme] ?? 0) + 1
    }
    await letOthersWork()
  }
  return { uncoded: uncodedReports(library.read, reading).length, apart, statements }
}
