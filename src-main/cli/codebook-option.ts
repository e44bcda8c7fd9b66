import { readFileSync } from 'node:fs'
import type { Codebook } from '#core/codebook/codebook.ts'
import type { ReadingContext } from '#core/report/read-reports.ts'
import { invalidCodebook, unreadable } from '../host/invalid-codebook.ts'
import { defaultCodebook, readingContext, referenceContext } from '../host/reference.ts'
import { shippedCodebook } from '../host/shipped-codebooks.ts'

/** The codebook of `--codebook`, or the one that the program reads by without. @throws Refusal */
export async function chosenCodebook(named: string | null): Promise<{ codebook: Codebook; context: ReadingContext }> {
  if (named === null) return { codebook: defaultCodebook, context: referenceContext() }
  const codebook = await namedCodebook(named)
  return { codebook, context: readingContext(codebook) }
}

/** A codebook by the id of one that comes with the program, else by its JSON file. @throws Refusal */
export async function namedCodebook(named: string): Promise<Codebook> {
  return (await shippedCodebook(named)) ?? fileCodebook(named)
}

async function fileCodebook(file: string): Promise<Codebook> {
  const { validateCodebook } = await import('#core/codebook/validate.ts')
  const checked = validateCodebook(parsedFile(file))
  if ('faults' in checked) throw invalidCodebook(file, checked.faults)
  return checked.codebook
}

/** The JSON of a file. @throws Refusal */
export function parsedFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch (error) {
    const why = error instanceof SyntaxError ? 'JSON' : String((error as NodeJS.ErrnoException).code) // fs errors carry a code
    throw unreadable(file, `文件读不出来（${why}）。`, `The file cannot be read (${why}).`)
  }
}
