import type { Span } from '../text/span.ts'
import type { CompiledCodebook, WordUse } from './compile.ts'
import { findWords, type Occurrences } from './matcher.ts'
import { ThemeReadings, type ThemeReading } from './theme-readings.ts'

/** What the words of one clause say, before any heading is asked. */
export interface ClauseReading {
  readonly themes: readonly ThemeReading[]
  /** Themes that the clause only hints at; they count where a heading or a neighbour has them. */
  readonly hints: readonly ThemeReading[]
  /** The clause names a subject outside the codebook. */
  readonly otherSubject: boolean
}

/** A word by itself; one item of a roll call; words that only together say it; a hint. */
const SCORE = { term: 0.95, item: 0.85, listed: 0.7, together: 0.8, hint: 0.6 } as const

/** How far an item may stand from the 、 of its list: `养老照护、`, `、城乡社区`. */
const LIST_REACH = { after: 3, before: 2 } as const

/** Commas of a list that names all the work of a government: a cause in it is named for itself. */
const LONG_LIST = 5

/** Words between the last two items of a list, and the characters that make another word of them (`参与`, `惠及`). */
const JOINERS = '和与及'
const BEFORE_NO_JOINER = '参涉普惠波触提赋'

/** What cannot stand between an item and the 、 of its list: a verb (`基金会聚焦主业、`), a manner (`养老服务专业化、`). */
const NOT_IN_AN_ITEM = '化聚焦参推实把让将被是要有向以为在'

const NOTHING: ClauseReading = { themes: [], hints: [], otherSubject: false }

/**
 * Reads every clause of a text. `clauses` are in order and do not overlap; the result has one
 * reading for each. Cost: one pass over the text and one over what was found.
 */
export function classifyClauses(text: string, clauses: readonly Span[], codebook: CompiledCodebook): ClauseReading[] {
  const found = findWords(codebook.matcher, text)
  const page: Page = { text, found, hidden: hiddenNames(found, codebook.uses), codebook }
  const readings: ClauseReading[] = []
  let at = 0
  for (const clause of clauses) {
    while (at < found.starts.length && found.starts[at]! < clause.start) at++
    const from = at
    while (at < found.starts.length && found.starts[at]! < clause.end) at++
    readings.push(from === at ? NOTHING : new ClauseReader(page, clause).read(from, at))
  }
  return readings
}

/** What all clauses of a text are read from. */
interface Page {
  readonly text: string
  readonly found: Occurrences
  /** 1 for each occurrence that stands inside a longer name. */
  readonly hidden: Uint8Array
  readonly codebook: CompiledCodebook
}

