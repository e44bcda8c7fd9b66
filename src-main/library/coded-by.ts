import { applyCodings, withoutThemes } from '#core/report/codings-in-force.ts'
import type { Report, Statement } from '#core/report/report.ts'
import { isCoded, type StoredCodebook } from './codebooks.ts'
import { personsCodingsBy } from './codings.ts'
import { machineReport } from './reports.ts'
import type { ReadableLibrary } from './sql.ts'
import { veilOver } from './veil.ts'

/**
 * The statements of a report as any codebook has them, with what persons said of its themes, as far as who sits at the
 * desk sees it. Nothing is kept.
 *
 * @param recode what the codebook makes of a report that it has not coded yet
 */
export function statementsBy(library: ReadableLibrary, report: number, { codebook: { id, reading }, recode }: { readonly codebook: StoredCodebook; readonly recode: (report: Report) => Report }): readonly Statement[] {
  const veil = veilOver(library, report)
  const machine = isCoded(library, report, reading) ? machineReport(library, report, reading)! : recode(machineReport(library, report)!)
  const read = veil?.start === 'blank' ? withoutThemes(machine) : machine
  return applyCodings(read, personsCodingsBy(library, report, { veil, codebook: id })).statements
}
