import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultLibraryPath, namedLibrary, programDataFolder } from '../host/default-library.ts'
import { prepareFirstAnswers } from '../host/first-answers.ts'
import { sampleFiles, windowFolder } from '../host/installed.ts'
import { openProgram } from '../host/open-program.ts'
import { browserShell } from '../host/shell.ts'
import { loadWindowFiles } from '../host/window-files.ts'
import { startLoopback } from '../loopback/server.ts'
import { readArguments, wholeNumber } from './arguments.ts'
import { buildIfStale } from './build.ts'
import { warn, WrongCall } from './failure.ts'
import { openPage } from './open-page.ts'
import { print } from './print.ts'

/** `serve`: the window in a browser, through the loopback host. */
export async function serveCommand(args: string[]): Promise<number> {
  const { files, options } = readArguments(args, ['library', 'port', 'no-open'])
  if (files.length > 0) throw new WrongCall('serve takes no files.')
  const port = wholeNumber(options.port, 'port', { min: 0, max: 65_535 }) ?? 0
  return serve({ open: !options['no-open'], library: options.library, port })
}

export interface ServeOptions {
  /** Open the page; otherwise its address is printed. */
  readonly open: boolean
  readonly library?: string | null
  readonly port?: number
}

/** Serves until the last page has been closed, or the process is told to end. */
export async function serve({ open, library = null, port = 0 }: ServeOptions): Promise<number> {
  // a fresh checkout; an installed program comes with its window
  if (!existsSync(join(windowFolder, 'index.html'))) buildIfStale(resolve(windowFolder, '..', '..'))
  const files = loadWindowFiles(windowFolder)
  const surroundings = { platform: process.platform, home: homedir(), env: process.env }
  const program = openProgram({
    library: library ?? namedLibrary(process.env),
    defaultLibrary: defaultLibraryPath(surroundings),
    data: programDataFolder(surroundings),
    shell: browserShell,
    samples: sampleFiles(),
    now: () => new Date(),
    log: warn
  })
  const ended = Promise.withResolvers<void>()
  const loopback = await startLoopback({ door: program, files, port, onIdle: ended.resolve, log: warn }).catch(async (error: unknown) => {
    await program.close()
    throw portTaken(error, port)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.resolve())
  await print(`${loopback.address}\n`)
  prepareFirstAnswers(program)
  if (open) openPage(loopback.address, () => warn(`${notOpened}\n${codeLife}`))
  else warn(codeLife)
  await ended.promise
  await loopback.close()
  await program.close()
  return 0
}

const codeLife = '地址一分钟内有效，只能打开一次。 The address is good for one minute and opens once.'

const notOpened =
  '浏览器窗口没有打开（以 root 身份通常打不开）：请以普通用户的浏览器打开上面的地址。\n' +
  'No browser window opened (as root it usually cannot): open the address above in the browser of an ordinary user.'

function portTaken(error: unknown, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'EADDRINUSE' || code === 'EACCES' ? new WrongCall(`Port ${port} cannot be used (${code}).`) : error
}
