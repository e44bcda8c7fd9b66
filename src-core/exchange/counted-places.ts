import type { Span } from '../text/span.ts'
import { writable } from './element.ts'

/** A text as the program keeps it: no mark of byte order, every line end a line feed. */
export const normalText = (raw: string): string => raw.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n')

/** How a program counts: the standard's way is the first of `countings`. */
export interface Counting {
  readonly unit: 'code-point' | 'utf-16'
  /** What a CRLF counts. */
  readonly lineEnd: 1 | 2
  readonly byteOrderMark: 0 | 1
  readonly end: 'exclusive' | 'inclusive'
}

const standard: Counting = { unit: 'code-point', lineEnd: 2, byteOrderMark: 0, end: 'exclusive' }

/** The standard's, then the habits of programs, those that change less first. */
function countings(raw: string): Counting[] {
  const lineEnds = raw.includes('\r\n') ? ([2, 1] as const) : ([2] as const)
  const marks = raw.startsWith('\ufeff') ? ([0, 1] as const) : ([0] as const)
  const units = /[\ud800-\udbff][\udc00-\udfff]/.test(raw) ? (['code-point', 'utf-16'] as const) : (['code-point'] as const)
  return (['exclusive', 'inclusive'] as const).flatMap((end) =>
    units.flatMap((unit) => marks.flatMap((byteOrderMark) => lineEnds.map((lineEnd): Counting => ({ unit, lineEnd, byteOrderMark, end }))))
  )
}

/** The position in the normal text of each position that a program counts. */
function positionsOf(raw: string, { unit, lineEnd, byteOrderMark }: Counting): number[] {
  const positions: number[] = []
  let at = 0
  const count = (times: number, length: number): void => {
    for (let n = 0; n < times; n++) positions.push(at)
    at += length
  }
  let before = ''
  for (const character of raw) {
    if (character === '\ufeff' && before === '') count(byteOrderMark, 0)
    else if (character === '\n' && before === '\r') count(lineEnd - 1, 0) // its `\r` has counted for it
    else count(unit === 'utf-16' ? character.length : 1, character.length)
    before = character
  }
  positions.push(at)
  return positions
}

interface Named extends Span {
  readonly name: string
  readonly description: string
}

/** Where a selection stands in the normal text; null where it stands nowhere in it. `agrees`: null where its name is no quotation. */
export interface FoundPlace {
  readonly place: Span | null
  readonly agrees: boolean | null
}

/**
 * Places of selections in the normal text, by the counting under which most of their names are the
 * words that stand there. Where none is under any, names are labels and say nothing.
 */
export function countedPlaces(raw: string, selections: readonly Named[]): { readonly places: readonly FoundPlace[]; readonly counting: Counting } {
  const text = normalText(raw)
  let best: { places: FoundPlace[]; counting: Counting; agreeing: number } | null = null
  for (const counting of countings(raw)) {
    const positions = positionsOf(raw, counting)
    const places = selections.map((selection): FoundPlace => {
      const place = placeIn(positions, selection, counting)
      return { place, agrees: place === null ? false : quotes(selection, text.slice(place.start, place.end)) }
    })
    const agreeing = places.filter(({ agrees }) => agrees === true).length
    if (best === null || agreeing > best.agreeing) best = { places, counting, agreeing }
    if (agreeing === selections.length) break
  }
  const { places, counting, agreeing } = best ?? { places: [], counting: standard, agreeing: 0 }
  if (agreeing > 0) return { places, counting }
  return { places: places.map(({ place }) => ({ place, agrees: place === null ? false : null })), counting }
}

function placeIn(positions: readonly number[], { start, end }: Span, counting: Counting): Span | null {
  const from = positions[start]
  const to = positions[counting.end === 'inclusive' ? end + 1 : end]
  return from === undefined || to === undefined || to <= from ? null : { start: from, end: to }
}

/** Whether the name, or the description, is what stands there, whole or its beginning. */
function quotes({ name, description }: Named, words: string): boolean {
  const there = plain(words)
  return [name, description].some((stated) => {
    const said = plain(stated)
    return said !== '' && (said === there || (/(?:…|\.\.\.)$/.test(said) && there.startsWith(said.replace(/(?:…|\.\.\.)$/, ''))))
  })
}

/** Programs shorten names, and make spaces of line ends. */
const plain = (text: string): string => writable(text).normalize('NFC').replaceAll(/\s+/g, ' ').trim()
