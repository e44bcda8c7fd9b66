import { refuse } from '../refusals.ts'
import { noFields, type OpenFields } from './fields.ts'
import { printedText, unknownSymbol } from './symbols.ts'
import type { ListPlace, StyleSheet } from './styles.ts'

/** A paragraph of one story: the body, a note, a header. */
export interface WordParagraph {
  /** `\n` for a line break, `\f` for a break of page or column. */
  readonly text: string
  readonly style: string | null
  readonly list: ListPlace
  /** 0–8, 9 for body text. */
  readonly outline: number | null
  /** The innermost table that it stands in. */
  readonly table: Table | null
  readonly hasPageNumber: boolean
}

export interface Table {
  readonly outer: Table | null
  /** Only holds ordinary paragraphs in place; known when the table closes. */
  isLayout: boolean
  rows: number
  /** Cells that hold text. */
  cells: number
  characters: number
  /** Characters that stand in cells of running text. */
  prose: number
}

export interface OpenParagraph extends WordParagraph {
  text: string
  style: string | null
  list: ListPlace
  outline: number | null
  hasPageNumber: boolean
  /** Text boxes that are anchored in it, paragraph by paragraph. */
  readonly anchored: WordParagraph[]
  /** A mark that is deleted or hidden does not end the paragraph. */
  mark: 'printed' | 'deleted' | 'hidden'
}

/** What holds paragraphs: the body, a cell, a text box, a note. */
export interface Container {
  readonly paragraphs: WordParagraph[]
  /** A paragraph whose mark does not end it: it runs on into the next one. */
  carried: OpenParagraph | null
}

/** What the reading left out or did not know, for the warnings; counts. */
export interface Leftovers {
  changes: number
  hiddenCharacters: number
  graphics: number
  embedded: number
  unknownSymbols: number
  silentFields: number
}

/** What the document may hold, all stories together; counted down. */
export interface Allowance {
  elements: number
  paragraphs: number
  characters: number
}

export const documentAllowance = { elements: 4_000_000, paragraphs: 200_000, characters: 16_000_000 } as const

/** `r:id` of a header or footer, and the kind of page it is for. */
export interface FurnitureReference {
  readonly role: 'header' | 'footer'
  readonly pages: 'default' | 'first' | 'even'
  readonly relationship: string
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote'
  readonly id: string
}

/** What stays the same while a document is read. */
export interface StoryGround {
  readonly place: string
  readonly styles: StyleSheet
  readonly allowance: Allowance
  readonly leftovers: Leftovers
  /** A header or footer: the numbers of pages that stand in it are no text. */
  readonly isFurniture: boolean
}

export interface StoryState extends StoryGround {
  container: Container
  paragraph: OpenParagraph | null
  run: { isHidden: boolean; font: string | null } | null
  /** The properties of a run or of a paragraph mark that is being read. */
  properties: { isHidden: boolean | null; style: string | null; font: string | null; isDeleted: boolean } | null
  table: Table | null
  row: { isFirst: boolean; isDeleted: boolean } | null
  cell: { isContinued: boolean; isDeleted: boolean } | null
  fields: OpenFields
  /** Set where the fields of the story do not close: then all of its text is shown. */
  readonly ignoresFields: boolean
  hasUnclosedField: boolean
  /** Whether one of the ways to show an object has been taken. */
  alternate: { isTaken: boolean } | null
  delimiters: { begin: string; end: string; count: number } | null
  /** Text of the element that is being read; null in one whose text is none of the document. */
  piece: string | null
  /** Characters of text met so far, hidden ones too. */
  met: number
  readonly noteReferences: NoteReference[]
  readonly furniture: FurnitureReference[]
  /** Paragraphs of each note, by its id. */
  readonly notes: Map<string, readonly WordParagraph[]>
}

export const emptyContainer = (): Container => ({ paragraphs: [], carried: null })

export function storyState(ground: StoryGround, ignoresFields: boolean): StoryState {
  return {
    ...ground, ignoresFields,
    container: emptyContainer(), paragraph: null, run: null, properties: null, table: null, row: null, cell: null,
    fields: noFields(), hasUnclosedField: false, alternate: null, delimiters: null, piece: null, met: 0,
    noteReferences: [], furniture: [], notes: new Map()
  }
}

/** Takes `count` from what the document may hold. @throws Refusal too-many-parts */
export function spend({ allowance, place }: StoryGround, what: keyof Allowance, count = 1): void {
  allowance[what] -= count
  if (allowance[what] < 0) throw refuse('too-many-parts', place, { count: documentAllowance[what] })
}

export function newParagraph(state: StoryState): OpenParagraph {
  spend(state, 'paragraphs')
  return {
    text: '', style: null, list: { numId: null, level: null }, outline: null, table: state.table,
    hasPageNumber: false, anchored: [], mark: 'printed'
  }
}

/** Puts a text at the end of the open paragraph, where it is printed at all. */
export function addText(state: StoryState, text: string): void {
  const { fields, run } = state
  if (text === '' || fields.inCode > 0 || (state.isFurniture && fields.pageNumbers > 0)) return
  state.met += text.length
  spend(state, 'characters', text.length)
  if (run?.isHidden === true) {
    state.leftovers.hiddenCharacters += text.trim().length
    return
  }
  const printed = printedText(text, run?.font ?? null)
  if (printed.includes(unknownSymbol) && !text.includes(unknownSymbol)) state.leftovers.unknownSymbols++
  state.paragraph ??= straggler(state)
  state.paragraph.text += printed
}

/** Text that stands in no paragraph gets one of its own. */
function straggler(state: StoryState): OpenParagraph {
  const paragraph = newParagraph(state)
  state.container.paragraphs.push(paragraph)
  return paragraph
}

/** Whether the text at this place is printed. */
export const isPrinted = ({ fields, run }: StoryState): boolean => fields.inCode === 0 && run?.isHidden !== true
