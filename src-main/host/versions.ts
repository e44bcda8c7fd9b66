import { countReport } from '#core/compare/passages.ts'
import type { Handlers } from '#core/contract/calls.ts'
import { versionTable } from '#core/table/version-tables.ts'
import { comparedReports, type CodedGround } from './comparisons.ts'
import { localDay } from './local-day.ts'
import { Turns } from './turns.ts'
import { comparedVersions, versionBytes, versionGround, type ComparedGround } from './version-ground.ts'

interface Pair {
  readonly before: string
  readonly after: string
}

export function versionHandlers(ground: CodedGround): Pick<Handlers, 'versions.compare' | 'versions.export'> {
  const turns = new Turns()
  return {
    'versions.compare': async (pair) => {
      return comparedVersions(await compared(ground, pair, turns))
    },
    'versions.export': async ({ table: id, format, language, ...pair }) => {
      const madeOn = localDay(ground.now())
      const known = new Map(ground.coding().themes.map((theme) => [theme.id, theme]))
      const table = versionTable(id, { ...(await compared(ground, pair, turns)), known, language })
      const bytes = await versionBytes(table, format, { language, madeOn })
      return ground.shell.save(`${table.name} ${madeOn}.${format}`, bytes)
    }
  }
}

/** Between the paragraphs of a long report others have their turn. */
async function compared(ground: CodedGround, pair: Pair, turns: Turns): Promise<ComparedGround> {
  await ground.current
  const { codebook, themes } = ground.coding()
  const [before, after] = comparedReports(ground.library.read, [pair.before, pair.after], codebook.id).map(countReport)
  return turns.take((turn) => turn.finish(versionGround(before!, after!, themes.map(({ id }) => id))))
}
