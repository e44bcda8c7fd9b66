import type { Span } from '#core/text/span.ts'

/** Whole numbers that look random and are the same at every run (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

/** A text whose every character knows who it is: an edit gives new ones to what it writes, and takes those it moves along. */
export interface EditedText {
  text: string
  /** One for each character. A copy has its own. */
  ids: number[]
  /** Of each id: the one that it is a copy of, or itself. */
  originals: number[]
}

export function unedited(text: string): EditedText {
  const ids = Array.from({ length: text.length }, (_, index) => index)
  return { text, ids, originals: [...ids] }
}

type Random = ReturnType<typeof randomFrom>

export const editKinds = ['insert', 'delete', 'replace', 'move', 'duplicate', 'digit'] as const

/** One random edit. What is written comes from the text itself: words that are at home there are the hardest to tell apart. */
export function edit(edited: EditedText, random: Random): void {
  const { text } = edited
  const kind = editKinds[random(editKinds.length)]!
  const at = random(text.length)
  const length = 1 + random(20)
  switch (kind) {
    case 'insert':
      return put(edited, { start: at, end: at }, fresh(edited, someWords(text, random)))
    case 'delete':
      return put(edited, { start: at, end: Math.min(text.length, at + length) }, nothing)
    case 'replace':
      return put(edited, { start: at, end: Math.min(text.length, at + length) }, fresh(edited, someWords(text, random)))
    case 'move': {
      const moved = paragraphAt(text, at)
      const piece = { text: text.slice(moved.start, moved.end), ids: edited.ids.slice(moved.start, moved.end) }
      put(edited, moved, nothing)
      return put(edited, paragraphStart(edited.text, random), piece)
    }
    case 'duplicate': {
      const { start, end } = paragraphAt(text, at)
      return put(edited, paragraphStart(text, random), fresh(edited, text.slice(start, end), edited.ids.slice(start, end)))
    }
    case 'digit': {
      const digits = [...text.matchAll(/\d/g)]
      const digit = digits[random(digits.length)]
      if (digit === undefined) return
      const other = String((Number(digit[0]) + 1 + random(9)) % 10)
      return put(edited, { start: digit.index, end: digit.index + 1 }, fresh(edited, other))
    }
  }
}

interface Piece {
  readonly text: string
  readonly ids: readonly number[]
}

const nothing: Piece = { text: '', ids: [] }

function fresh(edited: EditedText, text: string, copied?: readonly number[]): Piece {
  const from = edited.originals.length
  for (let n = 0; n < text.length; n++) edited.originals.push(copied === undefined ? from + n : edited.originals[copied[n]!]!)
  return { text, ids: Array.from({ length: text.length }, (_, n) => from + n) }
}

function put(edited: EditedText, { start, end }: Span, { text, ids }: Piece): void {
  edited.text = edited.text.slice(0, start) + text + edited.text.slice(end)
  edited.ids = [...edited.ids.slice(0, start), ...ids, ...edited.ids.slice(end)]
}

function someWords(text: string, random: Random): string {
  const at = random(text.length)
  return text.slice(at, at + 1 + random(20))
}

/** With the line feed after it. */
function paragraphAt(text: string, at: number): Span {
  const end = text.indexOf('\n', at)
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: end === -1 ? text.length : end + 1 }
}

function paragraphStart(text: string, random: Random): Span {
  const { start } = paragraphAt(text, random(text.length))
  return { start, end: start }
}
