import type { Span } from '../text/span.ts'
import type { SharedPhrase } from './comparison.ts'
import { isLowSurrogate } from '../text/counted-text.ts'
import { SuffixAutomaton } from './suffix-automaton.ts'
import { isWordCharacter } from './word-character.ts'

/** Shortest phrase, in characters, that counts as shared unless a person asks otherwise: shorter ones are the common coin of the language. */
export const SHORTEST_SHARED_PHRASE = 5

/**
 * What the passages of at least two columns have word for word in common, longest first.
 *
 * A phrase is a stretch of `shortest` or more characters of one passage that stands in a passage of another
 * column too and cannot be made longer there without losing that; it neither begins nor ends with a
 * mark and does not run over the end of a passage or paragraph. A phrase that stands nowhere but
 * inside longer shared ones is left out. Linear in the characters, plus the occurrences found.
 *
 * @param columns the texts of the passages of each column.
 * @param shortest characters of the shortest phrase told; at least 2.
 * @example sharedPhrases([['推进养老事业和养老产业发展'], ['着力推动养老事业和养老产业协同']])
 *   // [{ phrase: '养老事业和养老产业', columns: [0, 1] }]
 */
export function sharedPhrases(columns: readonly (readonly string[])[], shortest = SHORTEST_SHARED_PHRASE): SharedPhrase[] {
  if (columns.filter((texts) => texts.length > 0).length < 2) return []
  const candidates = candidateStretches(columns, shortest)
  const index = indexStretches(candidates)
  const phrases = new Set<string>()
  for (const stretch of candidates) for (const phrase of longestShared(stretch.text, index, shortest)) phrases.add(phrase)
  return [...phrases]
    .sort((a, b) => charactersOf(b) - charactersOf(a))
    .map((phrase) => ({ phrase, columns: columnsWith(phrase, index) }))
}

export interface LocatedPhrase extends Span {
  /** Index in the list of phrases. */
  readonly phrase: number
}

/**
 * Where shared phrases stand in one passage, in order: every occurrence but those inside a longer one.
 * Occurrences may overlap.
 *
 * @param column index of the passage's column; phrases that it does not share are passed over.
 */
export function locateSharedPhrases(text: string, phrases: readonly SharedPhrase[], column: number): LocatedPhrase[] {
  const found: LocatedPhrase[] = []
  phrases.forEach(({ phrase, columns }, index) => {
    if (!columns.includes(column)) return
    for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
      found.push({ start, end: start + phrase.length, phrase: index })
    }
  })
  return withoutContained(found)
}

interface Stretch {
  readonly column: number
  readonly text: string
}

/**
 * The stretches that can hold a shared phrase at all: runs of places whose next `shortest` units also stand
 * in another column. Two different grams may fall into one slot; that only makes a candidate longer.
 * Official prose keeps about a quarter of its characters here, and the index is built of those alone.
 */
function candidateStretches(columns: readonly (readonly string[])[], shortest: number): Stretch[] {
  const lines = columns.flatMap((texts, column) =>
    texts.flatMap((text) => text.split(/[\n\r]+/).map((line) => ({ column, text: line })))
  )
  const total = lines.reduce((sum, { text }) => sum + text.length, 0)
  const slots = 1 << Math.min(22, 35 - Math.clz32(total))
  const owner = new Int32Array(slots)
  for (const { column, text } of lines) {
    forEachGram(text, shortest, (hash) => {
      const slot = hash & (slots - 1)
      owner[slot] = owner[slot] === 0 || owner[slot] === column + 1 ? column + 1 : MANY
    })
  }
  const stretches: Stretch[] = []
  for (const { column, text } of lines) {
    let start = -1
    let end = -1
    forEachGram(text, shortest, (hash, at) => {
      if (owner[hash & (slots - 1)] !== MANY) return
      if (at > end - shortest + 1) {
        if (start >= 0) stretches.push({ column, text: text.slice(start, end) })
        start = at
      }
      end = at + shortest
    })
    if (start >= 0) stretches.push({ column, text: text.slice(start, end) })
  }
  return stretches
}

const MANY = -1

function forEachGram(text: string, length: number, visit: (hash: number, at: number) => void): void {
  for (let at = 0; at + length <= text.length; at++) {
    let hash = 0
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ text.charCodeAt(at + i), 0x01000193)
    visit(hash ^ (hash >>> 15), at)
  }
}

/** The automaton of all candidate stretches, and which columns' stretches pass through its states. */
interface StretchIndex {
  readonly automaton: SuffixAutomaton
  /** For each state: length of its longest suffix (itself included) that stands in two columns or more. */
  readonly sharedLength: Int32Array
  /** For each state: columns of the stretches of which some prefix is the longest string of the state. */
  readonly columnsEnding: ReadonlyMap<number, readonly number[]>
  /** The tree of suffix links downwards: first child of a state, and next sibling. */
  readonly child: Int32Array
  readonly sibling: Int32Array
}

