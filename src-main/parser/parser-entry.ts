import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Where the code of a process is: beside this file when it runs from source; in the bundle,
 * where this file may have been moved into `chunks/`, one of two places. The names are put together
 * so that the bundler does not take the file for a picture to copy.
 */
export const parserEntry = (): URL => entryOf('parser-process')

export const recogniserEntry = (): URL => entryOf('recogniser-process')

function entryOf(name: string, from: string = import.meta.url): URL {
  const candidates = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((place) => new URL(place, from))
  const found = candidates.find((url) => existsSync(fileURLToPath(url)))
  if (found === undefined) throw new Error(`${name} is not beside ${from}`)
  return found
}
