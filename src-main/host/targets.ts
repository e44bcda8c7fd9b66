import { setImmediate } from 'node:timers/promises'
import { countReport } from '#core/compare/passages.ts'
import { quotedTarget, type QuotedTarget } from '#core/compare/quoted-target.ts'
import type { Handlers, Parsed } from '#core/contract/calls.ts'
import type { ListedTarget, ReportTargets, TargetPiece } from '#core/contract/target-calls.ts'
import type { Target } from '#core/report/report.ts'
import { measureOf } from '#core/report/target-metric.ts'
import { targetListTable } from '#core/table/target-list-table.ts'
import { knownReports, reportIds } from '../library/reports.ts'
import { readTargetsOf, type StoredTargets } from '../library/targets.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { comparedReports, type CodedGround } from './comparisons.ts'
import { tableBytes } from './export-bytes.ts'
import { idOf } from './ids.ts'
import { localDay } from './local-day.ts'

/** Reports looked through at once: some milliseconds, then others have their turn. */
const atOnce = 50
const inOnePiece = 500
/** A report that is cited is unpacked whole, with its source. */
const citedAtOnce = 8

export function targetHandlers(ground: CodedGround): Pick<Handlers, 'targets.list' | 'targets.quote' | 'targets.export'> {
  const { library, current, shell, now } = ground
  return {
    'targets.list': async ({ reports, from }) => {
      await current
      return listed(library.read, { ids: reports?.map(idOf) ?? reportIds(library.read), from })
    },
    'targets.quote': async ({ targets }) => {
      await current
      return quoted(library.read, targets)
    },
    'targets.export': async ({ targets, format, language }) => {
      await current
      const madeOn = localDay(now())
      const themes = new Map(ground.coding().themes.map((theme) => [theme.id, theme]))
      const table = targetListTable(await quoted(library.read, targets), { language, themes })
      const name = `${language === 'zh' ? '目标' : 'targets'} ${madeOn}.${format}`
      return shell.save(name, await tableBytes(table, format, { language, madeOn }))
    }
  }
}

async function listed(read: ReadableLibrary, { ids, from }: { readonly ids: readonly number[]; readonly from: number }): Promise<TargetPiece> {
  const done = Math.min(ids.length, from + inOnePiece)
  const found: ReportTargets[] = []
  for (let at = from; at < done; at += atOnce) {
    found.push(...readTargetsOf(read, ids.slice(at, Math.min(done, at + atOnce))).map(reportTargets))
    await setImmediate()
  }
  return { found, done, total: ids.length }
}

const reportTargets = ({ id, text, targets }: StoredTargets): ReportTargets => ({
  report: String(id),
  targets: targets.map((target) => listedTarget(text, target))
})

function listedTarget(text: string, target: Target): ListedTarget {
  const { quantity, metric } = measureOf(text, target)
  const within = ({ start, end }: { start: number; end: number }): [number, number] => [start - target.start, end - target.start]
  return {
    ...target,
    text: text.slice(target.start, target.end),
    number: quantity === null ? null : within(quantity),
    metric: metric.map(within)
  }
}

/** Report by report, so that each is unpacked once; then in the order asked for. */
async function quoted(read: ReadableLibrary, wanted: Parsed<'targets.quote'>['targets']): Promise<QuotedTarget[]> {
  const byReport = Map.groupBy(wanted.keys(), (index) => wanted[index]!.report)
  const found: (QuotedTarget | undefined)[] = wanted.map(() => undefined)
  let unpacked = 0
  for (const [report, indices] of byReport) {
    // a report that went away meanwhile has no targets to show
    if (knownReports(read, [idOf(report)]).length === 0) continue
    const counted = countReport(comparedReports(read, [report])[0]!)
    for (const index of indices) {
      const { start, end } = wanted[index]!
      const target = counted.report.targets.find((known) => known.start === start && known.end === end)
      if (target !== undefined) found[index] = quotedTarget(counted, target)
    }
    unpacked += 1
    if (unpacked % citedAtOnce === 0) await setImmediate()
  }
  return found.filter((target) => target !== undefined)
}
