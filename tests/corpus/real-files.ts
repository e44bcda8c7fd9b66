import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#core/contract/problem.ts'
import { programFolder } from '../../src-main/host/installed.ts'
import { ParserDesk } from '../../src-main/parser/desk.ts'
import { defaultLimits } from '../../src-main/parser/limits.ts'
import { parserEntry, recogniserEntry } from '../../src-main/parser/parser-entry.ts'
import { RemoteRecogniser } from '../../src-main/parser/remote-recogniser.ts'
import { spawnOnNode } from '../../src-main/parser/spawn.ts'
import { readFileBytes } from '../../src-main/readers/file-bytes.ts'

/** Real files of all kinds, awkward and broken ones among them. They are not part of the repository. */
export const realFiles = new URL('../../../shared/data/', import.meta.url)

export const hasRealFiles = existsSync(realFiles)

/** What `formats/index.json` says of a file. */
export interface Expectation {
  readonly file: string
  readonly expect: 'text' | 'error' | 'empty' | 'garbage' | 'no-text-layer' | 'error-or-text'
  readonly must_contain?: string | null
  readonly must_not_contain?: readonly string[]
}

export interface RealOutcome {
  readonly file: string
  /** `text`, or the kind of the refusal. */
  readonly outcome: string
  readonly text: string
  readonly warnings: readonly string[]
  readonly ms: number
}

export function expectations(): Expectation[] {
  return (JSON.parse(readFileSync(new URL('formats/index.json', realFiles), 'utf8')) as { records: Expectation[] }).records
}

export const oddFiles = (): string[] => readdirSync(new URL('odd/', realFiles)).filter((name) => name !== 'index.json').sort()

/** Reads files one after the other, as the program does: in a parser process with its limits. */
export async function* readRealFiles(folder: 'formats' | 'odd', files: readonly string[]): AsyncGenerator<RealOutcome> {
  const started = { spawn: spawnOnNode(programFolder), limits: () => defaultLimits }
  const recogniser = new RemoteRecogniser({ entry: recogniserEntry(), ...started })
  const desk = new ParserDesk({ entry: parserEntry(), ...started, recognise: recogniser.read.bind(recogniser) })
  try {
    for (const file of files) yield await readReal(desk, folder, file)
  } finally {
    await desk.close()
    recogniser.close()
  }
}

async function readReal(desk: ParserDesk, folder: string, file: string): Promise<RealOutcome> {
  const start = performance.now()
  const ended = (outcome: string, text = '', warnings: readonly string[] = []): RealOutcome => ({ file, outcome, text, warnings, ms: performance.now() - start })
  try {
    const bytes = await readFileBytes(join(fileURLToPath(realFiles), folder, file))
    const result = await desk.ask({ kind: 'read', name: file, file: { bytes, fileName: file, folders: [], encoding: null, columns: null } })
    if (result.kind !== 'source') return ended(result.kind)
    return ended('text', result.source.source.text, result.source.warnings.map(({ kind }) => kind))
  } catch (error) {
    return ended(error instanceof Refusal ? error.problem.kind : `bug: ${String(error)}`)
  }
}

const spaceless = (text: string): string => text.replace(/\s/g, '')

/** What is wrong with an outcome; empty where it is as the index says. */
export function faultsOf({ expect, must_contain: must, must_not_contain: mustNot = [] }: Expectation, { outcome, text, warnings }: RealOutcome): string[] {
  const faults: string[] = []
  const isError = outcome !== 'text'
  if (outcome.startsWith('bug') || outcome === 'internal') faults.push(outcome)
  if (expect === 'text' && isError) faults.push(`expected text, got ${outcome}`)
  if (expect === 'error' && !isError) faults.push('expected a named error, got text')
  if (expect === 'empty' && outcome !== 'no-text') faults.push(`expected no-text, got ${outcome}`)
  if (expect === 'garbage' && !warnings.includes('unusable-text-layer')) faults.push(`expected the warning unusable-text-layer, got ${outcome}`)
  if (expect === 'no-text-layer' && !warnings.some((kind) => kind === 'recognised' || kind === 'recognised-page')) faults.push(`expected recognised text, got ${outcome}`)
  if (!isError && typeof must === 'string' && !spaceless(text).includes(spaceless(must))) faults.push(`without “${must}”`)
  for (const phrase of mustNot) if (spaceless(text).includes(spaceless(phrase))) faults.push(`with “${phrase}”`)
  return faults
}
