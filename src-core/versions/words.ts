import { diffArrays } from 'diff'
import { charactersOf } from '../text/counted-text.ts'
import { endsSentenceAt } from '../text/sentences.ts'
import type { Span } from '../text/span.ts'
import type { Piece, WordWay } from './versions.ts'

/** Cuts a text into its words and whatever stands between them; joined again they are the text. */
export type CutWords = (text: string) => readonly string[]

/** Words that may differ between two paragraphs: the steps grow with the square of it. */
const MOST_EDITS = 1000
/** The same of sentences, where words differ too much. */
const MOST_SENTENCE_EDITS = 1000
/** A run in common that is shorter than this, between two changes, is chance: `的`, a comma. */
const SHORTEST_RUN = 2

export interface ComparedWords {
  readonly pieces: readonly Piece[]
  readonly way: WordWay
  /** Steps that it took, in the unit of the budget: the square of the words that differ. */
  readonly spent: number
}

export interface Side {
  readonly text: string
  readonly span: Span
}

/**
 * What two paragraphs have in common and what one of them alone, by words; by sentences where that
 * would take more than `steps` allow, and as a whole where even that would.
 */
export function compareWords(before: Side, after: Side, { cut, steps }: { readonly cut: CutWords; readonly steps: number }): ComparedWords {
  const most = Math.min(MOST_EDITS, Math.floor(Math.sqrt(Math.max(0, steps))))
  const [one, other] = [textOf(before), textOf(after)]
  const byWords = runsOf(cut(one), cut(other), most)
  const origin = { before: before.span.start, after: after.span.start }
  if (byWords !== null) return { pieces: withoutChance(piecesOf(byWords.runs, origin), before.text), way: 'words', spent: byWords.edits ** 2 }
  const bySentences = runsOf(sentencesOf(one), sentencesOf(other), MOST_SENTENCE_EDITS)
  if (bySentences !== null) return { pieces: piecesOf(bySentences.runs, origin), way: 'sentences', spent: most ** 2 }
  const runs: Run[] = [{ kind: 'deleted', length: one.length }, { kind: 'added', length: other.length }]
  return { pieces: piecesOf(runs, origin), way: 'whole', spent: most ** 2 }
}

const textOf = ({ text, span }: Side): string => text.slice(span.start, span.end)

interface Run {
  readonly kind: Piece['kind']
  /** UTF-16 code units. */
  readonly length: number
}

function runsOf(before: readonly string[], after: readonly string[], most: number): { readonly runs: Run[]; readonly edits: number } | null {
  const found = diffArrays([...before], [...after], { maxEditLength: most })
  if (found === undefined) return null
  const runs: Run[] = []
  let edits = 0
  for (const { value, added, removed, count } of found) {
    if (added || removed) edits += count
    runs.push({ kind: added ? 'added' : removed ? 'deleted' : 'same', length: value.reduce((sum, token) => sum + token.length, 0) })
  }
  return { runs, edits }
}

function piecesOf(runs: readonly Run[], origin: { readonly before: number; readonly after: number }): Piece[] {
  let { before, after } = origin
  return runs
    .filter(({ length }) => length > 0)
    .map(({ kind, length }) => {
      const [b, a] = [before, after]
      if (kind !== 'added') before += length
      if (kind !== 'deleted') after += length
      return { kind, before: { start: b, end: before }, after: { start: a, end: after } }
    })
}

/** Semantic clean-up: changes with a run in common between them that is too short to mean anything become one change. */
function withoutChance(pieces: readonly Piece[], text: string): Piece[] {
  const kept: Piece[] = []
  let change: { before: Span; after: Span } | null = null
  const close = (): void => {
    if (change !== null) kept.push(...changePieces(change))
    change = null
  }
  pieces.forEach((piece, index) => {
    const isChance =
      piece.kind === 'same' &&
      index > 0 &&
      index < pieces.length - 1 &&
      charactersOf(text.slice(piece.before.start, piece.before.end)) < SHORTEST_RUN &&
      !text.slice(piece.before.start, piece.before.end).includes('\n')
    if (piece.kind === 'same' && !isChance) {
      close()
      kept.push(piece)
    } else {
      change = change === null ? piece : { before: { start: change.before.start, end: piece.before.end }, after: { start: change.after.start, end: piece.after.end } }
    }
  })
  close()
  return kept
}

/** What was taken out stands first, then what came in. */
function changePieces({ before, after }: { readonly before: Span; readonly after: Span }): Piece[] {
  const deleted: Piece = { kind: 'deleted', before, after: { start: after.start, end: after.start } }
  const added: Piece = { kind: 'added', before: { start: before.end, end: before.end }, after }
  return [deleted, added].filter(({ kind }) => (kind === 'deleted' ? before.end > before.start : after.end > after.start))
}

function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '；' && text[at] !== '\n' && !endsSentenceAt(text, at)) continue
    sentences.push(text.slice(from, at + 1))
    from = at + 1
  }
  if (from < text.length) sentences.push(text.slice(from))
  return sentences
}
