import type { WorkSummary } from '#core/exchange/work.ts'
import type { Json } from '#core/contract/json.ts'
import { keyOfSummary, summaryJson, summarySubject, type StoredLink, type StoredSummary } from '../library/cell-summaries.ts'
import { linkJson, listLinks, type StoredLink as StoredNoteLink } from '../library/links.ts'
import { mergeWord } from './merge-words.ts'
import { notePlace, type Merging } from './merging.ts'
import { anchorAt } from './note-places.ts'
import { placedAt, type Target } from './received-places.ts'
import { timeOf } from './stated-time.ts'

/** The report here that each received one is, by its place in the list; nothing where it is several, none, or waits. */
export type OneTarget = ReadonlyMap<number, Target>

/** Sentences on cells of which all reports are here. */
export function mergedSummaries(merging: Merging, targets: OneTarget): void {
  const { receiving, left, notOne, tallies } = merging
  const { reports, summaries = [] } = receiving.received
  for (const summary of summaries) {
    const here = summary.reports.flatMap((n) => targets.get(n) ?? [])
    const title = reports[summary.reports[0]!]?.title ?? ''
    if (here.length < summary.reports.length) {
      const why = summary.reports.map((n) => notOne.get(n)).find((one) => one !== undefined)
      // of one that waits it is told already, with all other work on its report
      if (why !== undefined) left.push({ kind: 'summary', report: title, why, theme: receiving.codebooks.nameOf(summary), part: summary.part, body: summary.body })
      continue
    }
    const made = storedSummary(merging, summary, targets)
    const { codebook, theme, part } = summary
    const ids = [...new Set(here.map(({ id }) => id))].sort((a, b) => a - b)
    mergeWord(merging, {
      setting: { subject: 'summary', key: keyOfSummary({ codebook, theme, part, reports: ids }), value: summaryJson(made) },
      subject: summarySubject, tally: tallies.summaries, report: ids[0]!,
      isEqual: (mine) => isSame(summaryOf(mine), made),
      conflict: (mine) => ({ kind: 'summary', report: title, theme: receiving.codebooks.nameOf({ codebook, theme }), part, mine: summaryOf(mine).body, theirs: made.body })
    })
  }
}

/** @param mine what `summarySubject` read */
const summaryOf = (mine: Json): StoredSummary => mine as unknown as StoredSummary

function storedSummary({ receiving, now }: Merging, { body, isFilled, author, writtenAt, editedAt, passages }: WorkSummary, targets: OneTarget): StoredSummary {
  const links = passages.flatMap(({ report, place, quote }, n): StoredLink[] => {
    const target = targets.get(report)
    if (target === undefined) return []
    const [placed] = place === null ? [] : placedAt(receiving.received.reports[report]!, [target], [place])
    const anchor = placed === null || placed === undefined
      ? { ...quote, sourceSpans: [], made: null }
      : anchorAt(target.stored.report, { ...placed.place, words: target.stored.report.text.slice(placed.place.start, placed.place.end) })
    return [{ ...anchor, id: n + 1, report: target.id }]
  })
  return { body, isFilled, author, links, writtenAt: timeOf(writtenAt) ?? now, editedAt: timeOf(editedAt) ?? now }
}

/** The same sentences from the same passages. */
const isSame = (a: StoredSummary, b: StoredSummary): boolean => a.body === b.body && passagesOf(a) === passagesOf(b)

const passagesOf = ({ links }: StoredSummary): string => JSON.stringify(links.map(({ report, exact }) => [report, exact]))

/** Links between notes, when all notes are merged. */
export function mergedLinks(merging: Merging): void {
  const { library, receiving, tallies, noteIds, settings, next, now } = merging
  const known = new Set(listLinks(library).map(([, link]) => endsOf(link)))
  for (const { from, to, author, linkedAt } of receiving.received.links ?? []) {
    const [first, second] = [noteIds.get(notePlace(from)), noteIds.get(notePlace(to))]
    if (first === undefined || second === undefined || first === second) continue
    const link = { from: first, to: second, author, linkedAt: timeOf(linkedAt) ?? now }
    if (known.has(endsOf(link))) tallies.links.equal++
    else {
      known.add(endsOf(link))
      tallies.links.added++
      settings.push({ subject: 'link', key: String(next.link++), value: linkJson(link) })
    }
  }
}

/** Whichever of the two it was drawn from. */
const endsOf = ({ from, to }: StoredNoteLink): string => `${Math.min(from, to)} ${Math.max(from, to)}`
