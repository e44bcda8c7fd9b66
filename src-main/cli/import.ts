import type { FileOutcome } from '#core/contract/calls.ts'
import { readArguments, required } from './arguments.ts'
import { oneLine, reportProblem, reportWarnings, WrongCall } from './failure.ts'
import { jsonPieces, print } from './print.ts'
import { showPage, showProgress } from './progress.ts'
import { readingOptionNames, readingOptions } from './reading-options.ts'
import { withLibrary } from './with-library.ts'

/** `import <file or folder…> --library FILE`: into a library; what is there already is skipped and said so. */
export async function importFiles(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'json', ...readingOptionNames])
  if (files.length === 0) throw new WrongCall('import needs at least one file or folder.')
  const library = required(options.library, 'library')
  const { columns, encoding, limits } = readingOptions(options)
  const { outcomes, cancelled } = await withLibrary({ library, createMissing: true, ...(limits === null ? {} : { limits }) }, async (host) => {
    host.subscribe((name, payload) => {
      if (name === 'job-progress' && 'total' in payload) showProgress(payload)
      if (name === 'page-recognised' && 'pages' in payload) showPage(payload.file, payload)
    })
    const { job, ended } = host.importPaths(files, { columns, encoding })
    process.once('SIGINT', () => void host.answer('jobs.cancel', { job }))
    const end = await ended
    await host.compared()
    return end
  })
  for (const { file, problem, warnings } of outcomes) {
    if (problem !== null) reportProblem(problem, file)
    reportWarnings(file, warnings)
  }
  await print(options.json ? jsonPieces({ format: 'duizhao/import@1', cancelled, outcomes }) : summary(outcomes))
  return cancelled || outcomes.some(({ state }) => state === 'failed') ? 1 : 0
}

function summary(outcomes: readonly FileOutcome[]): string {
  const count = (state: FileOutcome['state']) => outcomes.filter((outcome) => outcome.state === state).length
  const reports = outcomes.filter(({ state }) => state === 'imported').reduce((sum, outcome) => sum + outcome.reports.length, 0)
  const there = outcomes.filter(({ state }) => state === 'already-there').map(({ file }) => `已在资料库 already there: ${oneLine(file)}\n`)
  return (
    there.join('') +
    `读入 imported ${count('imported')}（报告 reports ${reports}） · 已有 already there ${count('already-there')} · 未能读取 failed ${count('failed')}\n`
  )
}
