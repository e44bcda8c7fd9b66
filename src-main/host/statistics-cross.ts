import { compileCodebook } from '#core/codebook/compile.ts'
import type { Codebook } from '#core/codebook/codebook.ts'
import { codedThemes, inTreeOrder, withinThemes } from '#core/codebook/tree.ts'
import { ANY, CrossCount, crossUnits, isInCell, type Cross, type CrossTheme, type CrossUnit } from '#core/compare/cross.ts'
import type { Parsed } from '#core/contract/calls.ts'
import type { Report, Statement } from '#core/report/report.ts'
import { recodeReport } from '#core/report/recode.ts'
import { codebookIdInUse, type StoredCodebook } from '../library/codebooks.ts'
import { statementsBy } from '../library/coded-by.ts'
import { parsed } from './codebooks.ts'
import { reportOf } from './reports.ts'
import { restOrEnd, type Counting, type StatisticsWork } from './term-desk.ts'

type Asked = Pick<Parsed<'statistics.compute'>, 'x' | 'y'>

/** One of the two codebooks, ready to say what it makes of any report. */
interface Side {
  readonly stored: StoredCodebook
  readonly codebook: Codebook
  readonly statements: (report: number) => readonly Statement[]
}

async function sideOf(work: StatisticsWork, id: string): Promise<Side> {
  const { read } = work.library
  const isInUse = id === codebookIdInUse(read)
  const stored = isInUse ? work.codebooks.inUse : await work.codebooks.named(id)
  const codebook = parsed(stored.definition)
  let compiled: ReturnType<typeof compileCodebook> | null = null
  const recode = (report: Report): Report => recodeReport(report, (compiled ??= compileCodebook(codebook)))
  return { stored, codebook, statements: isInUse ? (report) => reportOf(read, String(report)).report.statements : (report) => statementsBy(read, report, { codebook: stored, recode }) }
}

const sidesOf = async (work: StatisticsWork, { x, y }: Asked): Promise<{ x: Side; y: Side }> => ({ x: await sideOf(work, x), y: await sideOf(work, y ?? codebookIdInUse(work.library.read)) })

function unitsOf({ library }: StatisticsWork, { x, y }: { readonly x: Side; readonly y: Side }, { report, document }: { readonly report: number; readonly document: number }): CrossUnit[] {
  const { paragraphs } = reportOf(library.read, String(report)).report
  return crossUnits({ document, paragraphs, x: x.statements(report), y: y.statements(report) })
}

/** Policy instruments by themes, over the clauses of some reports. */
export async function crossedBy(work: StatisticsWork, { ids, ...asked }: Asked & { readonly ids: readonly number[] }, counting: Counting): Promise<Cross> {
  const sides = await sidesOf(work, asked)
  const about = ({ stored, codebook }: Side) => ({ name: codebook.name, version: stored.version, sha256: stored.sha256 })
  const count = new CrossCount({
    x: rowThemes(sides.x.codebook),
    y: codedThemes(sides.y.codebook).map(({ id, name }) => ({ theme: id, name })),
    codebooks: { x: about(sides.x), y: about(sides.y) }
  })
  for (const [index, report] of ids.entries()) {
    count.add(unitsOf(work, sides, { report, document: index + 1 }))
    counting.tell({ done: index + 1, total: ids.length })
    await restOrEnd(counting)
  }
  return count.cross()
}

/** As a tree: a theme that stands above others is the sum of them. */
function rowThemes(codebook: Codebook): CrossTheme[] {
  const coded = new Set(codedThemes(codebook).map(({ id }) => id))
  const above = new Set(codebook.themes.filter(({ id }) => coded.has(id)).map(({ parent }) => parent))
  return inTreeOrder(codebook).flatMap(({ theme: { id, name } }): CrossTheme[] => {
    if (above.has(id)) return [{ theme: id, name, kind: 'type', within: withinThemes(codebook, [id]) }]
    return coded.has(id) ? [{ theme: id, name, kind: 'instrument', within: new Set([id]) }] : []
  })
}

/** The clauses of one cell, report by report. */
export async function cellSpans(work: StatisticsWork, asked: Asked & { readonly terms: readonly string[] }): Promise<(report: number) => CrossUnit[]> {
  const sides = await sidesOf(work, asked)
  const [row = ANY, y = ANY] = asked.terms
  const cell = { x: row === ANY ? ANY : withinThemes(sides.x.codebook, [row]), y } as const
  return (report) => unitsOf(work, sides, { report, document: 1 }).filter((unit) => isInCell(unit, cell))
}
