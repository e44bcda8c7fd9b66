import { estimatedLikeness, isLikelyDuplicate, leastEstimate, likeness, likenessOf, signatureBands, type Likeness } from '#core/compare/near-duplicates.ts'
import type { DuplicatePair } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { sql, type ReadableLibrary, type WritableLibrary } from './sql.ts'
import { splitKey, type Subject } from './subject.ts'

/** Puts a report's signature in the place of the one it had. */
export function keepSignature(library: WritableLibrary, report: number, signature: readonly number[]): void {
  library.run(sql`DELETE FROM signature_bands WHERE report_id = ${report}`)
  library.run(sql`INSERT INTO report_signatures (report_id, signature) VALUES (${report}, ${packed(signature)})
                  ON CONFLICT (report_id) DO UPDATE SET signature = excluded.signature, is_compared = 0`)
  for (const band of new Set(signatureBands(signature).map(Number))) {
    library.run(sql`INSERT INTO signature_bands (band, report_id) VALUES (${band}, ${report})`)
  }
}

/** Of both texts together. */
const mostCharacters = 600_000

/** A band that more reports have is a phrase that everybody uses. */
const mostInBand = 20
/** Of a stack of copies the nearest, by the bands they share, tell enough; fewer still are compared word by word. */
const mostCompared = 20
const mostInFull = 3

/**
 * Compares a report with those that share a band of its signature, and offers the pairs that are
 * nearly the same text. What a person has decided stays. Reports of one source are never offered.
 */
export function offerDuplicates(library: WritableLibrary, report: number): DuplicatePair[] {
  library.run(sql`UPDATE report_signatures SET is_compared = 1 WHERE report_id = ${report}`)
  forgetOffers(library, report)
  const own = library.get<{ text: string; signature: Uint8Array; source: number }>(
    sql`SELECT text, signature, source_id AS source FROM reports JOIN report_signatures ON report_id = id WHERE id = ${report}`
  )
  if (own === undefined) return []
  const candidates = library.all<{ id: number; signature: Uint8Array }>(
    sql`SELECT r.id, s.signature
        FROM signature_bands mine JOIN signature_bands theirs ON theirs.band = mine.band AND theirs.report_id <> mine.report_id
             JOIN reports r ON r.id = theirs.report_id JOIN report_signatures s ON s.report_id = r.id
        WHERE mine.report_id = ${report} AND r.source_id <> ${own.source} AND r.id NOT IN (SELECT report_id FROM bin)
              AND (SELECT count(*) FROM (SELECT 1 FROM signature_bands WHERE band = mine.band LIMIT ${mostInBand + 1})) <= ${mostInBand}
        GROUP BY r.id ORDER BY count(*) DESC, r.id LIMIT ${mostCompared}`
  )
  const signature = unpacked(own.signature)
  const likely = candidates
    .map(({ id, signature: theirs }) => ({ id, estimate: estimatedLikeness(signature, unpacked(theirs)) }))
    .filter(({ estimate }) => estimate >= leastEstimate)
    .sort((a, b) => b.estimate - a.estimate)
  if (likely.length === 0) return []
  const likenessTo = likenessOf(own.text)
  return likely.slice(0, mostInFull).flatMap(({ id }) => offerPair(library, { report, length: own.text.length, likenessTo }, id))
}

/** Takes back what was offered of a report; what a person has decided stays. */
export function forgetOffers(library: WritableLibrary, report: number): void {
  library.run(sql`DELETE FROM report_pairs WHERE state = 'offered' AND (first = ${report} OR second = ${report})`)
}

/** The report is among those that the next search compares. */
export function compareAnew(library: WritableLibrary, report: number): void {
  library.run(sql`UPDATE report_signatures SET is_compared = 0 WHERE report_id = ${report}`)
}

/** Reports that were not compared yet, oldest first. */
export function reportsToCompare(library: ReadableLibrary, most: number): number[] {
  return library.all<{ id: number }>(sql`SELECT report_id AS id FROM report_signatures JOIN reports r ON r.id = report_id WHERE is_compared = 0 AND r.id NOT IN (SELECT report_id FROM bin) ORDER BY report_id LIMIT ${most}`).map(({ id }) => id)
}

