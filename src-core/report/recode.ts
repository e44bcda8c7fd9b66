import type { CompiledCodebook } from '../codebook/compile.ts'
import { readProgrammes } from './programmes.ts'
import type { Report } from './report.ts'
import { readStatements } from './statements.ts'
import { readTargets } from './targets.ts'

/**
 * A report as another codebook codes it: its statements, and the themes of its targets and programmes.
 * All else was read without a codebook, and stays as it is.
 */
export function recodeReport(report: Report, codebook: CompiledCodebook): Report {
  const { text, outline, date } = report
  const statements = readStatements(report, outline, codebook)
  // by place and name, not by number: another version of the program may have found others
  const targets = new Map(readTargets(text, statements, date?.iso ?? null).map((target) => [`${target.start}–${target.end}`, target.theme]))
  const programmes = new Map(readProgrammes(text, statements).map(({ name, theme }) => [name, theme]))
  return {
    ...report,
    statements,
    targets: report.targets.map((target) => ({ ...target, theme: targets.get(`${target.start}–${target.end}`) ?? null })),
    programmes: report.programmes.map((programme) => ({ ...programme, theme: programmes.get(programme.name) ?? null }))
  }
}
