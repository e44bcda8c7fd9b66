import { expect, it } from 'vitest'
import { anchorAll } from '#core/annotation/anchor.ts'
import { settledPlace, type Anchor, type Anchoring } from '#core/annotation/annotation.ts'
import { quoteAt } from '#core/annotation/quote.ts'
import type { Span } from '#core/text/span.ts'
import { read, seedText } from '../../golden/seed/seed.ts'
import { edit, randomFrom, unedited, type EditedText } from './random-edits.ts'

// 100,000 random edits to the text of the real report, 1,000 anchors on it: 1,000 times the text is
// edited 100 times over, and after 1, 10 and 100 edits a share of the anchors is looked for. Every
// character knows who it is, so that it is known where a quotation really is.

const histories = 1_000
const editsOfEach = 100
const lookedForAfter = [1, 10, 100]
const anchorsOfEach = 20

const text = read(seedText)
  .map((report) => report.text)
  .join('\n')

/** What became of the quotations that were looked for after so many edits. */
interface Figures {
  /** The quotation still stands there, every character of it, and the edits made no copy of it; … */
  once: number
  placedOnce: number
  /** … and with those that were copied, which nothing may tell from their copies. */
  standing: number
  placedOrOffered: number
  gone: number
  /** On words that are neither its own nor a copy of its own. */
  wrong: string[]
  /** On a copy of its own words, while those stand there as well, or do not any more. */
  onCopy: number
  onCopyOfGone: number
  /** On words that an edit happened to write anew just where its own had stood. */
  anew: number
}

it('100,000 random edits leave no annotation on wrong text, and at least 95 % of the words that are still there are found', { timeout: 240_000 }, () => {
  const random = randomFrom(20_231_127)
  const anchors = randomAnchors(random)
  const figures = new Map(lookedForAfter.map((after) => [after, noFigures()]))
  for (let history = 0; history < histories; history++) {
    const edited = unedited(text)
    const from = (history * anchorsOfEach) % anchors.length
    for (let made = 1; made <= editsOfEach; made++) {
      edit(edited, random)
      const counted = figures.get(made)
      if (counted !== undefined) count(edited, Array.from({ length: anchorsOfEach }, (_, n) => anchors[(from + n) % anchors.length]!), counted)
    }
  }
  const lines = [...figures].map(([after, figure]) => summary(after, figure))
  console.log(lines.join('\n'))
  for (const [after, { wrong, once, placedOnce, standing, placedOrOffered, gone, onCopy, onCopyOfGone, anew }] of figures) {
    expect(wrong, `wrong after ${after}`).toEqual([])
    expect(placedOrOffered / standing, `placed, or offered to a person, after ${after}`).toBeGreaterThanOrEqual(0.95)
    // after a hundred edits half of the report are copies with changes in them: those are for a person to tell apart
    if (after < 100) expect(placedOnce / once, `placed after ${after}`).toBeGreaterThanOrEqual(0.95)
    expect(onCopy / standing, `on a copy after ${after}`).toBeLessThanOrEqual(0.002)
    expect(anew / gone, `written anew after ${after}`).toBeLessThanOrEqual(0.001)
    expect(onCopyOfGone / gone, `on a copy of what is gone after ${after}`).toBeLessThanOrEqual(0.02)
  }
  const [placed, all] = [...figures.values()].reduce(([a, b], { placedOnce, once }) => [a + placedOnce, b + once], [0, 0])
  expect(placed / all, 'placed, of all that stand once').toBeGreaterThanOrEqual(0.95)
})

it('a thousand annotations on one text are found at once', () => {
  const random = randomFrom(5)
  const anchors = randomAnchors(random)
  const edited = unedited(text)
  for (let n = 0; n < 20; n++) edit(edited, random)
  const began = performance.now()
  const found = anchorAll({ text: edited.text, hash: 'edited' }, anchors)
  const took = performance.now() - began
  console.log(`1,000 annotations after 20 edits: ${took.toFixed(0)} ms`)
  expect(found).toHaveLength(1_000)
  expect(found.filter((anchoring) => anchoring.state === 'moved').length).toBeGreaterThan(500)
  expect(took).toBeLessThan(5_000) // some 150 ms where nothing else runs
})