interface Offered {
  readonly report: number
  readonly length: number
  readonly likenessTo: (text: string) => Likeness
}

function offerPair(library: WritableLibrary, { report, length, likenessTo }: Offered, other: number): DuplicatePair[] {
  const { text: theirs } = library.get<{ text: string }>(sql`SELECT text FROM reports WHERE id = ${other}`)!
  // a book against a book takes seconds that the window would wait for
  if (length + theirs.length > mostCharacters) return []
  const alike = likenessTo(theirs)
  if (!isLikelyDuplicate(alike)) return []
  const [first, second] = report < other ? [report, other] : [other, report]
  const { changes } = library.run(
    sql`INSERT INTO report_pairs (first, second, likeness, state) VALUES (${first}, ${second}, ${alike.jaccard}, 'offered') ON CONFLICT DO NOTHING`
  )
  return changes === 0 ? [] : [{ first: String(first), second: String(second), likeness: alike.jaccard, state: 'offered' }]
}

interface PairRow {
  readonly first: number
  readonly second: number
  readonly likeness: number
  readonly state: DuplicatePair['state']
}

const pairOf = ({ first, second, likeness: alike, state }: PairRow): DuplicatePair => ({ first: String(first), second: String(second), likeness: alike, state })

/** Most alike first; of a report in the bin nobody is asked. */
export function offeredPairs(library: ReadableLibrary): DuplicatePair[] {
  return library
    .all<PairRow>(
      sql`SELECT first, second, likeness, state FROM report_pairs
          WHERE state = 'offered' AND NOT EXISTS (SELECT 1 FROM bin WHERE report_id IN (first, second))
          ORDER BY likeness DESC, first, second`
    )
    .map(pairOf)
}

/** What a person has said of pairs: the same report, or versions of one. */
export function linkedPairs(library: ReadableLibrary): DuplicatePair[] {
  return library.all<PairRow>(sql`SELECT first, second, likeness, state FROM report_pairs WHERE state IN ('same', 'version') ORDER BY first, second`).map(pairOf)
}

/** A pair with its likeness worked out, whether it was offered or not. @throws Refusal not-found */
export function pairOfReports(library: ReadableLibrary, [a, b]: readonly [number, number]): { first: number; second: number; likeness: number } {
  const [first, second] = a < b ? [a, b] : [b, a]
  const texts = library.all<{ text: string }>(sql`SELECT text FROM reports WHERE id IN (${first}, ${second}) ORDER BY id`)
  if (texts.length !== 2) {
    throw new Refusal({ kind: 'not-found', message: { zh: '资料库里没有这两份报告。', en: 'The library does not have these two reports.' }, place: `${a}, ${b}` })
  }
  return { first, second, likeness: likeness(texts[0]!.text, texts[1]!.text).jaccard }
}

/** Key: `<first>:<second>`, the smaller id first; value: `{ state, likeness, at }`, or null for two reports of which nothing is said. */
export const pairSubject: Subject = {
  read(library, key) {
    const [first, second] = splitKey(key)
    const row = library.get<{ state: string; likeness: number; at: string | null }>(
      sql`SELECT state, likeness, decided_at AS "at" FROM report_pairs WHERE first = ${first} AND second = ${Number(second)}`
    )
    return row === undefined ? null : { ...row }
  },
  write(library, key, value) {
    const [first, second] = splitKey(key)
    if (value === null) {
      library.run(sql`DELETE FROM report_pairs WHERE first = ${first} AND second = ${Number(second)}`)
      return
    }
    const { state, likeness: alike, at } = value as { state: string; likeness: number; at: string | null } // what `read` gave, or the host made
    library.run(
      sql`INSERT INTO report_pairs (first, second, likeness, state, decided_at) VALUES (${first}, ${Number(second)}, ${alike}, ${state}, ${at})
          ON CONFLICT (first, second) DO UPDATE SET state = excluded.state, likeness = excluded.likeness, decided_at = excluded.decided_at`
    )
  }
}

function packed(signature: readonly number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(signature).buffer)
}

function unpacked(bytes: Uint8Array): number[] {
  // a copy: what SQLite hands out need not begin at a multiple of four
  return [...new Uint32Array(Uint8Array.from(bytes).buffer)]
}
