import type { CellTarget, Passage, SharedPhrase } from '#core/compare/comparison.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import type { Span } from '#core/text/span.ts'
import { noteMark, phraseSpans, type Mark } from '../../text-view/marks.ts'

/** What is marked in the quotations of one cell. */
export interface CellMarks {
  readonly find: string
  /** Phrases that the cell shares with others, each with the sentence that says with whom. */
  readonly shared: ReadonlyMap<string, string>
}

interface Naming {
  /** Names of the comparison's columns, in order. */
  readonly names: readonly string[]
  /** The sentence on a shared phrase, from the names of the other columns. */
  readonly sharedWith: (others: string) => string
  readonly separator: string
}

/** The phrases of a row that one of its columns has, with what is said of each on hover. */
export function sharedInColumn(shared: readonly SharedPhrase[], column: number, { names, sharedWith, separator }: Naming): Map<string, string> {
  return new Map(
    (sharedByColumn(shared).get(column) ?? []).map(({ phrase, columns }) => {
      const others = columns.filter((index) => index !== column).map((index) => names[index] ?? '')
      return [phrase, sharedWith([...new Set(others)].join(separator))]
    })
  )
}

const knownByColumn = new WeakMap<readonly SharedPhrase[], ReadonlyMap<number, readonly SharedPhrase[]>>()

/** Sorted out once for a row: it may have thousands, and each of its cells is drawn with its own. */
function sharedByColumn(shared: readonly SharedPhrase[]): ReadonlyMap<number, readonly SharedPhrase[]> {
  const known = knownByColumn.get(shared)
  if (known !== undefined) return known
  const byColumn = new Map<number, SharedPhrase[]>()
  for (const phrase of shared) {
    for (const column of phrase.columns) {
      const list = byColumn.get(column)
      if (list === undefined) byColumn.set(column, [phrase])
      else list.push(phrase)
    }
  }
  knownByColumn.set(shared, byColumn)
  return byColumn
}

/** What a quotation carries besides its words. */
interface Carried {
  readonly targets: readonly CellTarget[]
  readonly notes: readonly Note[]
}

/** Marks of one quotation, at the positions of its own text. */
export function passageMarks(passage: Passage, { targets, notes }: Carried, { find, shared }: CellMarks): Mark[] {
  return [
    ...sharedSpans(passage, shared).map(({ start, end, phrase }): Mark => ({ start, end, kind: 'shared', note: shared.get(phrase) ?? '' })),
    ...targets.map((target): Mark => ({ ...within(passage, target), kind: 'target' })),
    ...targets.filter(({ by }) => by !== undefined).map((target): Mark => ({ ...within(passage, target), kind: 'by-hand' })),
    ...notes.flatMap(({ place, body, color }): Mark[] =>
      place === null || (color === null && isWhole(passage, place)) ? [] : [{ ...within(passage, place), kind: noteMark(color), ...(body === '' ? {} : { note: body }) }]
    ),
    ...(find === '' ? [] : phraseSpans(passage.text, [find]).map(({ start, end }): Mark => ({ start, end, kind: 'hit' })))
  ]
}

const knownSpans = new WeakMap<Passage, { readonly shared: string; readonly spans: ReturnType<typeof phraseSpans> }>()

/** Looked for once: a filter or a note draws the cell again, and the phrases stand where they stood. */
function sharedSpans(passage: Passage, shared: CellMarks['shared']): ReturnType<typeof phraseSpans> {
  const phrases = [...shared.keys()]
  const name = phrases.join('\n')
  const known = knownSpans.get(passage)
  if (known?.shared === name) return known.spans
  const spans = phraseSpans(
    passage.text,
    phrases.filter((phrase) => passage.text.includes(phrase))
  )
  knownSpans.set(passage, { shared: name, spans })
  return spans
}

/** A note on all of a quotation stands under it, and needs no mark in it. */
const isWhole = (passage: Passage, place: Span): boolean => place.start <= passage.start && passage.end <= place.end

const within = (passage: Passage, { start, end }: Span): Span => ({
  start: Math.max(0, start - passage.start),
  end: Math.min(passage.text.length, end - passage.start)
})
