import { createHash } from 'node:crypto'
import type { KeptArrangement } from '#core/arrangement/arrangement.ts'
import type { Work } from '#core/exchange/work.ts'
import { zipBytes, type ZipMember } from './zip.ts'

/** A file of the library as it came. */
export interface BundledFile {
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly folders: readonly string[]
  readonly encoding: string | null
  readonly columns: { readonly text: string; readonly title: string | null; readonly province: string | null; readonly date: string | null } | null
  /** How a person divided it into its reports; null where the program did. */
  readonly articles: KeptArrangement | null
}

/**
 * What is sent to a colleague: the files as they came, and all work of persons on them, in a zip that
 * names the hash of each of its members. The same library gives the same bytes.
 *
 * @param files for each report of the work the file that it is of
 */
export async function bundleBytes(work: Work, files: readonly BundledFile[]): Promise<Uint8Array> {
  const own = new Map(files.map((file) => [file.sha256, file]))
  const members: ZipMember[] = [
    { name: 'work.json', bytes: Buffer.from(JSON.stringify(workJson(work, files), null, 1)) },
    ...[...own.values()].map(({ sha256, bytes }) => ({ name: `sources/${sha256}`, bytes }))
  ]
  const listed = members.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }))
  const manifest = { format: 'duizhao/bundle@1', name: work.name, members: listed }
  return zipBytes([{ name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest, null, 1)) }, ...members])
}

function workJson({ codebook, reports, links, summaries, codebooks }: Work, files: readonly BundledFile[]): unknown {
  return {
    codebook: { id: codebook.id, version: codebook.version },
    files: [...new Map(files.map(({ bytes: _, ...file }) => [file.sha256, file])).values()],
    reports: reports.map(({ title, text, codings, notes, corrections, verdicts, readings }, n) => ({
      title, text, file: files[n]!.sha256,
      codings: codings.flatMap(({ places, ...coding }) => places.map((place) => ({ ...coding, place }))),
      notes, corrections, verdicts, readings
    })),
    links, summaries, codebooks
  }
}
