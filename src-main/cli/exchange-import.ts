import { basename } from 'node:path'
import type { MergeReport } from '#core/contract/exchange-calls.ts'
import { conflictSentence } from '#core/exchange/conflict-sentences.ts'
import { leftSentence } from '#core/exchange/left-words.ts'
import { doubtSentence } from '#core/exchange/sentences.ts'
import { readFileBytes } from '../readers/file-bytes.ts'
import { oneOf, readArguments, required } from './arguments.ts'
import { ask } from './ask.ts'
import { oneLine, warn, WrongCall } from './failure.ts'
import { jsonPieces, print } from './print.ts'
import { withLibrary } from './with-library.ts'

/** `exchange import FILE --library FILE`: work from elsewhere into a library. What was new, equal and in conflict is printed; doubts are said on stderr. */
export async function importWork(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'conflicts', 'json'])
  const [file] = files
  if (file === undefined || files.length > 1) throw new WrongCall('exchange import takes one file.')
  const library = required(options.library, 'library')
  const conflicts = oneOf(options.conflicts, ['mine', 'theirs'] as const, 'conflicts') ?? 'mine'
  const base64 = Buffer.from(await readFileBytes(file)).toString('base64')
  const report = await withLibrary({ library, createMissing: true }, (host) => ask(host, 'exchange.import', { file: { name: basename(file), base64 }, conflicts }))
  if (report === null) throw new Error('the command line was asked which file')
  for (const { zh, en } of report.doubts.map(doubtSentence)) warn(`${oneLine(file)}: doubt: ${oneLine(`${zh} ${en}`)}`)
  for (const { kind, report: title, words } of report.unplaced) warn(`${oneLine(file)}: unplaced: ${oneLine(`${unplacedKinds[kind]} · ${title} · ${words}`)}`)
  for (const { zh, en } of report.left.map(leftSentence)) warn(`${oneLine(file)}: left: ${oneLine(`${zh} ${en}`)}`)
  for (const failed of report.reports.failed) warn(`${oneLine(file)}: not-read: ${oneLine(failed)}`)
  await print(options.json ? jsonPieces({ format: 'duizhao/merge@1', ...report }) : summary(report))
  return report.reports.failed.length > 0 ? 1 : 0
}

const unplacedKinds = { note: '批注 note', coding: '编码 coding', reading: '识读更正 correction of a reading' } as const

function summary({ reports, notes, codings, links, corrections, readings, verdicts, summaries, codebooks, divisions, conflicts, codebook }: MergeReport): string {
  const counts = ({ added, equal, conflicts: against }: MergeReport['notes']): string => `新增 new ${added} · 相同 equal ${equal} · 冲突 in conflict ${against}`
  return [
    `报告 reports: 新增 new ${reports.added} · 已有 known ${reports.known} · 恢复 restored ${reports.restored}`,
    `批注 notes: ${counts(notes)}`,
    `编码 codings: ${counts(codings)}`,
    `连接 links: ${counts(links)}`,
    `更正 corrections: ${counts(corrections)}`,
    `识读更正 corrections of readings: ${counts(readings)}`,
    `核实 verdicts: ${counts(verdicts)}`,
    `摘要 summaries: ${counts(summaries)}`,
    `编码本 codebooks: ${counts(codebooks)}`,
    `篇目划分 divisions: ${counts(divisions)}`,
    ...(codebook === null ? [] : [`另成编码本 a codebook of its own: ${codebook.id}（${codebook.themes}）`]),
    ...conflicts.map(conflictSentence).map(({ zh, en }) => `冲突 conflict: ${oneLine(zh)} · ${oneLine(en)}`)
  ].join('\n') + '\n'
}
