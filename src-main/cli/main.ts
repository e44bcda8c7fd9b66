import { explain, usage, WrongCall } from './failure.ts'
import { print } from './print.ts'

/** `duizhao <command> …`. Each command is loaded when it is asked for: starting must not cost what is not used. */
const commands: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  parse: async () => (await import('./parse.ts')).parse,
  compare: async () => (await import('./compare.ts')).compare,
  codebook: async () => (await import('./codebook.ts')).codebook,
  exchange: async () => (await import('./exchange.ts')).exchange,
  import: async () => (await import('./import.ts')).importFiles,
  versions: async () => (await import('./versions.ts')).versions,
  agreement: async () => (await import('./agreement.ts')).agreement,
  list: async () => (await import('./list.ts')).list,
  search: async () => (await import('./search.ts')).search,
  check: async () => (await import('./check.ts')).check,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./backup.ts')).restore,
  serve: async () => (await import('./serve.ts')).serveCommand
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // the reader of a pipe (head, less) has gone; any other failure is known to whoever prints
  if (error.code === 'EPIPE') process.exit(0)
})
process.stderr.on('error', () => null) // nowhere is left to say so
process.exitCode = await run(process.argv.slice(2))

async function run([name, ...args]: string[]): Promise<number> {
  try {
    if (asksForHelp(name, args)) return await help()
    if (name === undefined) throw new WrongCall('A command is missing.')
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (load === undefined) throw new WrongCall(`There is no command “${name}”.`)
    return await (await load())(args)
  } catch (error) {
    return explain(error)
  }
}

function asksForHelp(name: string | undefined, args: readonly string[]): boolean {
  const options = args.slice(0, args.includes('--') ? args.indexOf('--') : args.length)
  return [name, ...options].some((arg) => arg === '--help' || arg === '-h')
}

async function help(): Promise<number> {
  await print(usage)
  return 0
}