function randomAnchors(random: (below: number) => number): Anchor[] {
  const anchors = new Map<string, Anchor>()
  while (anchors.size < 1_000) {
    const length = [2 + random(5), 8, 16, 24, 40, 60 + random(100)][random(6)]!
    const start = random(text.length - length)
    const position = { start, end: start + length }
    anchors.set(`${start} ${length}`, { quote: quoteAt(text, position), made: { hash: 'seed', position }, first: { hash: 'seed', position }, carried: null })
  }
  return [...anchors.values()]
}

function count(edited: EditedText, anchors: readonly Anchor[], figures: Figures): void {
  const places = new Int32Array(edited.originals.length).fill(-1)
  edited.ids.forEach((id, at) => (places[id] = at))
  const found = anchorAll({ text: edited.text, hash: 'edited' }, anchors)
  anchors.forEach(({ made, quote }, n) => {
    const own = made!.position
    const now = standsAt(own, places)
    const isCopied = edited.ids.some((id) => id >= text.length && edited.originals[id]! >= own.start && edited.originals[id]! < own.end)
    const isPlaced = settledPlace(found[n]!) !== null
    if (now === null) figures.gone += 1
    else {
      figures.standing += 1
      if (!isCopied) figures.once += 1
      if (!isCopied && isPlaced) figures.placedOnce += 1
      if (isAmong(now, found[n]!)) figures.placedOrOffered += 1
    }
    judge(edited, { own, now, quote: quote.exact, anchoring: found[n]! }, figures)
  })
}

interface Judged {
  readonly own: Span
  readonly now: Span | null
  readonly quote: string
  readonly anchoring: Anchoring
}

/** Words are its own when most of their characters are: one that was typed anew as it was makes no other words of them. */
function judge(edited: EditedText, { own, now, quote, anchoring }: Judged, figures: Figures): void {
  const place = settledPlace(anchoring)
  if (place === null) return
  const share = (idOf: (at: number) => number): number => {
    let same = 0
    for (let at = place.start; at < place.end; at++) if (idOf(at) === own.start + at - place.start) same += 1
    return same / (place.end - place.start)
  }
  const isWords = edited.text.slice(place.start, place.end) === quote
  if (isWords && share((at) => edited.ids[at]!) > 0.5) return
  if (isWords && now === null && (edited.ids[place.start - 1] === own.start - 1 || edited.ids[place.end] === own.end)) figures.anew += 1
  else if (!isWords || share((at) => edited.originals[edited.ids[at]!]!) <= 0.5) figures.wrong.push(`${quote} on ${JSON.stringify(quoteAt(edited.text, place))}`)
  else if (now !== null) figures.onCopy += 1
  else figures.onCopyOfGone += 1
}

function standsAt({ start, end }: Span, places: Int32Array): Span | null {
  const from = places[start]!
  if (from === -1) return null
  for (let id = start; id < end; id++) if (places[id] !== from + id - start) return null
  return { start: from, end: from + end - start }
}

const isAmong = ({ start, end }: Span, anchoring: Anchoring): boolean => {
  const places = 'place' in anchoring ? [anchoring.place] : 'candidates' in anchoring ? anchoring.candidates : []
  return places.some((place) => place.start === start && place.end === end)
}

const noFigures = (): Figures => ({ once: 0, placedOnce: 0, standing: 0, placedOrOffered: 0, gone: 0, wrong: [], onCopy: 0, onCopyOfGone: 0, anew: 0 })

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)} %`

const summary = (after: number, { once, placedOnce, standing, placedOrOffered, gone, wrong, onCopy, onCopyOfGone, anew }: Figures): string =>
  `after ${String(after).padStart(3)} edits: on wrong text ${wrong.length} of ${standing + gone}; ` +
  `placed ${percent(placedOnce, once)} of ${once} that stand once; placed or offered ${percent(placedOrOffered, standing)} of ${standing}; ` +
  `on a copy ${onCopy}, of words that are gone ${onCopyOfGone} of ${gone}, on words written anew in their place ${anew}`
