import type { Problem } from '#core/contract/problem.ts'

export const usage = `duizhao <command> …

  parse <file…> [--codebook FILE] [--json]
  compare <file…> | --library FILE [--report ID…] [--province NAME…] [--year YYYY…]
          [--themes id,…] [--by report|province] [--format text|json|csv|md|html|xlsx]
          [--language zh|en] [--output FILE] [--force] [--codebook FILE]
  import <file or folder…> --library FILE [--json]
  list --library FILE [--json]
  search <query> --library FILE [--limit N] [--json]
  check --library FILE
  backup --library FILE --output FILE [--force]
  restore BACKUP --library FILE [--force]
  serve [--library FILE] [--port N] [--no-open]
`

/** The call itself is wrong: exit 2 with the usage. */
export class WrongCall extends Error {}

/** `FILE: KIND: sentence`, one line, on stderr. */
export function reportProblem(problem: Problem, place = problem.place): void {
  const sentence = `${problem.message.zh} ${problem.message.en}`.replaceAll(/\s+/g, ' ').trim()
  process.stderr.write(`${place.replaceAll(/[\r\n]+/g, ' ')}: ${problem.kind}: ${sentence}\n`)
}

export const warn = (sentence: string): void => void process.stderr.write(`${sentence}\n`)
