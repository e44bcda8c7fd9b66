import { symbolText } from '../docx/symbols.ts'
import type { Fib } from './fib.ts'
import { readFonts } from './fonts.ts'
import { characterRuns, paragraphRuns, runIndexAt, type FormattedRun } from './formatted-pages.ts'
import { numberOf, operationsOf, type Operation } from './operations.ts'
import type { Piece } from './piece-table.ts'

/** What is to be known of the formatting of a document, by character position. */
export interface Formatting {
  isDeleted(position: number): boolean
  isHidden(position: number): boolean
  /** The character of a symbol font that a `(` stands for; null where the text is what it is. */
  symbolAt(position: number): string | null
  /** The properties of the paragraph whose mark stands at the position. */
  paragraphAt(position: number): ParagraphFormat
}

export interface ParagraphFormat {
  /** Number of its style in the style sheet. */
  readonly style: number
  readonly isInTable: boolean
  /** The mark ends the row, not a cell. */
  readonly endsRow: boolean
  /** A paragraph mark that ends a cell of a table within a table. */
  readonly endsInnerCell: boolean
  /** Number of the list override, from 1; 0: no list although the style may have one; null: as the style says. */
  readonly list: number | null
  /** 0-based; null: as the style says. */
  readonly level: number | null
}

/** Formatting of a file of which nothing is known. */
export const noFormatting: Formatting = {
  isDeleted: () => false,
  isHidden: () => false,
  symbolAt: () => null,
  paragraphAt: () => plainParagraph
}

export const plainParagraph: ParagraphFormat = { style: 0, isInTable: false, endsRow: false, endsInnerCell: false, list: null, level: null }

const DELETED = 1
const HIDDEN = 2

const operationCodes = {
  deleted: 0x0800,
  hidden: 0x083c,
  symbol: 0x6a09,
  style: 0x4600,
  inTable: 0x2416,
  endsRow: 0x2417,
  endsInnerCell: 0x244b,
  endsInnerRow: 0x244c,
  level: 0x260a,
  list: 0x460b,
  elsewhere: 0x6646
} as const

export interface FormattedStreams {
  readonly stream: Buffer
  readonly table: Buffer
  /** Where formatting that fits no page lies. */
  readonly data: Buffer | null
}

/** @throws RangeError where the formatting is damaged */
export function readFormatting(streams: FormattedStreams, fib: Fib, pieces: readonly Piece[]): Formatting {
  const { stream, table, data } = streams
  const marks = new Uint8Array(pieces.at(-1)?.end ?? 0)
  const symbols = new Map<number, string>()
  const fonts = readFonts(table, fib)
  const characters = characterRuns(stream, table, fib)
  for (const piece of pieces) markCharacters(piece, characters, { marks, symbols, fonts })
  const paragraphs = paragraphRuns(stream, table, fib)
  return {
    isDeleted: (position) => (marks[position]! & DELETED) !== 0,
    isHidden: (position) => (marks[position]! & HIDDEN) !== 0,
    symbolAt: (position) => symbols.get(position) ?? null,
    paragraphAt: (position) => {
      const piece = pieceAt(pieces, position)
      if (piece === null) return plainParagraph
      const byte = piece.offset + (position - piece.start) * piece.bytesPerCharacter
      const run = paragraphs[runIndexAt(paragraphs, byte)]
      const own = run === undefined || run.start > byte ? null : run
      return paragraphFormat(own?.style ?? 0, [...(own === null ? [] : withMoved(operationsOf(own.changes), data)), ...operationsOf(piece.changes)])
    }
  }
}

interface Marked {
  readonly fonts: readonly string[]
  readonly marks: Uint8Array
  readonly symbols: Map<number, string>
}

function markCharacters(piece: Piece, runs: readonly FormattedRun[], { marks, symbols, fonts }: Marked): void {
  const { start, end, offset, bytesPerCharacter } = piece
  const endByte = offset + (end - start) * bytesPerCharacter
  const positionOf = (byte: number): number => start + Math.ceil((byte - offset) / bytesPerCharacter)
  for (let index = runIndexAt(runs, offset); index < runs.length && runs[index]!.start < endByte; index++) {
    const run = runs[index]!
    const first = positionOf(Math.max(run.start, offset))
    const last = positionOf(Math.min(run.end, endByte))
    for (const operation of operationsOf(run.changes)) {
      if (operation.code === operationCodes.symbol) for (let at = first; at < last; at++) symbols.set(at, symbolText(operation.operand.readUInt16LE(2).toString(16), fonts[operation.operand.readUInt16LE(0)] ?? null))
      else markOf(operation, marks.subarray(first, last))
    }
  }
  for (const operation of operationsOf(piece.changes)) markOf(operation, marks.subarray(start, end))
}

function markOf(operation: Operation, marks: Uint8Array): void {
  const mark = operation.code === operationCodes.deleted ? DELETED : operation.code === operationCodes.hidden ? HIDDEN : 0
  if (mark === 0) return
  const isSet = numberOf(operation) === 1
  for (let at = 0; at < marks.length; at++) marks[at] = isSet ? marks[at]! | mark : marks[at]! & ~mark
}

function pieceAt(pieces: readonly Piece[], position: number): Piece | null {
  let low = 0
  let high = pieces.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end <= position) low = middle + 1
    else high = middle
  }
  return pieces[low] ?? null
}

/** Formatting that was too long for its page lies in the stream `Data`. */
function withMoved(operations: readonly Operation[], data: Buffer | null): Operation[] {
  return operations.flatMap((operation) => {
    if (operation.code !== operationCodes.elsewhere || data === null) return [operation]
    const at = numberOf(operation)
    if (at + 2 > data.length) return []
    return operationsOf(data.subarray(at + 2, at + 2 + data.readUInt16LE(at)))
  })
}

export function paragraphFormat(style: number, operations: readonly Operation[]): ParagraphFormat {
  const last = (code: number): number | null => {
    const found = operations.findLast((operation) => operation.code === code)
    return found === undefined ? null : numberOf(found)
  }
  return {
    style: last(operationCodes.style) ?? style,
    isInTable: last(operationCodes.inTable) === 1,
    endsRow: last(operationCodes.endsRow) === 1 || last(operationCodes.endsInnerRow) === 1,
    endsInnerCell: last(operationCodes.endsInnerCell) === 1,
    list: last(operationCodes.list),
    level: last(operationCodes.level)
  }
}
