import type { Span } from '../text/span.ts'
import type { CompiledCodebook, WordUse } from './compile.ts'
import { findWords, type Occurrences } from './matcher.ts'

/** What the words of one clause say, before any heading is asked. Themes are indexes into `themeIds`. */
export interface ClauseReading {
  readonly themes: readonly ThemeReading[]
  /** Themes that the clause only hints at; they count where a heading or a neighbour has them. */
  readonly hints: readonly ThemeReading[]
  /** The clause names a subject outside the codebook. */
  readonly otherSubject: boolean
}

export interface ThemeReading {
  readonly theme: number
  /** 0..1 */
  readonly score: number
  readonly evidence: readonly Span[]
}

/** A word by itself; one item of a roll call; words that only together say it; a hint. */
const SCORE = { term: 0.95, item: 0.85, listed: 0.7, together: 0.8, hint: 0.6 } as const

/** How far an item may stand from the 、 of its list: `养老照护、`, `、城乡社区`. */
const LIST_REACH = { after: 4, before: 2 } as const

/** Commas of a list that names all the work of a government: one of our causes in it is named for itself. */
const LONG_LIST = 5

/** Words between the last two items of a list. */
const JOINERS = ['和', '与', '及']

const NOTHING: ClauseReading = { themes: [], hints: [], otherSubject: false }

/**
 * Reads every clause of a text. `clauses` are in order and do not overlap; the result has one
 * reading for each. Cost: one pass over the text and one over what was found.
 */
export function classifyClauses(text: string, clauses: readonly Span[], codebook: CompiledCodebook): ClauseReading[] {
  const found = findWords(codebook.matcher, text)
  const hidden = hiddenNames(found, codebook.uses)
  const readings: ClauseReading[] = []
  let at = 0
  for (const clause of clauses) {
    while (at < found.starts.length && found.starts[at]! < clause.start) at++
    const from = at
    while (at < found.starts.length && found.starts[at]! < clause.end) at++
    readings.push(from === at ? NOTHING : new ClauseReader(text, clause, found, hidden, codebook).read(from, at))
  }
  return readings
}

/** Marks each name that stands inside a longer name. */
function hiddenNames(found: Occurrences, uses: readonly WordUse[]): Uint8Array {
  const { starts, ends, words } = found
  const hidden = new Uint8Array(starts.length)
  let reach = 0
  for (let i = 0; i < starts.length; ) {
    let groupEnd = i
    let longest = 0
    while (groupEnd < starts.length && starts[groupEnd] === starts[i]) {
      if (uses[words[groupEnd]!]!.isName) longest = Math.max(longest, ends[groupEnd]!)
      groupEnd++
    }
    for (let k = i; k < groupEnd; k++) {
      if (ends[k]! <= reach || ends[k]! < longest) hidden[k] = 1
    }
    reach = Math.max(reach, longest)
    i = groupEnd
  }
  return hidden
}

/** A word that counts or not by what stands around it. */
interface Mention extends Span {
  readonly theme: number
  readonly standing: 'alone' | 'in-list' | 'roll-call-only'
}

/** What the clause says about its lists. */
interface ListContext {
  readonly outOfPlay: ReadonlySet<number>
  readonly spoiled: boolean
  readonly framed: boolean
}

/** The reading of one clause. */
class ClauseReader {
  readonly #text: string
  readonly #clause: Span
  readonly #found: Occurrences
  readonly #hidden: Uint8Array
  readonly #codebook: CompiledCodebook
  readonly #readings = new Map<number, { score: number; evidence: Span[] }>()
  readonly #hints = new Map<number, { score: number; evidence: Span[] }>()

  constructor(text: string, clause: Span, found: Occurrences, hidden: Uint8Array, codebook: CompiledCodebook) {
    this.#text = text
    this.#clause = clause
    this.#found = found
    this.#hidden = hidden
    this.#codebook = codebook
  }

