import { setImmediate } from 'node:timers/promises'
import type { FileOutcome } from '#core/contract/calls.ts'
import type { ReceivedReport } from '#core/exchange/received.ts'
import { beginImport, endImport } from '../library/begun-imports.ts'
import { eachText } from '../library/reports.ts'
import type { HeldFile } from './gather.ts'
import type { ImportGround } from './import-ground.ts'
import { importFiles } from './import.ts'
import { textHash } from '../library/anchorings.ts'

/** Files that came with the texts, by their hash. */
export type CameWith = ReadonlyMap<string, HeldFile>

export interface Brought {
  /** For each received report the reports here that have its text, or that were read out of its file. */
  readonly reports: readonly (readonly number[])[]
  /** Reports that were not here before. */
  readonly added: readonly number[]
  readonly failed: readonly string[]
  /** To be called when what was brought is part of a change: until then an end of the program makes it a change of its own. */
  readonly settle: () => void
}

/** Sees to it that the texts are in the library: those that are not are imported, from their file or as plain text. */
export async function bringSources(ground: ImportGround, received: readonly ReceivedReport[], files: CameWith): Promise<Brought> {
  const { library, now } = ground
  const known = await textsByHash(ground)
  const here = received.map(({ text }) => known.get(textHash(text)))
  const missing = received.flatMap((report, n) => (here[n] === undefined ? [{ report, n }] : []))
  if (missing.length === 0) return { reports: here.map((ids) => ids ?? []), added: [], failed: [], settle: () => undefined }
  const held = new Map(missing.map(({ report, n }) => [report.file ?? `text ${n}`, files.get(report.file ?? '') ?? textFile(report)]))
  const begun = library.write((writable) => beginImport(writable, now().toISOString()))
  const outcomes = await importFiles(ground, [...held.values()])(new AbortController().signal, { progress: () => undefined, page: () => undefined })
  const byFile = new Map([...held.keys()].map((key, n) => [key, outcomes[n]]))
  const reports = received.map((report, n) => here[n] ?? (byFile.get(report.file ?? `text ${n}`)?.reports ?? []).map(Number))
  const isAdded = ({ state }: FileOutcome): boolean => state === 'imported'
  return {
    reports,
    added: outcomes.filter(isAdded).flatMap((outcome) => outcome.reports.map(Number)),
    failed: outcomes.filter(({ state }) => state !== 'imported' && state !== 'already-there').map(({ file }) => file),
    settle: () => library.write((writable) => endImport(writable, begun))
  }
}

const hashedAtOnce = 500

async function textsByHash({ library }: ImportGround): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>()
  let count = 0
  for (const { id, text } of eachText(library.read)) {
    const hash = textHash(text)
    found.set(hash, [...(found.get(hash) ?? []), id])
    if (++count % hashedAtOnce === 0) await setImmediate()
  }
  return found
}

/** A text with its headline above it, where it has one of its own. */
function textFile({ title, text, facts }: ReceivedReport): HeldFile {
  const name = `${title.replaceAll(/[\\/:*?"<>|\0-\x1f]/g, '_').slice(0, 80) || '未命名'}.txt`
  return { name, bytes: Buffer.from(facts === null ? text : `${title}\n${text}`) }
}
