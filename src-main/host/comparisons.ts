import { buildComparison } from '#core/compare/build.ts'
import type { Comparison } from '#core/compare/comparison.ts'
import type { PaperTable } from '#core/paper/paper.ts'
import type { ComparedReport } from '#core/compare/passages.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import { codebookIdInUse } from '../library/codebooks.ts'
import { reportIds } from '../library/reports.ts'
import { readSource } from '../library/sources.ts'
import type { Library, ReadableLibrary } from '../library/sql.ts'
import { verdictsOf } from '../library/verdicts.ts'
import type { CodebookShown } from './codebooks.ts'
import { comparisonBytes, paperBytes } from './export-bytes.ts'
import { localDay } from './local-day.ts'
import { reportOf } from './reports.ts'
import type { Shell } from './shell.ts'
import type { Turns } from './turns.ts'

/** What answers about reports that are coded stand on. */
export interface CodedGround {
  readonly library: Library
  readonly shell: Shell
  readonly now: () => Date
  /** The codebook in use at this moment, and its themes that statements can have. */
  readonly coding: () => CodebookShown
  /** Resolves when all reports are coded by it. */
  readonly current: Promise<unknown>
  /** Long reckonings in slices; ended before the library is closed. */
  readonly turns: Turns
}

/** Tables of a paper that rest on what people wrote. */
type OwnTables = (selection: Parsed<'comparison.exportPaper'>) => readonly PaperTable[]

export function comparisonHandlers(ground: CodedGround, ownTables: OwnTables): Pick<Handlers, 'comparison.build' | 'comparison.export' | 'comparison.exportPaper'> {
  return {
    'comparison.build': async (selection) => {
      await ground.current
      return compare(ground, selection).comparison
    },
    'comparison.export': async ({ format, language, ...selection }) => {
      await ground.current
      const madeOn = localDay(ground.now())
      const bytes = await comparisonBytes(compare(ground, selection).comparison, format, { language, madeOn })
      return ground.shell.save(`${language === 'zh' ? '对照表' : 'comparison'} ${madeOn}.${format}`, bytes)
    },
    'comparison.exportPaper': async (input) => {
      const { format, language, templates, ...selection } = input
      await ground.current
      const madeOn = localDay(ground.now())
      const paper = { ...compare(ground, selection), codebook: ground.coding().codebook, ownTables: ownTables(input) }
      const bytes = await paperBytes(paper, format, { language, madeOn, ...(templates === undefined ? {} : { templates }) })
      return ground.shell.save(`${language === 'zh' ? '论文表格' : 'tables'} ${madeOn}.${format}`, bytes)
    }
  }
}

/**
 * Reports with what a comparison needs of their sources, in the order asked for.
 *
 * @param codebook id of the one whose verdicts they carry; absent: of that in use
 * @throws Refusal not-found
 */
export const comparedReports = (library: ReadableLibrary, ids: readonly string[], codebook: string = codebookIdInUse(library)): ComparedReport[] => [...comparedOneByOne(library, ids, codebook)]

/** As `comparedReports`, each read when it is asked for. A source is read once, however many of its reports are asked for. */
export function* comparedOneByOne(library: ReadableLibrary, ids: readonly string[], codebook: string): Generator<ComparedReport> {
  const sources = new Map<number, Pick<ComparedReport, 'sourceFile' | 'sha256' | 'lines'>>()
  for (const id of ids) {
    const { report, source } = reportOf(library, id)
    let ground = sources.get(source)
    if (ground === undefined) {
      const stored = readSource(library, source)!
      ground = { sourceFile: stored.source.fileName, sha256: stored.sha256, lines: stored.source.lines }
      sources.set(source, ground)
    }
    yield { id, report, ...ground, verdicts: verdictsOf(library, { report: Number(id), codebook }) }
  }
}

interface Compared {
  readonly comparison: Comparison
  readonly reports: readonly ComparedReport[]
}

export function compare({ library, coding }: CodedGround, selection: Parsed<'comparison.build'>): Compared {
  const { reports, themes, by } = selection
  const { codebook, stamp } = coding()
  const ids = reports ?? reportIds(library.read).map(String)
  const compared = comparedReports(library.read, ids, codebook.id)
  return { reports: compared, comparison: buildComparison(compared, codebook, { codebook: stamp, by, ...(themes === undefined ? {} : { themes }) }) }
}