function hiddenNames({ starts, ends, words }: Occurrences, uses: readonly WordUse[]): Uint8Array {
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
interface Mention {
  readonly span: Span
  readonly theme: number
  readonly standing: 'alone' | 'in-list' | 'roll-call-only'
}

/** A word that only looks like a theme. */
interface Lookalike extends Span {
  readonly theme: number
}

/** What the clause says about its lists. */
interface ListContext {
  readonly outOfPlay: ReadonlySet<number>
  readonly spoiled: boolean
  readonly framed: boolean
}

class ClauseReader {
  readonly #page: Page
  readonly #clause: Span
  readonly #themes = new ThemeReadings()
  readonly #hints = new ThemeReadings()
  readonly #mentions: Mention[] = []
  readonly #lookalikes: Lookalike[] = []

  constructor(page: Page, clause: Span) {
    this.#page = page
    this.#clause = clause
  }

  /** Reads the occurrences `[from, to)`, which begin in the clause. */
  read(from: number, to: number): ClauseReading {
    const { found, hidden, codebook } = this.#page
    this.#collectLookalikes(from, to)
    const outOfPlay = new Set<number>()
    let spoiled = false
    let framed = false
    let otherSubject = this.#lookalikes.length > 0
    let parts = 0
    for (let i = from; i < to; i++) {
      const end = found.ends[i]!
      if (end > this.#clause.end) continue
      const use = codebook.uses[found.words[i]!]!
      for (const theme of use.unless) outOfPlay.add(theme)
      framed ||= use.framesRollCalls
      if (use.groups.length > 0) parts++
      if (hidden[i] === 1) continue
      spoiled ||= use.spoilsLists
      otherSubject ||= use.otherSubject
      if (use.namesTheme) this.#readName({ start: found.starts[i]!, end }, use)
    }
    if (parts > 1) this.#readGroups({ from, to, outOfPlay })
    if (this.#mentions.length > 0) this.#readMentions({ outOfPlay, spoiled, framed })
    return { themes: this.#themes.list(), hints: this.#hints.list(), otherSubject }
  }

  #collectLookalikes(from: number, to: number): void {
    const { found, hidden, codebook } = this.#page
    for (let i = from; i < to; i++) {
      if (hidden[i] === 1) continue
      for (const theme of codebook.uses[found.words[i]!]!.lookalikes) {
        this.#lookalikes.push({ start: found.starts[i]!, end: found.ends[i]!, theme })
      }
    }
  }

  #readName(span: Span, use: WordUse): void {
    for (const theme of use.terms) if (this.#isGenuine(span, theme)) this.#themes.add(theme, SCORE.term, span)
    for (const theme of use.items) {
      if (!this.#isGenuine(span, theme)) continue
      this.#mentions.push({ span, theme, standing: this.#isListed(span) ? 'in-list' : 'alone' })
    }
    for (const theme of use.rollCall) {
      if (this.#isGenuine(span, theme)) this.#mentions.push({ span, theme, standing: 'roll-call-only' })
    }
    for (const theme of use.cues) if (this.#isGenuine(span, theme)) this.#hints.add(theme, SCORE.hint, span)
  }

  /** A name that begins inside a lookalike is part of it, also where it runs on (`零碳社区建设`). */
  #isGenuine(name: Span, theme: number): boolean {
    for (const lookalike of this.#lookalikes) {
      if (lookalike.theme === theme && lookalike.start <= name.start && name.start < lookalike.end) return false
    }
    return true
  }

  /**
   * An item of a list counts when the list names several causes one by one, or names one theme more
   * than once (`养老事业和养老产业`); else it only hints.
   */
  #readMentions({ outOfPlay, spoiled, framed }: ListContext): void {
    const named = new Set(this.#themes.themesWhere((span) => this.#isListed(span)))
    const namedTwice = new Set<number>()
    for (const { theme, standing } of this.#mentions) {
      if (outOfPlay.has(theme) || standing === 'alone' || !(framed || standing === 'in-list')) continue
      if (named.has(theme) && standing === 'in-list') namedTwice.add(theme)
      named.add(theme)
    }
    const isRollCall = !spoiled && (named.size >= 2 || (framed && this.#listMarks() >= LONG_LIST))
    for (const { span, theme, standing } of this.#mentions) {
      const isMember = isRollCall && (framed || standing === 'in-list')
      const isOwnList = !spoiled && standing === 'in-list' && namedTwice.has(theme)
      if (outOfPlay.has(theme)) this.#hints.add(theme, SCORE.hint, span)
      else if (standing === 'alone') this.#themes.add(theme, SCORE.item, span)
      else if (isMember || isOwnList) this.#themes.add(theme, SCORE.listed, span)
      else this.#hints.add(theme, SCORE.hint, span)
    }
  }

  /** Words that only together carry a theme; where it is out of play they hint. */
  #readGroups({ from, to, outOfPlay }: { from: number; to: number; outOfPlay: ReadonlySet<number> }): void {
    const { found, codebook } = this.#page
    const present = new Map<number, Map<number, Span>>()
    for (let i = from; i < to; i++) {
      const word = found.words[i]!
      const span = { start: found.starts[i]!, end: found.ends[i]! }
      if (span.end > this.#clause.end) continue
      for (const group of codebook.uses[word]!.groups) {
        if (!this.#isGenuine(span, codebook.groups[group]!.theme)) continue
        const parts = present.get(group) ?? new Map<number, Span>()
        if (!parts.has(word)) parts.set(word, span)
        present.set(group, parts)
      }
    }
    for (const [group, parts] of present) {
      const { theme, words } = codebook.groups[group]!
      if (parts.size < words.length) continue
      const isOut = outOfPlay.has(theme)
      for (const span of parts.values()) {
        if (isOut) this.#hints.add(theme, SCORE.hint, span)
        else this.#themes.add(theme, SCORE.together, span)
      }
    }
  }

  #listMarks(): number {
    const { text } = this.#page
    let marks = 0
    for (let at = this.#clause.start; at < this.#clause.end; at++) if (text[at] === '、') marks++
    return marks
  }

  #isListed({ start, end }: Span): boolean {
    const { text } = this.#page
    const { start: first, end: last } = this.#clause
    for (let at = start - 1; at >= Math.max(first, start - 1 - LIST_REACH.before); at--) if (text[at] === '、') return true
    for (let at = end; at < Math.min(last, end + 1 + LIST_REACH.after); at++) {
      if (text[at] === '、') return true
      if (NOT_IN_AN_ITEM.includes(text[at]!)) break
    }
    if (end < last && JOINERS.includes(text[end]!)) return true
    return start > first && JOINERS.includes(text[start - 1]!) && !(start - 1 > first && BEFORE_NO_JOINER.includes(text[start - 2]!))
  }
}
