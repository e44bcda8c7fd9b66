import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Received, ReceivedReport } from '#core/exchange/received.ts'
import { refuse } from '../refusals.ts'
import { ZipPackage } from '../zip-package.ts'
import { bundleManifest, bundleWork, type BundleFile, type BundleWork } from './bundle-form.ts'

export interface ReadBundle {
  readonly name: string
  /** Whether a note without a theme had none in the library that it came from: bundles of before left out themes of all codebooks but one. */
  readonly namesTheme: (codebook: string) => boolean
  readonly work: Received
  readonly files: readonly (BundleFile & { readonly bytes: Uint8Array })[]
}

const manifestName = 'manifest.json'

/** Files of a whole library: larger than a document. */
const bounds = { totalBytes: 2048 * 1024 * 1024, partBytes: 256 * 1024 * 1024, parts: 100_000 }

/** A bundle that a colleague made; null of a zip that is none. @throws Refusal damaged-file where a member is not what its hash says */
export async function readBundle(bytes: Uint8Array, place: string): Promise<ReadBundle | null> {
  const zip = await ZipPackage.open(bytes, place, bounds)
  if (!zip.has(manifestName)) return null
  const listed = checked(bundleManifest, await zip.read(manifestName), place)
  const hashes = new Map(listed.members.map(({ name, sha256: hash }) => [name, hash]))
  const member = async (name: string): Promise<Uint8Array> => {
    const content = await zip.read(name)
    if (content === null || createHash('sha256').update(content).digest('hex') !== hashes.get(name)) throw refuse('damaged-zip', place)
    return content
  }
  const read = checked(bundleWork, await member('work.json'), place)
  const { codebook, reports, files, links, summaries, codebooks } = read
  const held: ReadBundle['files'][number][] = []
  for (const one of files) held.push({ ...one, bytes: await member(`sources/${one.sha256}`) })
  if (!reports.every(isSound) || !namesWhatIsThere(read)) throw refuse('damaged-zip', place)
  const isOlder = reports.some(({ notes }) => notes.some((each) => each.codebook === undefined))
  return {
    name: listed.name, files: held,
    namesTheme: (id) => !isOlder || id === codebook.id,
    work: { origin: listed.name, reports: reports.map((report) => receivedReport(report, codebook.id)), doubts: [], links, summaries, codebooks }
  }
}

const receivedReport = ({ notes, codings, ...report }: BundleWork['reports'][number], codebook: string): ReceivedReport => ({
  ...report,
  facts: null,
  codings: codings.map(({ version, ...one }) => ({ ...one, codebook: one.codebook ?? codebook, ...(version === undefined ? {} : { version }) })),
  notes: notes.map((one) => ({ ...one, codebook: one.theme === null ? null : (one.codebook ?? codebook) }))
})

/** Places are within their text. */
function isSound({ text: whole, notes, codings, readings }: BundleWork['reports'][number]): boolean {
  return [...notes, ...codings, ...readings].every(({ place }) => place === null || (place.start <= place.end && place.end <= whole.length))
}

/** Links and summaries are of reports and notes that came with them. */
function namesWhatIsThere({ reports, links, summaries }: BundleWork): boolean {
  const hasPlace = (report: number, place: { readonly start: number; readonly end: number }): boolean => place.start <= place.end && place.end <= reports[report]!.text.length
  return (
    links.every(({ from, to }) => [from, to].every(({ report, note }) => reports[report]?.notes[note] !== undefined)) &&
    summaries.every(
      (summary) =>
        summary.reports.every((report) => report < reports.length) &&
        (summary.part !== 'report' || summary.reports.length === 1) &&
        summary.passages.every(({ report, place }) => report < reports.length && (place === null || hasPlace(report, place)))
    )
  )
}

function checked<T extends z.ZodType>(schema: T, bytes: Uint8Array | null, place: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes ?? []).toString('utf8')))
  } catch {
    throw refuse('damaged-zip', place)
  }
}
