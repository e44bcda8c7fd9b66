import { countReport } from '#core/compare/passages.ts'
import type { Handlers } from '#core/contract/calls.ts'
import { versionTable } from '#core/table/version-tables.ts'
import { comparedReports, type CodedGround } from './comparisons.ts'
import { localDay } from './local-day.ts'
import { namedTableBytes } from './export-bytes.ts'
import { comparedVersions, versionGround, type ComparedGround } from './version-ground.ts'

interface Pair {
  readonly before: string
  readonly after: string
}

export function versionHandlers(ground: CodedGround): Pick<Handlers, 'versions.compare' | 'versions.export'> {
  return {
    'versions.compare': async (pair) => {
      return comparedVersions(await compared(ground, pair))
    },
    'versions.export': async ({ table: id, format, language, ...pair }) => {
      const madeOn = localDay(ground.now())
      const known = new Map(ground.coding().themes.map((theme) => [theme.id, theme]))
      const table = versionTable(id, { ...(await compared(ground, pair)), known, language })
      const bytes = await namedTableBytes(table, format, { language, madeOn })
      return ground.shell.save(`${table.name} ${madeOn}.${format}`, bytes)
    }
  }
}

/** Between the paragraphs of a long report others have their turn. */
async function compared(ground: CodedGround, pair: Pair): Promise<ComparedGround> {
  await ground.current
  return ground.turns.take((turn) => {
    const { codebook, themes } = ground.coding()
    const [before, after] = comparedReports(ground.library.read, [pair.before, pair.after], codebook.id).map(countReport)
    return turn.finish(versionGround(before!, after!, themes.map(({ id }) => id)))
  })
}
