import type { Span } from '../text/span.ts'
import { fit } from './likeness.ts'
import { between, type Quote } from './quote.ts'
import type { TextIndex } from './text-index.ts'

/** Stretches of this many characters, of the surroundings and of the words, say where to look. */
const seed = 8
/** A place is looked at where so many of them stand together as they did, one of the surroundings among them. */
const leastSeeds = 2
const mostPlaces = 4
/** Longer words are not compared character by character: it would take seconds. */
const longest = 4_000

/** A place where surroundings of a quotation stand, with whatever stands between them now. */
export interface NearPlace {
  /** By the stretches nearest to the words on either side. */
  readonly rough: Span
  /** Whether those stretches touch it: it is then right to the character. */
  readonly isExact: boolean
  /** All that may belong to it. */
  readonly within: Span
}

/** Stretches that stand together as they did; positions say where the surroundings would begin. */
interface Neighbourhood {
  readonly least: number
  most: number
  seeds: number
  /** By the stretch before the words, and by the one after them, that is nearest to them. */
  before: Hit | null
  after: Hit | null
}

interface Hit {
  readonly at: number
  readonly side: 'before' | 'within' | 'after'
  /** How many characters lie between it and the words. */
  readonly apart: number
}

/**
 * Places where the surroundings of a quotation stand, those with most in common first. Nothing is
 * looked for by likeness alone: where no stretch of the surroundings is left, there is no such place.
 */
export function nearPlaces(index: TextIndex, { exact, prefix, suffix }: Quote): NearPlace[] {
  const slack = slackOf(exact)
  const length = prefix.length + exact.length + suffix.length
  const at = (position: number): number => between(index.text, Math.min(index.text.length, Math.max(0, position)))
  return neighbourhoods(index, { exact, prefix, suffix })
    .filter(({ seeds, before, after }) => seeds >= leastSeeds && (before !== null || after !== null))
    .sort((a, b) => b.seeds - a.seeds)
    .slice(0, mostPlaces)
    .map(({ least, most, before, after }) => {
      const start = at((before ?? after)!.at + prefix.length)
      const end = Math.max(start, at((after ?? before)!.at + prefix.length + exact.length))
      const isExact = before?.apart === 0 && after?.apart === 0
      return { rough: { start, end }, isExact, within: { start: at(least - slack), end: at(most + length + slack) } }
    })
}

/** To the character. */
export function fitted({ text }: TextIndex, { exact, prefix, suffix }: Quote, { rough, isExact, within }: NearPlace): Span {
  if (isExact || exact.length > longest) return rough
  const place = fit(prefix + exact + suffix, text.slice(within.start, within.end), { start: prefix.length, end: prefix.length + exact.length })
  return { start: between(text, within.start + place.start), end: between(text, within.start + place.end) }
}

const slackOf = (exact: string): number => 24 + (exact.length >> 2)

function neighbourhoods(index: TextIndex, quote: Quote): Neighbourhood[] {
  const slack = slackOf(quote.exact)
  const found: Neighbourhood[] = []
  for (const hit of hits(index, quote)) {
    const { at, side, apart } = hit
    const last = found.at(-1)
    const here = last !== undefined && at - last.most <= slack ? last : { least: at, most: at, seeds: 0, before: null, after: null }
    if (here !== last) found.push(here)
    here.most = at
    here.seeds += 1
    if (side !== 'within' && apart < (here[side]?.apart ?? Infinity)) here[side] = hit
  }
  return found
}

/** Where the stretches stand, in the order of the text. */
function hits(index: TextIndex, { exact, prefix, suffix }: Quote): Hit[] {
  const found: Hit[] = []
  const look = (words: string, offset: number, of: Pick<Hit, 'side' | 'apart'>): void => {
    for (const place of index.find(words)) found.push({ at: place - offset, ...of })
  }
  for (let apart = 0; apart + seed <= prefix.length; apart += seed) {
    const at = prefix.length - seed - apart
    look(prefix.slice(at, at + seed), at, { side: 'before', apart })
  }
  for (let apart = 0; apart + seed <= suffix.length; apart += seed) {
    look(suffix.slice(apart, apart + seed), prefix.length + exact.length + apart, { side: 'after', apart })
  }
  const step = Math.max(seed, exact.length >> 3)
  for (let at = 0; at + seed <= exact.length; at += step) look(exact.slice(at, at + seed), prefix.length + at, { side: 'within', apart: 0 })
  return found.sort((a, b) => a.at - b.at)
}
