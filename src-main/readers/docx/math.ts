import { act, skip, type Closing, type Opener, type Openers } from './opener.ts'
import { addText, type StoryState } from './story-state.ts'

/** A mark before a part of a formula (`10^4`, `1/2`), taken back where the part holds nothing. */
const marked = (mark: string): Opener => (state) => {
  const { paragraph } = state
  const before = paragraph?.text ?? ''
  addText(state, mark)
  const withMark = paragraph?.text
  return () => {
    if (paragraph !== null && paragraph.text === withMark) paragraph.text = before
  }
}

/**
 * The signs of formulas that stand in no text: without them 10⁴ reads 104, and ½ reads 12.
 * Formulas are written in a line, as people type them.
 */
export const mathOpeners: Openers = [
  ['m:den', marked('/')],
  ['m:sup', marked('^')],
  ['m:sub', marked('_')],
  ['m:d', openDelimiters],
  ['m:begChr', act((state, element) => state.delimiters !== null && (state.delimiters.begin = element.attribute('val') ?? ''))],
  ['m:endChr', act((state, element) => state.delimiters !== null && (state.delimiters.end = element.attribute('val') ?? ''))],
  ['m:e', openOperand],
  ['m:naryPr', openSum],
  ['m:chr', act((state, element, parent) => parent === 'm:naryPr' && state.delimiters !== null && (state.delimiters.begin = element.attribute('val') ?? ''))],
  ['m:ctrlPr', skip],
  ['m:rPr', skip]
]

function openDelimiters(state: StoryState): Closing {
  const outer = state.delimiters
  const own = { begin: '(', end: ')', count: 0 }
  state.delimiters = own
  return () => {
    state.delimiters = outer
    addText(state, own.end)
  }
}

function openOperand(state: StoryState, _: unknown, parent: string): Closing {
  if (parent === 'm:d' && state.delimiters !== null) addText(state, state.delimiters.count++ === 0 ? state.delimiters.begin : '|')
  if (parent !== 'm:rad') return undefined
  addText(state, '√(')
  return () => addText(state, ')')
}

/** ∫ is the sign where none is named. */
function openSum(state: StoryState): Closing {
  const outer = state.delimiters
  const own = { begin: '∫', end: '', count: 0 }
  state.delimiters = own
  return () => {
    state.delimiters = outer
    addText(state, own.begin)
  }
}
