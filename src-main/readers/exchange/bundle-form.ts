import { z } from 'zod'
import { summaryParts, verdicts } from '#core/compare/comparison.ts'
import { readingSaid } from '#core/contract/reading-calls.ts'
import { statedFields } from '#core/exchange/work.ts'

const span = z.object({ start: z.int().min(0), end: z.int().min(0) })
const text = z.string()
const sha256 = text.regex(/^[0-9a-f]{64}$/)
const time = text.max(40).nullable()
// bundles of before name one codebook for all
const codebookId = text.max(64)
const coding = z.object({ codebook: codebookId.optional(), version: sha256.optional(), theme: text.max(64), decision: z.enum(['assigned', 'rejected']), place: span, coder: text.max(80), codedAt: time })
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
const column = text.max(200)
const article = z.object({ stretches: z.array(span).min(1).max(20_000), title: span.nullable().exactOptional(), asides: z.array(span).max(1000).exactOptional() })
const articles = z.object({ articles: z.array(article).min(1).max(2000), characters: z.int().min(0) })
const file = z.object({
  sha256,
  fileName: text.min(1).max(1024),
  folders: z.array(text.max(1024)).max(64),
  encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']).nullable().catch(null),
  columns: z.object({ text: column, title: column.nullable(), province: column.nullable(), date: column.nullable() }).nullable(),
  articles: articles.nullable().default(null)
})
const theme = text.min(1).max(64)
const at = text.max(40)
const index = z.int().min(0)
const end = z.object({ report: index, note: index })
const correction = z.object({ field: z.enum(statedFields), value: text.max(2000).nullable(), by: text.max(80), at })
const verdict = z.object({ codebook: codebookId, theme, verdict: z.enum(verdicts) })
const reading = z.object({ said: readingSaid, place: span.nullable(), quote: z.object({ exact: text, prefix: text, suffix: text }), made: z.object({ hash: sha256, position: span }), by: text.max(80), at })
const passage = z.object({ report: index, place: span.nullable(), quote: z.object({ exact: text, prefix: text, suffix: text }) })
const summary = z.object({
  codebook: codebookId, theme, part: z.enum(summaryParts), reports: z.array(index).min(1).max(20_000), body: text.max(200_000), isFilled: z.boolean(),
  author: text.max(80), writtenAt: at, editedAt: at, passages: z.array(passage).max(10_000)
})
const codebook = z.object({ id: codebookId, isOwn: z.boolean(), versions: z.array(z.object({ definition: text, madeAt: at.nullable() })).min(1).max(10_000) })
// bundles of before hold codings and notes alone
export const bundleWork = z.object({
  codebook: z.object({ id: text.max(64), version: text.max(64) }),
  files: z.array(file).max(100_000),
  reports: z.array(z.object({
    title: text, text, file: sha256,
    codings: z.array(coding), notes: z.array(note), corrections: z.array(correction).default([]), verdicts: z.array(verdict).default([]),
    readings: z.array(reading).default([])
  })).max(100_000),
  links: z.array(z.object({ from: end, to: end, author: text.max(80), linkedAt: at })).default([]),
  summaries: z.array(summary).default([]),
  codebooks: z.array(codebook).max(1000).default([])
})
export const bundleManifest = z.object({ format: z.literal('duizhao/bundle@1'), name: text, members: z.array(z.object({ name: text, sha256 })).max(100_000) })

export type BundleWork = z.output<typeof bundleWork>
export type BundleFile = BundleWork['files'][number]
