import type { ReceivedReport } from '#core/exchange/received.ts'
import type { WorkReading } from '#core/exchange/work.ts'
import type { Said } from '#core/report/reading-words.ts'
import { slice } from '#core/text/span.ts'
import { textHash } from '../library/anchorings.ts'
import { wordJson, type StoredWord } from '../library/reading-words.ts'
import { canonicalJson } from './canonical-json.ts'
import { against, type Merging } from './merging.ts'
import { anchorAt } from './note-places.ts'
import { placedAt, type Placed, type Target } from './received-places.ts'
import { timeOf } from './stated-time.ts'
import { statesOf, wordsOnSame } from './take-theirs.ts'

/** What a person put right in the readings of one received report, into the reports here: of two that say otherwise of one thing the own stays, or goes where that was asked for. */
export function mergedReadings(merging: Merging, report: ReceivedReport, targets: readonly Target[]): void {
  const { readings = [] } = report
  const placed = placedAt(report, targets, readings.map(({ place }) => place ?? { start: 0, end: 0 }))
  for (const [n, reading] of readings.entries()) {
    const at = reading.place === null ? null : placed[n]!
    if (at === null) mergeLost(merging, { reading, report, target: targets[0]! })
    else mergePlaced(merging, { reading, title: report.title, at })
  }
}

interface Lost {
  readonly reading: WorkReading
  readonly report: ReceivedReport
  readonly target: Target
}

/** It waits with the report, as it does where it comes from, until its words are there. */
function mergeLost(merging: Merging, { reading: { said, place, quote, made, by, at }, report, target }: Lost): void {
  const first = place === null ? made : { hash: textHash(report.text), position: place }
  const word: StoredWord = { ...said, report: target.id, anchor: { ...quote, sourceSpans: [], made: first }, by, at: timeOf(at) ?? merging.now }
  if (target.stored.words.some((own) => own.place === null && own.anchor.exact === quote.exact && isSameSaid(own, said))) {
    merging.tallies.readings.equal++
    return
  }
  merging.unplaced.push({ kind: 'reading', report: report.title, words: quote.exact })
  add(merging, word)
}

interface Coming {
  readonly reading: WorkReading
  readonly title: string
  readonly at: Placed
}

function mergePlaced(merging: Merging, { reading: { said, by, at: saidAt }, title, at: { target, place } }: Coming): void {
  const words = slice(target.stored.report.text, place)
  if (said.part === 'programme' && said.value !== null && !words.includes(said.value)) {
    merging.unplaced.push({ kind: 'reading', report: title, words })
    return
  }
  const standing = wordsOnSame(target.stored, said, place)
  if (standing.some((own) => isSameSaid(own, said))) {
    merging.tallies.readings.equal++
    return
  }
  const anchor = anchorAt(target.stored.report, { ...place, words })
  const word: StoredWord = { ...said, report: target.id, anchor: { ...anchor, made: anchor.made! }, by, at: timeOf(saidAt) ?? merging.now }
  const mine = standing.at(-1)
  if (mine === undefined) {
    add(merging, word)
    return
  }
  const conflict = { kind: 'reading', report: title, words, part: said.part, mine: mine.value, theirs: said.value } as const
  against(merging, conflict, { report: target.id, proposal: { kind: 'reading', made: wordJson(word), mine: statesOf(standing) } })
}

const isSameSaid = (own: Said, said: Said): boolean => own.part === said.part && canonicalJson(own.value) === canonicalJson(said.value)

function add({ tallies, settings, next }: Merging, word: StoredWord): void {
  tallies.readings.added++
  settings.push({ subject: 'reading-word', key: String(next.reading++), value: wordJson(word) })
}
