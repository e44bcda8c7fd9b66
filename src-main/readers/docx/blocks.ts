import { emptyContainer, newParagraph, type Container, type OpenParagraph, type StoryState, type WordParagraph } from './story-state.ts'
import { noFields } from './fields.ts'
import { act, type Closing, type Openers } from './opener.ts'
import { wholeNumber } from './wordml.ts'

/** Paragraphs and what holds them: text boxes, notes. Tables are in `tables.ts`. */
export const blockOpeners: Openers = [
  ['w:p', openParagraph],
  ['w:pStyle', act((state, element, parent) => parent === 'w:pPr' && state.paragraph !== null && (state.paragraph.style = element.attribute('val')))],
  ['w:outlineLvl', act((state, element, parent) => parent === 'w:pPr' && state.paragraph !== null && (state.paragraph.outline = wholeNumber(element.attribute('val'))))],
  ['w:ilvl', act((state, element) => state.paragraph !== null && (state.paragraph.list = { ...state.paragraph.list, level: wholeNumber(element.attribute('val')) }))],
  ['w:numId', act((state, element) => state.paragraph !== null && (state.paragraph.list = { ...state.paragraph.list, numId: element.attribute('val') }))],
  ['w:txbxContent', openTextBox],
  ['v:textpath', act((state, element) => addDrawnWords(state, element.attribute('string') ?? ''))],
  ['w:footnote', (state, element, parent) => openNote(state, element.attribute('type'), parent === 'w:footnotes' ? element.attribute('id') : null)],
  ['w:endnote', (state, element, parent) => openNote(state, element.attribute('type'), parent === 'w:endnotes' ? element.attribute('id') : null)]
]

function openParagraph(state: StoryState): Closing {
  const own = newParagraph(state)
  const { run } = state
  state.paragraph = own
  state.run = null
  return () => {
    endParagraph(state.container, own)
    state.paragraph = null
    state.run = run
  }
}

function endParagraph(container: Container, ending: OpenParagraph): void {
  const whole = container.carried === null ? ending : joined(container.carried, ending)
  container.carried = null
  if (ending.mark !== 'printed') container.carried = whole
  else put(container.paragraphs, whole)
}

/**
 * A paragraph that runs on into the next. Where the mark between them is deleted the one that stays
 * decides what the paragraph is (ECMA-376, 17.13.5.15); where it is hidden (a heading run in) the first does.
 */
function joined(first: OpenParagraph, second: OpenParagraph): OpenParagraph {
  const { style, list, outline } = first.mark === 'deleted' || first.text === '' ? second : first
  return {
    ...second, style, list, outline,
    text: first.text + second.text,
    hasPageNumber: first.hasPageNumber || second.hasPageNumber,
    anchored: [...first.anchored, ...second.anchored],
    mark: second.mark
  }
}

function put(paragraphs: WordParagraph[], paragraph: OpenParagraph): void {
  paragraphs.push({ ...paragraph, text: paragraph.text.replace(/^\f+|\f+$/g, '') })
  for (const anchored of paragraph.anchored) paragraphs.push(anchored)
}

/** A mark at the end of a container ends its paragraph, whatever is said of it; a paragraph of nothing is none. */
export function endCarried(container: Container): void {
  const { carried } = container
  container.carried = null
  if (carried === null) return
  if (carried.text.trim() !== '') put(container.paragraphs, carried)
  else for (const anchored of carried.anchored) container.paragraphs.push(anchored)
}

/** A text box is a story of its own, printed after the paragraph it is anchored in. */
function openTextBox(state: StoryState): Closing {
  const { container, paragraph, run, properties, table, row, cell, fields, delimiters, piece } = state
  const box = emptyContainer()
  Object.assign(state, { container: box, paragraph: null, run: null, properties: null, table: null, row: null, cell: null, fields: noFields(), delimiters: null, piece: null })
  return () => {
    endCarried(box)
    state.hasUnclosedField ||= state.fields.inCode > 0
    Object.assign(state, { container, paragraph, run, properties, table, row, cell, fields, delimiters, piece })
    const into = paragraph?.anchored ?? container.paragraphs
    for (const each of box.paragraphs) into.push(each)
  }
}

/** Words that are drawn as a picture (WordArt, watermarks) stand in an attribute. */
function addDrawnWords(state: StoryState, words: string): void {
  if (words.trim() === '') return
  state.met += words.length
  const drawn = newParagraph(state)
  drawn.text = words
  const into = state.paragraph?.anchored ?? state.container.paragraphs
  into.push(drawn)
}

/** The marks that separate notes from the text are notes too, of a type of their own. */
function openNote(state: StoryState, type: string | null, id: string | null): Closing {
  if (id === null) return undefined
  if (type !== null && type !== 'normal') return 'skip'
  const { container } = state
  const note = emptyContainer()
  state.container = note
  state.paragraph = null
  return () => {
    endCarried(note)
    state.notes.set(id, note.paragraphs)
    state.container = container
  }
}
