import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, extname, isAbsolute, join, resolve } from 'node:path'
import type { KnownLibraries, KnownLibrary } from '#core/contract/program-calls.ts'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { libraryExists } from '../library/failures.ts'
import { isTaken } from '../library/open.ts'
import type { ProgramContents } from './program-file.ts'

const ending = '.duizhao'

export const libraryName = (path: string): string => basename(path, extname(path))

interface Knowing {
  readonly folder: string
  readonly current: string
  readonly recent: ProgramContents['recent']
  readonly startProblem: Problem | null
}

/** Those opened before, last first; then those that only lie in the program's folder. */
export function knownLibraries({ folder, current, recent, startProblem }: Knowing): KnownLibraries {
  const here = placeOf(current)
  const entry = (path: string, openedAt: string | null): KnownLibrary => ({
    path,
    name: libraryName(path),
    openedAt,
    isCurrent: placeOf(path) === here,
    isThere: statSync(path, { throwIfNoEntry: false })?.isFile() === true
  })
  const listed = new Set(recent.map(({ path }) => placeOf(path)))
  const others = librariesIn(folder).filter((path) => !listed.has(placeOf(path)))
  return {
    folder,
    current: { path: current, bytes: statSync(current, { throwIfNoEntry: false })?.size ?? 0 },
    list: [...recent.map(({ path, openedAt }) => entry(path, openedAt)), ...others.map((path) => entry(path, null))],
    startProblem
  }
}

function librariesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile() && extname(entry.name) === ending && !entry.name.startsWith('.'))
      .map(({ name }) => join(folder, name))
      .sort()
  } catch {
    return [] // no folder yet
  }
}

/** The same file by whatever way it is named. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

/**
 * A path that the window sends. Whoever may call us holds the token of this run and is the person at
 * the machine, who may open any library they can read. Still a page that was led astray must not make
 * the program touch other files: the opening itself refuses whatever does not begin as a library of
 * this program, before SQLite sees it, without changing a byte or making a file; and nothing is made
 * at such a path. What is left to refuse here is a path that would leave the machine: a share of
 * another computer is asked for the moment its path is looked at.
 *
 * @throws Refusal unsafe-name
 */
export function checkedPath(path: string): string {
  if (path.includes('\0') || !isAbsolute(path)) throw unsafe(path, ['请写出资料库文件的完整路径。', 'Give the whole path of the library file.'])
  if (/^[\\/]{2}/.test(path)) throw unsafe(path, ['不从网络位置打开资料库：请先把它复制到本机。', 'A library is not opened over the network: copy it to this computer first.'])
  return path
}

/** Names that Windows keeps for devices. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** Where a new library of this name is to stand. @throws Refusal unsafe-name, file-exists */
export function newLibraryPath(folder: string, name: string): string {
  if (/[\\/:*?"<>|\u0000-\u001f\u007f]/.test(name) || /^\.|[. ]$/.test(name) || device.test(name) || Buffer.byteLength(name) > 200) {
    throw unsafe(name, ['这个名称不能用作文件名：请去掉 / \\ : * ? " < > | 等符号，不以句点开头或结尾，也不用 CON、NUL 等系统保留的名称。', 'This cannot be the name of a file: leave out / \\ : * ? " < > | and dots at either end, and names such as CON or NUL that systems keep for themselves.'])
  }
  const path = join(folder, name + ending)
  if (isTaken(path)) throw libraryExists(path)
  return path
}

const unsafe = (place: string, [zh, en]: readonly [string, string]): Refusal => new Refusal({ kind: 'unsafe-name', message: { zh, en }, place })
