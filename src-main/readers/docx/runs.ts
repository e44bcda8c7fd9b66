import { refuse } from '../refusals.ts'
import { addFieldCode, beginField, beginResult, beginSimpleField, deepestFields, endField } from './fields.ts'
import { act, type Closing, type Opener, type Openers } from './opener.ts'
import { addText, isPrinted, type StoryState } from './story-state.ts'
import { symbolText, unknownSymbol } from './symbols.ts'
import { isOn } from './wordml.ts'
import type { XmlOpening } from '../xml.ts'

const inRun = (text: string): Opener => act((state, _, parent) => parent === 'w:r' && addText(state, text))

/** Runs and the characters in them. */
export const runOpeners: Openers = [
  ['w:r', openRun],
  ['w:rPr', openProperties],
  ['w:vanish', act((state, element) => state.properties !== null && (state.properties.isHidden = isOn(element.attribute('val'))))],
  ['w:rStyle', act((state, element) => state.properties !== null && (state.properties.style = element.attribute('val')))],
  ['w:rFonts', act((state, element) => state.properties !== null && (state.properties.font = element.attribute('ascii') ?? element.attribute('hAnsi')))],
  ['w:t', openText],
  ['m:t', openText],
  ['w:tab', inRun('\t')],
  ['w:ptab', inRun('\t')],
  ['w:br', act((state, element, parent) => parent === 'w:r' && addText(state, /^(?:page|column)$/.test(element.attribute('type') ?? '') ? '\f' : '\n'))],
  ['w:cr', inRun('\n')],
  ['w:noBreakHyphen', inRun('\u2011')],
  ['w:softHyphen', inRun('\u00ad')],
  ['w:sym', act(addSymbol)],
  ['w:pgNum', act((state) => state.paragraph !== null && (state.paragraph.hasPageNumber = true))],
  ['w:fldChar', act(markField)],
  ['w:instrText', openFieldCode],
  ['w:fldSimple', openSimpleField],
  ['w:footnoteReference', act((state, element) => addNote(state, 'footnote', element))],
  ['w:endnoteReference', act((state, element) => addNote(state, 'endnote', element))]
]

function openRun(state: StoryState): Closing {
  const { run } = state
  state.run = { isHidden: isHidden(state, null, null), font: null }
  return () => {
    state.run = run
  }
}

function isHidden({ styles, paragraph }: StoryState, own: boolean | null, characterStyle: string | null): boolean {
  return own ?? styles.hides(paragraph?.style ?? styles.defaultParagraph, characterStyle)
}

/** Of a run, or of the mark that ends a paragraph. */
function openProperties(state: StoryState, _: XmlOpening, parent: string): Closing {
  const outer = state.properties
  const own = { isHidden: null, style: null, font: null, isDeleted: false }
  state.properties = own
  return () => {
    state.properties = outer
    applyProperties(state, own, parent)
  }
}

function applyProperties(state: StoryState, own: NonNullable<StoryState['properties']>, parent: string): void {
  if (parent === 'w:pPr' && state.paragraph !== null) {
    if (own.isDeleted) state.paragraph.mark = 'deleted'
    else if (own.isHidden === true) state.paragraph.mark = 'hidden'
  } else if ((parent === 'w:r' || parent === 'm:r') && state.run !== null) {
    state.run = { isHidden: isHidden(state, own.isHidden, own.style), font: own.font }
  }
}

/** Blanks at the ends of a text are layout of the file unless it says that they are text. */
function openText(state: StoryState, element: XmlOpening): Closing {
  const outer = state.piece
  const keepsBlanks = element.attribute('space') === 'preserve'
  state.piece = ''
  return () => {
    const text = (state.piece ?? '').replace(/[\r\n]/g, ' ')
    state.piece = outer
    addText(state, keepsBlanks ? text : text.replace(/^[ \t]+|[ \t]+$/g, ''))
  }
}

function addSymbol(state: StoryState, element: XmlOpening): void {
  const text = symbolText(element.attribute('char'), element.attribute('font'))
  if (text === unknownSymbol && isPrinted(state)) state.leftovers.unknownSymbols++
  addText(state, text)
}

function markField(state: StoryState, element: XmlOpening): void {
  if (state.ignoresFields) return
  const { fields } = state
  switch (element.attribute('fldCharType')) {
    case 'begin':
      if (fields.stack.length >= deepestFields) throw refuse('nested-too-deep', state.place, { levels: deepestFields })
      return beginField(fields)
    case 'separate':
      beginResult(fields)
      return notePageNumber(state)
    case 'end': {
      const silent = endField(fields)
      if (silent === null) state.leftovers.silentFields++
      else if (silent !== undefined) addText(state, silent)
    }
  }
}

function notePageNumber({ fields, paragraph }: StoryState): void {
  if (fields.pageNumbers > 0 && paragraph !== null) paragraph.hasPageNumber = true
}

function openFieldCode(state: StoryState): Closing {
  const outer = state.piece
  state.piece = ''
  return () => {
    addFieldCode(state.fields, state.piece ?? '')
    state.piece = outer
  }
}

function openSimpleField(state: StoryState, element: XmlOpening): Closing {
  const { fields } = state
  if (fields.stack.length >= deepestFields) throw refuse('nested-too-deep', state.place, { levels: deepestFields })
  beginSimpleField(fields, element.attribute('instr') ?? '')
  notePageNumber(state)
  return () => void endField(fields)
}

function addNote(state: StoryState, kind: 'footnote' | 'endnote', element: XmlOpening): void {
  const id = element.attribute('id')
  if (id !== null && isPrinted(state)) state.noteReferences.push({ kind, id })
}
