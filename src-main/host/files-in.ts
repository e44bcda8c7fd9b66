import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { namedFileError } from '../readers/file-bytes.ts'

/** A file to read; `bytes` is its size as the folder says. `problem`: it is known already that it cannot be read. */
export interface FoundFile {
  readonly path: string
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
  const waiting = [...paths].reverse()
  for (let count = 1; waiting.length > 0; count++) {
    if (count % entriesBetweenPauses === 0) await setImmediate()
    const path = waiting.pop()!
    try {
      const stat = statSync(path)
      if (!stat.isDirectory()) found.push({ path, bytes: stat.isFile() ? stat.size : 0, problem: null })
      else waiting.push(...entriesOf(path, seen).reverse())
    } catch (error) {
      found.push({ path, bytes: 0, problem: problemOf(error, path) })
    }
  }
  return found
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

function problemOf(error: unknown, path: string): Problem {
  const named = namedFileError(error, path)
  if (named instanceof Refusal) return named.problem
  throw named
}
