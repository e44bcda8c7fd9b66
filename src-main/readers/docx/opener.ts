import type { XmlOpening } from '../xml.ts'
import type { StoryState } from './story-state.ts'

/** What is to be done when the element closes; 'skip': nothing in it is read. */
export type Closing = (() => void) | 'skip' | undefined

/** Reads an element as it opens. `parent` is its parent's qualified name. */
export type Opener = (state: StoryState, element: XmlOpening, parent: string) => Closing

export type Openers = readonly (readonly [name: string, opener: Opener])[]

/** An opener that only does something. */
export const act = (action: (state: StoryState, element: XmlOpening, parent: string) => void): Opener => (state, element, parent) => {
  action(state, element, parent)
  return undefined
}

export const skip: Opener = () => 'skip'
