import { compileCodebook } from '#core/codebook/compile.ts'
import { recodingEffect, type RecodedStatement, type ReportEffect } from '#core/report/recoding-effect.ts'
import { readingContext } from '../host/reference.ts'
import { readArguments } from './arguments.ts'
import { namedCodebook } from './codebook-option.ts'
import { oneLine, WrongCall } from './failure.ts'
import { jsonPiecesOfList, print } from './print.ts'
import { FileReading } from './read-files.ts'
import { readingOptionNames, readingOptions } from './reading-options.ts'

/** `codebook effect BEFORE AFTER <file…>`: which statements of the files change their themes. */
export async function effectOfCodebook(args: string[]): Promise<number> {
  const { files: named, options } = readArguments(args, ['json', ...readingOptionNames])
  const [nameBefore, nameAfter, ...files] = named
  if (nameBefore === undefined || nameAfter === undefined || files.length === 0) throw new WrongCall('codebook effect takes two codebooks, the older first, and files.')
  const context = readingContext(await namedCodebook(nameBefore))
  const after = compileCodebook(await namedCodebook(nameAfter))
  const reading = new FileReading(files, context, readingOptions(options))
  const effects = effectsOf(reading, (reports) => recodingEffect(reports, context.codebook, after))
  if (options.json) await print(jsonPiecesOfList({ format: 'duizhao/codebook-effect@1' }, 'reports', jsonEffects(effects)))
  else await print(effectLines(effects))
  return reading.failed === 0 ? 0 : 1
}

interface FileEffect extends ReportEffect {
  readonly file: string
}

async function* effectsOf(reading: FileReading, effect: (reports: Iterable<ReportEffect['report']>) => Iterable<ReportEffect>): AsyncGenerator<FileEffect> {
  for await (const { file, reading: understood } of reading) {
    for (const each of effect(understood.reports)) yield { file, ...each }
  }
}

async function* jsonEffects(effects: AsyncIterable<FileEffect>): AsyncGenerator<unknown> {
  for await (const { file, report, statements, recoded } of effects) {
    yield { file, title: report.title?.text ?? null, statements, recoded: recoded.map((each) => ({ ...each, text: report.text.slice(each.start, each.end) })) }
  }
}

async function* effectLines(effects: AsyncIterable<FileEffect>): AsyncGenerator<string> {
  for await (const { file, report, statements, recoded } of effects) {
    yield `${oneLine(file)}: ${oneLine(report.title?.text ?? '—')}: 改变主题 recoded ${recoded.length} / ${statements}\n`
    for (const each of recoded) yield `  ${described(each)}  ${oneLine(report.text.slice(each.start, each.end).trim())}\n`
  }
}

const described = ({ before, after, byMerging }: RecodedStatement): string =>
  `[${before.join(' ') || '—'}] → [${after.join(' ') || '—'}]${byMerging ? ' 合并 merged' : ''}`
