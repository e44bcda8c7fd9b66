import { readXml } from '../xml.ts'
import { blockOpeners, endCarried } from './blocks.ts'
import { changeOpeners } from './changes.ts'
import { mathOpeners } from './math.ts'
import type { Closing, Opener } from './opener.ts'
import { runOpeners } from './runs.ts'
import { spend, storyState, type FurnitureReference, type NoteReference, type StoryGround, type StoryState, type WordParagraph } from './story-state.ts'
import { tableOpeners } from './tables.ts'
import { qualifiedName } from './wordml.ts'

/** One part of a document that holds text. */
export interface Story {
  /** In the order in which they are printed. */
  readonly paragraphs: readonly WordParagraph[]
  /** In the order of the text. */
  readonly noteReferences: readonly NoteReference[]
  readonly furniture: readonly FurnitureReference[]
  /** Paragraphs of each note, by its id; for the parts that hold notes. */
  readonly notes: ReadonlyMap<string, readonly WordParagraph[]>
}

const openers: ReadonlyMap<string, Opener> = new Map([...blockOpeners, ...tableOpeners, ...runOpeners, ...mathOpeners, ...changeOpeners])

/**
 * Reads the document, its notes, a header or a footer.
 *
 * @throws Refusal as `readXml`, and too-many-parts
 */
export function readStory(xml: string | Uint8Array, ground: StoryGround): Story {
  const leftovers = { ...ground.leftovers }
  const allowance = { ...ground.allowance }
  const state = walk(xml, storyState(ground, false))
  if (!state.hasUnclosedField) return storyOf(state)
  // what follows the code of a field that never closes would be lost: read again as if there were none
  Object.assign(ground.leftovers, leftovers)
  Object.assign(ground.allowance, allowance)
  return storyOf(walk(xml, storyState(ground, true)))
}

const storyOf = ({ container, noteReferences, furniture, notes }: StoryState): Story => ({ paragraphs: container.paragraphs, noteReferences, furniture, notes })

function walk(xml: string | Uint8Array, state: StoryState): StoryState {
  const path: string[] = []
  const closings: Closing[] = []
  /** Depth below an element that is not read. */
  let skipped = 0
  readXml(xml, {
    open: (element) => {
      spend(state, 'elements')
      if (skipped > 0) return void skipped++
      const name = qualifiedName(element)
      const closing = openers.get(name)?.(state, element, path.at(-1) ?? '')
      if (closing === 'skip') return void (skipped = 1)
      path.push(name)
      closings.push(closing)
    },
    text: (text) => {
      if (skipped === 0 && state.piece !== null) state.piece += text
    },
    close: () => {
      if (skipped > 0) return void skipped--
      path.pop()
      const closing = closings.pop()
      if (typeof closing === 'function') closing()
    }
  }, { place: state.place, damaged: 'damaged-word' })
  endCarried(state.container)
  state.hasUnclosedField ||= state.fields.inCode > 0
  return state
}