  read(from: number, to: number): ClauseReading {
    const mentions: Mention[] = []
    const outOfPlay = new Set<number>()
    const blocked = new Map<number, number>()
    let spoiled = false
    let framed = false
    let otherSubject = false
    let grouped = false
    for (let i = from; i < to; i++) {
      const span = { start: this.#found.starts[i]!, end: this.#found.ends[i]! }
      if (span.end > this.#clause.end) continue
      const use = this.#codebook.uses[this.#found.words[i]!]!
      for (const theme of use.unless) outOfPlay.add(theme)
      framed ||= use.framesRollCalls
      grouped ||= use.groups.length > 0
      if (this.#hidden[i] === 1) continue
      spoiled ||= use.spoilsLists
      otherSubject ||= use.otherSubject
      for (const theme of use.lookalikes) blocked.set(theme, span.end)
      const isFree = (theme: number): boolean => (blocked.get(theme) ?? 0) <= span.start
      for (const theme of use.terms) if (isFree(theme)) add(this.#readings, theme, SCORE.term, span)
      for (const theme of use.items) {
        if (isFree(theme)) mentions.push({ ...span, theme, standing: this.#isListed(span) ? 'in-list' : 'alone' })
      }
      for (const theme of use.rollCall) if (isFree(theme)) mentions.push({ ...span, theme, standing: 'roll-call-only' })
      for (const theme of use.cues) if (isFree(theme)) add(this.#hints, theme, SCORE.hint, span)
    }
    if (grouped) this.#readGroups(from, to)
    if (mentions.length > 0) this.#readMentions(mentions, { outOfPlay, spoiled, framed })
    return { themes: sorted(this.#readings), hints: sorted(this.#hints), otherSubject }
  }

  /**
   * An item of a list counts when the list names several causes one by one, or names one theme more
   * than once (`养老事业和养老产业`); else it only hints.
   */
  #readMentions(mentions: readonly Mention[], { outOfPlay, spoiled, framed }: ListContext): void {
    const named = new Set<number>()
    const twice = new Set<number>()
    for (const [theme, { evidence }] of this.#readings) if (evidence.some((span) => this.#isListed(span))) named.add(theme)
    for (const { theme, standing } of mentions) {
      if (outOfPlay.has(theme) || standing === 'alone' || !(framed || standing === 'in-list')) continue
      if (named.has(theme) && standing === 'in-list') twice.add(theme)
      named.add(theme)
    }
    const isRollCall = !spoiled && (named.size >= 2 || (framed && this.#listMarks() >= LONG_LIST))
    for (const mention of mentions) {
      const { theme, standing } = mention
      const isMember = isRollCall && (framed || standing === 'in-list')
      const counts = standing === 'alone' || isMember || (twice.has(theme) && standing === 'in-list' && !spoiled)
      if (counts && !outOfPlay.has(theme)) add(this.#readings, theme, standing === 'alone' ? SCORE.item : SCORE.listed, mention)
      else add(this.#hints, theme, SCORE.hint, mention)
    }
  }

  #readGroups(from: number, to: number): void {
    const { uses, groups } = this.#codebook
    const places = new Map<number, Span>()
    const touched = new Set<number>()
    for (let i = from; i < to; i++) {
      const word = this.#found.words[i]!
      if (uses[word]!.groups.length === 0 || this.#found.ends[i]! > this.#clause.end) continue
      if (!places.has(word)) places.set(word, { start: this.#found.starts[i]!, end: this.#found.ends[i]! })
      for (const group of uses[word]!.groups) touched.add(group)
    }
    for (const group of touched) {
      const { theme, words } = groups[group]!
      const spans = words.map((word) => places.get(word))
      if (!spans.every((span) => span !== undefined)) continue
      for (const span of spans) add(this.#readings, theme, SCORE.together, span)
    }
  }

  #listMarks(): number {
    let marks = 0
    for (let at = this.#clause.start; at < this.#clause.end; at++) if (this.#text[at] === '、') marks++
    return marks
  }

  #isListed({ start, end }: Span): boolean {
    for (let at = start - 1; at >= Math.max(this.#clause.start, start - 1 - LIST_REACH.before); at--) {
      if (this.#text[at] === '、') return true
    }
    for (let at = end; at < Math.min(this.#clause.end, end + 1 + LIST_REACH.after); at++) {
      if (this.#text[at] === '、') return true
    }
    return JOINERS.includes(this.#text[end] ?? '') || (start > this.#clause.start && JOINERS.includes(this.#text[start - 1]!))
  }
}

function add(readings: Map<number, { score: number; evidence: Span[] }>, theme: number, score: number, span: Span): void {
  const known = readings.get(theme)
  const evidence = { start: span.start, end: span.end }
  if (known === undefined) readings.set(theme, { score, evidence: [evidence] })
  else {
    known.score = Math.max(known.score, score)
    known.evidence.push(evidence)
  }
}

/** In the order of the codebook, evidence in the order of the text. */
function sorted(readings: ReadonlyMap<number, { score: number; evidence: Span[] }>): ThemeReading[] {
  return [...readings]
    .sort(([a], [b]) => a - b)
    .map(([theme, { score, evidence }]) => ({ theme, score, evidence: evidence.sort((a, b) => a.start - b.start) }))
}
