import { fieldsOf } from './fields.ts'
import { printedText } from '../docx/symbols.ts'
import type { Formatting, ParagraphFormat } from './formatting.ts'
import { filler } from './piece-table.ts'

/** A paragraph, or the last paragraph of a table cell. */
export interface WordParagraph {
  /** With `\v` where a line breaks within it. */
  readonly text: string
  readonly endsWith: 'paragraph' | 'cell' | 'row' | 'page'
  readonly format: ParagraphFormat
  /** Where drawings are anchored in it. */
  readonly anchors: readonly number[]
}

/** What was left out of a text on purpose, or could not be read; counted over all its parts. */
export interface LeftOut {
  deleted: number
  hidden: number
  formulas: number
  symbols: number
  /** Control characters that Word has no use for. */
  invalid: number
}

export const nothingLeftOut = (): LeftOut => ({ deleted: 0, hidden: 0, formulas: 0, symbols: 0, invalid: 0 })

export interface WordText {
  readonly text: string
  readonly formatting: Formatting
}

const PARAGRAPH_END = 0x0d
const CELL_END = 0x07
const PAGE_END = 0x0c
const COLUMN_END = 0x0e
const LINE_END = 0x0b
const TAB = 0x09
const DRAWING = 0x08

/** Marks that stand for what is no text: pictures, numbers of notes, their separators, comments, fields, page numbers. */
const marks = new Set([0x01, 0x02, 0x03, 0x04, 0x05, DRAWING, 0x13, 0x14, 0x15, filler.charCodeAt(0)])

const replacements: ReadonlyMap<number, string> = new Map([
  [0x1e, '-'],
  // a hyphen that shows only where a line breaks
  [0x1f, '']
])

/**
 * The paragraphs of a stretch of the text, as they are printed once all changes are accepted: without
 * the codes of fields, without what is deleted or hidden.
 */
export function* paragraphsOf({ text, formatting }: WordText, [from, to]: readonly [number, number], leftOut: LeftOut): Generator<WordParagraph> {
  const fields = fieldsOf(text, from, to)
  leftOut.formulas += fields.formulas
  let line = ''
  let anchors: number[] = []
  const finish = (position: number, endsWith: WordParagraph['endsWith']): WordParagraph => {
    const format = formatting.paragraphAt(position)
    const paragraph = { text: line, endsWith: format.endsRow ? ('row' as const) : endsWith, format, anchors }
    line = ''
    anchors = []
    return paragraph
  }
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === DRAWING) anchors.push(at)
    if (fields.isCode(at) || isLeftOut(code, at, { formatting, leftOut })) continue
    const ending = endingOf(code)
    if (ending !== null) yield finish(at, ending)
    else line += textOf(text, at, { formatting, leftOut })
  }
  if (line !== '' || anchors.length > 0) yield finish(Math.max(from, to - 1), 'paragraph')
}

function endingOf(code: number): WordParagraph['endsWith'] | null {
  if (code === PARAGRAPH_END) return 'paragraph'
  if (code === CELL_END) return 'cell'
  return code === PAGE_END || code === COLUMN_END ? 'page' : null
}

interface Reading {
  readonly formatting: Formatting
  readonly leftOut: LeftOut
}

function isLeftOut(code: number, at: number, { formatting, leftOut }: Reading): boolean {
  // the frame of a table stays, whatever is deleted in it
  if (code === CELL_END) return false
  if (formatting.isDeleted(at)) {
    if (code > 0x20) leftOut.deleted++
    return true
  }
  if (!formatting.isHidden(at)) return false
  if (code > 0x20) leftOut.hidden++
  return true
}

function textOf(text: string, at: number, { formatting, leftOut }: Reading): string {
  const symbol = formatting.symbolAt(at)
  if (symbol !== null) {
    if (symbol === '\ufffd') leftOut.symbols++
    return symbol
  }
  const code = text.charCodeAt(at)
  if (code >= 0x20 && code < 0xf000) return text[at]!
  if (code === TAB || code === LINE_END) return text[at]!
  if (marks.has(code)) return ''
  if (code < 0x20) {
    const replacement = replacements.get(code)
    if (replacement === undefined) leftOut.invalid++
    return replacement ?? '\ufffd'
  }
  // a symbol font's own places: bullets and ticks have a character, the rest stays what it is
  return printedText(text[at]!, null)
}
