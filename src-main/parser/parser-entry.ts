import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Where the code of the parser process is: beside this file when it runs from source; in the bundle,
 * where this file may have been moved into `chunks/`, one of two places. The names are put together
 * so that the bundler does not take the file for a picture to copy.
 */
export function parserEntry(from: string = import.meta.url): URL {
  const name = 'parser-process'
  const candidates = [`./${name}.ts`, `./${name}.js`, `../${name}.js`].map((place) => new URL(place, from))
  const found = candidates.find((url) => existsSync(fileURLToPath(url)))
  if (found === undefined) throw new Error(`The parser process is not beside ${from}`)
  return found
}
