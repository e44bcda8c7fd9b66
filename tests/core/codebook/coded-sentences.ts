import { readFileSync } from 'node:fs'
import type { Codebook } from '#core/codebook/codebook.ts'
import { compileCodebook } from '#core/codebook/compile.ts'
import { classifyClauses } from '#core/codebook/classify.ts'
import { validateCodebook } from '#core/codebook/validate.ts'

/** A codebook of `resources/`, checked. */
export function resourceCodebook(id: string): Codebook {
  const file = new URL(`../../../resources/codebook.${id}.json`, import.meta.url)
  const checked = validateCodebook(JSON.parse(readFileSync(file, 'utf8')))
  if ('faults' in checked) throw new Error(JSON.stringify(checked.faults, null, 2))
  return checked.codebook
}

/** Reads one sentence as a single clause: the ids of the themes that its own words carry. */
export function sentenceReader(codebook: Codebook): (sentence: string) => string[] {
  const compiled = compileCodebook(codebook)
  return (sentence) =>
    classifyClauses(sentence, [{ start: 0, end: sentence.length }], compiled)[0]!.themes.map(({ theme }) => compiled.themeIds[theme]!)
}