const NONE = -2

function indexStretches(stretches: readonly Stretch[]): StretchIndex {
  const automaton = new SuffixAutomaton(stretches.reduce((sum, { text }) => sum + text.length, 0))
  for (const { text } of stretches) {
    let state = 0
    for (let i = 0; i < text.length; i++) state = automaton.append(state, text.charCodeAt(i))
  }
  const columnsEnding = new Map<number, number[]>()
  const owner = new Int32Array(automaton.states).fill(NONE)
  for (const { text, column } of stretches) {
    let state = 0
    for (let i = 0; i < text.length; i++) {
      state = automaton.step(state, text.charCodeAt(i))
      const known = columnsEnding.get(state)
      if (known === undefined) columnsEnding.set(state, [column])
      else if (known.at(-1) !== column) known.push(column)
      owner[state] = owner[state] === NONE || owner[state] === column ? column : MANY
    }
  }
  const order = statesByLength(automaton)
  const child = new Int32Array(automaton.states).fill(-1)
  const sibling = new Int32Array(automaton.states).fill(-1)
  for (let i = order.length - 1; i > 0; i--) {
    const state = order[i]!
    const parent = automaton.link[state]!
    owner[parent] = owner[parent] === NONE || owner[parent] === owner[state] ? owner[state]! : MANY
    sibling[state] = child[parent]!
    child[parent] = state
  }
  const sharedLength = new Int32Array(automaton.states)
  for (let i = 1; i < order.length; i++) {
    const state = order[i]!
    sharedLength[state] = owner[state] === MANY ? automaton.length[state]! : sharedLength[automaton.link[state]!]!
  }
  return { automaton, sharedLength, columnsEnding, child, sibling }
}

/** Counting sort: a state comes after the states its links lead to. State 0 is first. */
function statesByLength({ length, states }: SuffixAutomaton): Int32Array {
  let longest = 0
  for (let state = 0; state < states; state++) longest = Math.max(longest, length[state]!)
  const place = new Int32Array(longest + 2)
  for (let state = 0; state < states; state++) place[length[state]! + 1]!++
  for (let i = 1; i < place.length; i++) place[i]! += place[i - 1]!
  const order = new Int32Array(states)
  for (let state = 0; state < states; state++) order[place[length[state]!]!++] = state
  return order
}

/** The longest shared phrases of one stretch, marks at their ends taken off. */
function longestShared(text: string, { automaton, sharedLength }: StretchIndex, shortest: number): string[] {
  const spans: Span[] = []
  let state = 0
  for (let end = 1; end <= text.length; end++) {
    state = automaton.step(state, text.charCodeAt(end - 1))
    const length = sharedLength[state]!
    const start = end - length
    const last = spans.at(-1)
    if (last !== undefined && last.start === start) spans[spans.length - 1] = { start, end }
    else if (length >= shortest) spans.push({ start, end })
  }
  const trimmed = spans
    .map((span) => withoutOuterMarks(text, span))
    .filter((span) => charactersOf(text.slice(span.start, span.end)) >= shortest)
  return withoutContained(trimmed).map(({ start, end }) => text.slice(start, end))
}

function withoutOuterMarks(text: string, { start, end }: Span): Span {
  let from = start
  let to = end
  if (from < to && isLowSurrogate(text.charCodeAt(from))) from++
  if (from < to && isHighSurrogate(text.charCodeAt(to - 1))) to--
  while (from < to && !isWordCharacter(text.charCodeAt(from))) from++
  while (from < to && !isWordCharacter(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

/** In order of place; of spans one inside another the longer stays. */
function withoutContained<S extends Span>(spans: readonly S[]): S[] {
  let reached = -1
  return [...spans]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span) => {
      if (span.end <= reached) return false
      reached = span.end
      return true
    })
}

/** All columns that have a phrase: each place where it ends is a prefix kept at its state or at one below. */
function columnsWith(phrase: string, { automaton, columnsEnding, child, sibling }: StretchIndex): number[] {
  let state = 0
  for (let i = 0; i < phrase.length; i++) state = automaton.step(state, phrase.charCodeAt(i))
  const columns = new Set<number>(columnsEnding.get(state))
  const open = [child[state]!]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at < 0) continue
    for (const column of columnsEnding.get(at) ?? []) columns.add(column)
    open.push(sibling[at]!, child[at]!)
  }
  return [...columns].sort((a, b) => a - b)
}

function charactersOf(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) if (!isLowSurrogate(text.charCodeAt(i))) count++
  return count
}

const isHighSurrogate = (code: number): boolean => (code & 0xfc00) === 0xd800
