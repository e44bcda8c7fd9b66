import { act, skip, type Closing, type Openers } from './opener.ts'
import type { StoryState } from './story-state.ts'
import type { XmlOpening } from '../xml.ts'

/** Tracked changes, read as accepted; the ways to show one object, of which one is read; what is left out. */
export const changeOpeners: Openers = [
  ['w:ins', act((state) => void state.leftovers.changes++)],
  ['w:moveTo', act((state) => void state.leftovers.changes++)],
  ['w:del', openDeletion],
  ['w:moveFrom', openDeletion],
  ['mc:AlternateContent', openAlternate],
  ['mc:Choice', openChoice],
  ['mc:Fallback', openChoice],
  ['w:altChunk', act((state) => void state.leftovers.embedded++)],
  ['w:subDoc', act((state) => void state.leftovers.embedded++)],
  ['a:graphicData', act((state, element) => /\/(?:chart|chartex|diagram)\b/.test(element.attribute('uri') ?? '') && state.leftovers.graphics++)],
  ['w:headerReference', act((state, element) => addFurniture(state, 'header', element))],
  ['w:footerReference', act((state, element) => addFurniture(state, 'footer', element))],
  ...['pPrChange', 'rPrChange', 'sectPrChange', 'tblPrChange', 'tblPrExChange', 'tblGridChange', 'tcPrChange', 'trPrChange', 'numberingChange']
    .map((name) => [`w:${name}`, skip] as const),
  // the reading above a character, the settings of controls, and what a field or a form keeps for itself
  ...['rt', 'rubyPr', 'sdtPr', 'sdtEndPr', 'smartTagPr', 'customXmlPr', 'fldData', 'ffData', 'delText', 'delInstrText', 'binData', 'background']
    .map((name) => [`w:${name}`, skip] as const)
]

/** Of text, of a row, or of the mark that ends a paragraph. */
function openDeletion(state: StoryState, _: XmlOpening, parent: string): Closing {
  state.leftovers.changes++
  if (parent === 'w:rPr' && state.properties !== null) state.properties.isDeleted = true
  if (parent === 'w:trPr' && state.row !== null) state.row.isDeleted = true
  return 'skip'
}

function openAlternate(state: StoryState): Closing {
  const outer = state.alternate
  state.alternate = { isTaken: false }
  return () => {
    state.alternate = outer
  }
}

/** The first way that shows any text is the one that is read; most have the same text, the later for older programs. */
function openChoice(state: StoryState): Closing {
  const { alternate, met } = state
  if (alternate === null) return undefined
  if (alternate.isTaken) return 'skip'
  return () => {
    alternate.isTaken = state.met > met
  }
}

function addFurniture(state: StoryState, role: 'header' | 'footer', element: XmlOpening): void {
  const relationship = element.attribute('id')
  const type = element.attribute('type')
  const pages = type === 'first' || type === 'even' ? type : 'default'
  if (relationship !== null) state.furniture.push({ role, pages, relationship })
}
