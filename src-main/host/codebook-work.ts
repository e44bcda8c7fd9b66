import type { Codebook } from '#core/codebook/codebook.ts'
import { currentTheme } from '#core/codebook/tree.ts'
import { keyOfSummary, readSummary, summaryJson, type StoredSummary, type SummaryKey } from '../library/cell-summaries.ts'
import type { StoredCodebook } from '../library/codebooks.ts'
import { codingsOfCodebook, summariesOfCodebook, verdictsOfCodebook } from '../library/codebook-work.ts'
import { codingSubject } from '../library/codings.ts'
import { nextId } from '../library/next-id.ts'
import type { ReadableLibrary } from '../library/sql.ts'
import { veiled } from '../library/veil.ts'
import { verdictKey } from '../library/verdicts.ts'
import type { Json } from '#core/contract/json.ts'
import type { Setting } from './journal.ts'

/*
 * What a person said under themes when their codebook changes. Codings, notes and verdicts under a merged theme count
 * under the one it went to (`themeNow`); under a retired one they stay, unseen until it is in use again.
 * Summaries are texts, of which a cell has one: those are joined here.
 */

interface CopiedTo {
  readonly copy: StoredCodebook
  /** The copy as it is changed at once. */
  readonly after?: Codebook | null
}

/**
 * What a person coded, judged and summarised under a codebook, under a copy of it as well. Of reports that several code
 * apart just now the codings stay where they are: they are of the round and its codebook.
 */
export function copiedWork(read: ReadableLibrary, from: string, { copy, after = null }: CopiedTo): Setting[] {
  const free = nextId(read, 'person_codings')
  const apart = veiled(read)?.reports
  const codings = codingsOfCodebook(read, from).filter(({ report }) => apart?.has(report) !== true)
  return [
    ...codings.map(({ id }, index): Setting => ({ subject: 'coding', key: String(free + index), value: copiedCoding(codingSubject.read(read, String(id)), copy) })),
    ...verdictsOfCodebook(read, from).map(({ report, theme, verdict }): Setting => ({
      subject: 'verdict', key: verdictKey({ report: String(report), theme, codebook: copy.id }), value: verdict
    })),
    ...copiedSummaries(read, from, { copy, after })
  ]
}

/** Of no round: in it the original stays. */
function copiedCoding(coding: Json, { sha256 }: StoredCodebook): Json {
  const { round: _, ...rest } = coding as { readonly [part: string]: Json }
  return { ...rest, codebook: sha256 }
}

function copiedSummaries(read: ReadableLibrary, from: string, { copy: { id: to }, after = null }: CopiedTo): Setting[] {
  const joined = new Map<string, StoredSummary>()
  const places = summariesOfCodebook(read, from)
  for (const place of places) {
    const summary = readSummary(read, place)!
    addTo(joined, keyOfSummary({ ...place, codebook: to }), summary)
    const heir = after === null ? null : currentTheme(after, place.theme)
    if (heir !== null && heir !== place.theme) addTo(joined, keyOfSummary({ ...place, codebook: to, theme: heir }), summary)
  }
  return settingsOf(joined)
}

/** Of themes that a version merges into others: their summaries go there too, after what stands there. They also stay where they were. */
export function mergedSummaries(read: ReadableLibrary, before: Codebook, after: Codebook): Setting[] {
  const joined = new Map<string, StoredSummary>()
  for (const { id, retired } of before.themes) {
    const heir = retired === undefined ? currentTheme(after, id) : null
    if (heir === null || heir === id) continue
    for (const place of summariesOfCodebook(read, before.id, id)) {
      const there: SummaryKey = { ...place, theme: heir }
      const key = keyOfSummary(there)
      const known = readSummary(read, there)
      if (known !== null && !joined.has(key)) joined.set(key, known)
      addTo(joined, key, readSummary(read, place)!)
    }
  }
  return settingsOf(joined)
}

function addTo(joined: Map<string, StoredSummary>, key: string, summary: StoredSummary): void {
  const known = joined.get(key)
  joined.set(key, known === undefined ? summary : together(known, summary))
}

function together(first: StoredSummary, second: StoredSummary): StoredSummary {
  const free = Math.max(0, ...first.links.map(({ id }) => id)) + 1
  return {
    ...first,
    body: [first.body, second.body].filter((body) => body.trim() !== '').join('\n'),
    isFilled: first.isFilled && second.isFilled,
    links: [...first.links, ...second.links.map((link, index) => ({ ...link, id: free + index }))]
  }
}

const settingsOf = (summaries: ReadonlyMap<string, StoredSummary>): Setting[] =>
  [...summaries].map(([key, summary]) => ({ subject: 'summary', key, value: summaryJson(summary) }))
