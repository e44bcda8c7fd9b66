import { Refusal } from '#core/contract/problem.ts'
import { reportProblem, usage, WrongCall } from './failure.ts'

/** `duizhao <command> …`. Each command is loaded when it is asked for: starting must not cost what is not used. */
const commands: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  parse: async () => (await import('./parse.ts')).parse,
  compare: async () => (await import('./compare.ts')).compare,
  import: async () => (await import('./import.ts')).importFiles,
  list: async () => (await import('./list.ts')).list,
  search: async () => (await import('./search.ts')).search,
  check: async () => (await import('./check.ts')).check,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  serve: async () => (await import('./serve.ts')).serveCommand
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0) // the reader of a pipe (head, less) has gone
  throw error
})
process.exitCode = await run(process.argv.slice(2))

async function run([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    ;(name === undefined ? process.stderr : process.stdout).write(usage)
    return name === undefined ? 2 : 0
  }
  try {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (load === undefined) throw new WrongCall(`There is no command “${name}”.`)
    return await (await load())(args)
  } catch (error) {
    return fail(error)
  }
}

function fail(error: unknown): number {
  if (error instanceof WrongCall || isParseArgsError(error)) {
    process.stderr.write(`${error.message}\n\n${usage}`)
    return 2
  }
  if (error instanceof Refusal) {
    reportProblem(error.problem)
    return 1
  }
  throw error
}

/** `node:util` parseArgs throws TypeErrors whose code names what was wrong with the call. */
function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS')
}
