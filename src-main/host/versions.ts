import { memberOf } from '#core/compare/columns.ts'
import { countReport } from '#core/compare/passages.ts'
import type { Handlers } from '#core/contract/calls.ts'
import { versionTable, type VersionTableGround } from '#core/table/version-tables.ts'
import { compareVersions } from '#core/versions/compare.ts'
import { targetChanges } from '#core/versions/target-changes.ts'
import { themeChanges } from '#core/versions/theme-changes.ts'
import { comparedReports, type CodedGround } from './comparisons.ts'
import { cutWords } from './cut-words.ts'
import { tableDocx, summaryBytes } from './export-bytes.ts'
import { localDay } from './local-day.ts'
import { Turns } from './turns.ts'

interface Pair {
  readonly before: string
  readonly after: string
}

export function versionHandlers(ground: CodedGround): Pick<Handlers, 'versions.compare' | 'versions.export'> {
  const turns = new Turns()
  return {
    'versions.compare': async (pair) => {
      const { before, after, comparison, themes, targets } = await compared(ground, pair, turns)
      return {
        ...comparison,
        before: { report: memberOf(before), text: before.report.text },
        after: { report: memberOf(after), text: after.report.text },
        themes,
        targets
      }
    },
    'versions.export': async ({ table: id, format, language, ...pair }) => {
      const madeOn = localDay(ground.now())
      const known = new Map(ground.coding().themes.map((theme) => [theme.id, theme]))
      const table = versionTable(id, { ...(await compared(ground, pair, turns)), known, language })
      const bytes = format === 'docx' ? await tableDocx({ ...table, title: table.name }, language) : await summaryBytes(table, format, { language, madeOn })
      return ground.shell.save(`${table.name} ${madeOn}.${format}`, bytes)
    }
  }
}

/** Between the paragraphs of a long report others have their turn. */
async function compared(ground: CodedGround, pair: Pair, turns: Turns): Promise<Omit<VersionTableGround, 'known' | 'language'>> {
  await ground.current
  const { codebook, themes } = ground.coding()
  const [before, after] = comparedReports(ground.library.read, [pair.before, pair.after], codebook.id).map(countReport) as [ReturnType<typeof countReport>, ReturnType<typeof countReport>]
  const comparison = await turns.take((turn) => turn.finish(compareVersions(before.report, after.report, { cut: cutWords })))
  return {
    before,
    after,
    comparison,
    themes: themeChanges(before, after, themes.map(({ id }) => id)),
    targets: targetChanges(comparison.rows, before.report, after.report)
  }
}
