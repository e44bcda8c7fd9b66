import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ReceivedReport } from '#core/exchange/received.ts'
import { refuse } from '../refusals.ts'
import { ZipPackage } from '../zip-package.ts'

const span = z.object({ start: z.int().min(0), end: z.int().min(0) })
const text = z.string()
const time = text.max(40).nullable()
// bundles of before name one codebook for all
const codebookId = text.max(64)
const coding = z.object({ codebook: codebookId.optional(), theme: text.max(64), decision: z.enum(['assigned', 'rejected']), place: span, coder: text.max(80), codedAt: time })
const note = z.object({
  place: span.nullable(),
  quote: z.object({ exact: text, prefix: text, suffix: text }),
  codebook: codebookId.nullable().optional(),
  theme: text.max(64).nullable(),
  body: text.max(20_000),
  author: text.max(80),
  color: z.enum(['vermilion', 'yellow', 'green', 'blue', 'violet']).nullable(),
  tags: z.array(text.min(1).max(40)).max(20),
  writtenAt: time,
  editedAt: time
})
const sha256 = text.regex(/^[0-9a-f]{64}$/)
const column = text.max(200)
const file = z.object({
  sha256,
  fileName: text.min(1).max(1024),
  folders: z.array(text.max(1024)).max(64),
  encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']).nullable().catch(null),
  columns: z.object({ text: column, title: column.nullable(), province: column.nullable(), date: column.nullable() }).nullable()
})
const work = z.object({
  codebook: z.object({ id: text.max(64), version: text.max(64) }),
  files: z.array(file).max(100_000),
  reports: z.array(z.object({ title: text, text, file: sha256, codings: z.array(coding), notes: z.array(note) })).max(100_000)
})
const manifest = z.object({ format: z.literal('duizhao/bundle@1'), name: text, members: z.array(z.object({ name: text, sha256 })).max(100_000) })

export interface ReadBundle {
  readonly name: string
  /** Whether a note without a theme had none in the library that it came from: bundles of before left out themes of all codebooks but one. */
  readonly namesTheme: (codebook: string) => boolean
  readonly reports: readonly ReceivedReport[]
  readonly files: readonly (z.output<typeof file> & { readonly bytes: Uint8Array })[]
}

const bundleManifest = 'manifest.json'

/** Files of a whole library: larger than a document. */
const bounds = { totalBytes: 2048 * 1024 * 1024, partBytes: 256 * 1024 * 1024, parts: 100_000 }

/** A bundle that a colleague made; null of a zip that is none. @throws Refusal damaged-file where a member is not what its hash says */
export async function readBundle(bytes: Uint8Array, place: string): Promise<ReadBundle | null> {
  const zip = await ZipPackage.open(bytes, place, bounds)
  if (!zip.has(bundleManifest)) return null
  const listed = checked(manifest, await zip.read(bundleManifest), place)
  const hashes = new Map(listed.members.map(({ name, sha256: hash }) => [name, hash]))
  const member = async (name: string): Promise<Uint8Array> => {
    const content = await zip.read(name)
    if (content === null || createHash('sha256').update(content).digest('hex') !== hashes.get(name)) throw refuse('damaged-zip', place)
    return content
  }
  const { codebook, reports, files } = checked(work, await member('work.json'), place)
  const held: ReadBundle['files'][number][] = []
  for (const one of files) held.push({ ...one, bytes: await member(`sources/${one.sha256}`) })
  if (!reports.every(isSound)) throw refuse('damaged-zip', place)
  const isOlder = reports.some(({ notes }) => notes.some((each) => each.codebook === undefined))
  return { name: listed.name, namesTheme: (id) => !isOlder || id === codebook.id, reports: reports.map((report) => receivedReport(report, codebook.id)), files: held }
}

const receivedReport = ({ notes, codings, ...report }: z.output<typeof work>['reports'][number], codebook: string): ReceivedReport => ({
  ...report,
  facts: null,
  codings: codings.map((one) => ({ ...one, codebook: one.codebook ?? codebook })),
  notes: notes.map((one) => ({ ...one, codebook: one.theme === null ? null : (one.codebook ?? codebook) }))
})

/** Places are within their text. */
function isSound({ text: whole, notes, codings }: z.output<typeof work>['reports'][number]): boolean {
  return [...notes, ...codings].every(({ place }) => place === null || (place.start <= place.end && place.end <= whole.length))
}

function checked<T extends z.ZodType>(schema: T, bytes: Uint8Array | null, place: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes ?? []).toString('utf8')))
  } catch {
    throw refuse('damaged-zip', place)
  }
}
