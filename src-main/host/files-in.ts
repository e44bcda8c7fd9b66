import { readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { namedFileError } from '../readers/file-bytes.ts'

/** A file to read; `bytes` is its size as the folder says. `problem`: it is known already that it cannot be read. */
export interface FoundFile {
  readonly path: string
  /** The folders it lies in, from the one that the person gave: a hint where the text is silent. */
  readonly folders: readonly string[]
  readonly bytes: number
  readonly problem: Problem | null
}

const entriesBetweenPauses = 500

/**
 * The files of a list of files and folders, folders with all that is in them: by name, each folder
 * once, links followed. In folders, hidden files and the lock files of word processors (`~$…`) are
 * passed over. What is missing or may not be read is in the list, so that it fails by its name.
 */
export async function filesIn(paths: readonly string[]): Promise<FoundFile[]> {
  const found: FoundFile[] = []
  const seen = new Set<string>()
  const given = new Set(paths)
  const waiting: Waiting[] = paths.map((path) => ({ path, folders: foldersTyped(path) })).reverse()
  for (let count = 1; waiting.length > 0; count++) {
    if (count % entriesBetweenPauses === 0) await setImmediate()
    const { path, folders } = waiting.pop()!
    try {
      const stat = statSync(path)
      if (!stat.isDirectory()) found.push({ path, folders, bytes: stat.isFile() ? stat.size : 0, problem: null })
      else {
        const entries = entriesOf(path, seen)
        if (entries.length === 0 && given.has(path)) found.push({ path, folders, bytes: 0, problem: emptyFolder(path) })
        waiting.push(...entries.reverse().map((entry) => ({ path: entry, folders: [...folders, basename(path)] })))
      }
    } catch (error) {
      found.push({ path, folders, bytes: 0, problem: problemOf(error, path) })
    }
  }
  return found
}

type Waiting = Pick<FoundFile, 'path' | 'folders'>

/** Of `2023/浙江/会议.docx` typed as it stands: the folders are the person's own words. Of a full path they need not be. */
function foldersTyped(path: string): string[] {
  if (isAbsolute(path)) return []
  return dirname(path).split(/[\\/]/).filter((part) => part !== '.' && part !== '..' && part !== '')
}

/** A folder that was seen before has no entries: a link that leads back cannot go round for ever. */
function entriesOf(folder: string, seen: Set<string>): string[] {
  const real = realpathSync(folder)
  if (seen.has(real)) return []
  seen.add(real)
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && !name.startsWith('~$'))
    .sort()
    .map((name) => join(folder, name))
}

const emptyFolder = (place: string): Problem => ({
  kind: 'no-text',
  message: { zh: '文件夹里没有文件。请换一个文件夹。', en: 'There is no file in this folder: choose another.' },
  place
})

function problemOf(error: unknown, path: string): Problem {
  const named = namedFileError(error, path)
  if (named instanceof Refusal) return named.problem
  throw named
}
