import type { CodingRound } from '#core/contract/coder-calls.ts'
import { agreementTable } from '#core/table/agreement-table.ts'
import { padCells } from '#core/table/cell-width.ts'
import { cellText } from '#core/table/table.ts'
import { writeWholeFile } from '../writers/whole-file.ts'
import { oneOf, readArguments, required } from './arguments.ts'
import { ask } from './ask.ts'
import { oneLine, WrongCall } from './failure.ts'
import { jsonPieces, print } from './print.ts'
import { withLibrary } from './with-library.ts'

const formats = ['text', 'json', 'csv', 'xlsx', 'docx'] as const

/** `agreement --library FILE [--round NAME]`: how far the coders of a round agree (table R1); of the round opened last. */
export async function agreement(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'round', 'format', 'language', 'output', 'force'])
  if (files.length > 0) throw new WrongCall('agreement takes no files.')
  const library = required(options.library, 'library')
  const format = oneOf(options.format, formats, 'format') ?? 'text'
  const language = oneOf(options.language, ['zh', 'en'] as const, 'language') ?? 'zh'
  if ((format === 'xlsx' || format === 'docx') && options.output === null) throw new WrongCall(`${format} needs --output FILE.`)
  const bytes = await withLibrary({ library, createMissing: false }, async (host) => {
    const { rounds } = await ask(host, 'coders.state', {})
    const { id: round } = roundNamed(rounds, options.round)
    if (format !== 'text' && format !== 'json') {
      const made = await ask(host, 'coders.export', { round, format, language })
      if (made === null || made.base64 === null) throw new Error('the command line was asked where to save')
      return Buffer.from(made.base64, 'base64')
    }
    const facts = await ask(host, 'coders.agreement', { round })
    const text = format === 'json' ? jsonPieces({ format: 'duizhao/agreement@1', ...facts }) : textLines(agreementTable(facts, { language }))
    return Buffer.from([...text].join(''))
  })
  if (options.output === null) await print(bytes)
  else await writeWholeFile(options.output, bytes, { force: options.force })
  return 0
}

function roundNamed(rounds: readonly CodingRound[], name: string | null): CodingRound {
  const round = name === null ? rounds[0] : rounds.find((other) => other.name === name || other.id === name)
  if (round !== undefined) return round
  throw new WrongCall(name === null ? 'The library has no coding round.' : `The library has no coding round “${name}”.`)
}

function textLines({ name, columns, rows, notes }: ReturnType<typeof agreementTable>): string[] {
  const line = (cells: readonly string[]): string => `${cells.map((cell, index) => padCells(oneLine(cell), columns[index]!.width * 2)).join(' ').trimEnd()}\n`
  return [
    `${name}\n`,
    line(columns.map(({ header }) => header)),
    ...rows.map(({ cells }) => line(cells.map((cell, index) => cellText(cell, columns[index]!.kind)))),
    ...notes.map((note) => `${oneLine(note)}\n`)
  ]
}
