import type { FileOutcome } from '#core/contract/calls.ts'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { printable } from '#core/table/cell-width.ts'

export const usage = `duizhao <command> …

  parse <file or folder…> [--codebook FILE|ID] [--json] [reading]
  compare <file or folder…> | --library FILE [--report ID…] [--province NAME…] [--year YYYY…]
          [--themes id,…] [--by report|province|year|region] [--format text|json|csv|md|html|xlsx|docx]
          [--tables T1,T2,T3,T4,T5,T7]
          [--language zh|en] [--output FILE] [--force] [--codebook FILE|ID] [reading]
  codebook check FILE|ID [--json]
  codebook diff BEFORE AFTER [--json]
  codebook change FILE|ID CHANGES.json --output FILE [--force]
  codebook export FILE|ID --format qdc|xlsx|json --output FILE [--language zh|en] [--force]
  codebook import FILE [--codebook FILE|ID] --output FILE [--force]
  codebook effect BEFORE AFTER <file or folder…> [--json] [reading]
  import <file or folder…> --library FILE [--json] [reading]
  exchange export --library FILE --format qdpx|jsonld|csl|bundle --output FILE [--report ID…] [--language zh|en] [--line-ends lf|crlf] [--force]
  exchange import FILE --library FILE [--conflicts mine|theirs] [--json]
  versions BEFORE AFTER | --library FILE --report BEFORE AFTER [--format text|json|csv|html|xlsx|docx]
           [--tables changes|themes|targets] [--language zh|en] [--output FILE] [--force] [--codebook FILE|ID] [reading]
  agreement --library FILE [--round NAME] [--format text|json|csv|xlsx|docx] [--language zh|en] [--output FILE] [--force]
  list --library FILE [--json]
  search <query> --library FILE [--limit N] [--json]
  check --library FILE
  backup --library FILE --output FILE [--force]
  restore BACKUP --library FILE [--force]
  serve [--library FILE] [--port N] [--no-open]

  reading: [--columns 正文=…,标题=…,省份=…,日期=…] [--encoding utf-8|gb18030|big5|utf-16le|utf-16be]
           [--memory MB] [--seconds S] [--page-seconds S]
`

/** The call itself is wrong: exit 2 with the usage. */
export class WrongCall extends Error {}

/** Says on stderr why a command ended. @returns its exit code; a bug is thrown on */
export function explain(error: unknown): number {
  if (error instanceof WrongCall || isParseArgsError(error)) return refuseCall(error.message)
  if (!(error instanceof Refusal)) throw error
  const { kind, message } = error.problem
  if (kind === 'bad-request') return refuseCall(`${message.zh} ${message.en}`)
  reportProblem(error.problem)
  return 1
}

function refuseCall(sentence: string): number {
  warn(`${oneLine(sentence)}\n\n${usage.trimEnd()}`)
  return 2
}

/** `node:util` parseArgs throws TypeErrors whose code names what was wrong with the call. */
function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS')
}

/** `FILE: KIND: sentence`, one line, on stderr. */
export function reportProblem(problem: Problem, place = problem.place): void {
  tell(place, problem)
}

export function reportWarnings(file: string, warnings: FileOutcome['warnings']): void {
  for (const warning of warnings) tell(file, warning)
}

function tell(place: string, { kind, message }: FileOutcome['warnings'][number]): void {
  warn(`${oneLine(place)}: ${kind}: ${oneLine(`${message.zh} ${message.en}`.trim())}`)
}

/** A file's name may hold a line break, or what rewrites a terminal's screen. */
export const oneLine = (text: string): string => printable(text).replaceAll(/[\n\u2028\u2029]/g, '\ufffd')

export const warn = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
