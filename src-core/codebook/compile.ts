import type { Codebook, Theme } from './codebook.ts'
import { buildMatcher, foldWord, type Matcher } from './matcher.ts'

/** A codebook made ready for reading: every word of every theme in one matcher. */
export interface CompiledCodebook {
  readonly codebook: Codebook
  readonly themeIds: readonly string[]
  readonly matcher: Matcher
  /** Word index of the matcher -> what the word does. */
  readonly uses: readonly WordUse[]
  readonly groups: readonly WordGroup[]
}

/** What one word does; the numbers are indexes into `themeIds`. */
export interface WordUse {
  readonly terms: readonly number[]
  readonly items: readonly number[]
  readonly rollCall: readonly number[]
  readonly cues: readonly number[]
  /** Themes that this word only looks like. */
  readonly lookalikes: readonly number[]
  readonly unless: readonly number[]
  /** Indexes into `groups` that this word is a part of. */
  readonly groups: readonly number[]
  readonly spoilsLists: boolean
  readonly framesRollCalls: boolean
  readonly otherSubject: boolean
  /** A name for something: it hides the shorter names inside it. */
  readonly isName: boolean
  /** The word speaks for some theme: a term, item, roll-call word or cue. */
  readonly namesTheme: boolean
}

/** Words that carry a theme when all stand in one clause. */
export interface WordGroup {
  readonly theme: number
  readonly words: readonly number[]
}

type ListName = 'terms' | 'items' | 'rollCall' | 'cues' | 'lookalikes' | 'unless' | 'groups'

interface UseUnderConstruction extends Record<ListName, number[]> {
  spoilsLists: boolean
  framesRollCalls: boolean
  otherSubject: boolean
  isName: boolean
  namesTheme: boolean
}

/** Compiles once per codebook; reading with the result has no state. Retired themes keep their number and lose their words. */
export function compileCodebook(codebook: Codebook): CompiledCodebook {
  const index = new WordIndex()
  codebook.themes.forEach((theme, number) => {
    if (theme.retired === undefined) addTheme(index, theme, number)
  })
  for (const word of codebook.context.listSpoilers) index.use(word).spoilsLists = true
  for (const word of codebook.context.rollCallFrames) index.use(word).framesRollCalls = true
  for (const word of codebook.context.otherSubjects) index.name(word).otherSubject = true
  return {
    codebook,
    themeIds: codebook.themes.map((theme) => theme.id),
    matcher: buildMatcher(index.words),
    uses: index.uses,
    groups: index.groups
  }
}

function addTheme(index: WordIndex, theme: Theme, number: number): void {
  const { terms, items, rollCall, cues, together, lookalikes, unless } = theme.patterns
  for (const word of terms) index.themeName(word).terms.push(number)
  for (const word of items) index.themeName(word).items.push(number)
  for (const word of rollCall) index.themeName(word).rollCall.push(number)
  for (const word of cues) index.themeName(word).cues.push(number)
  for (const word of lookalikes) {
    const use = index.use(word)
    use.lookalikes.push(number)
    use.otherSubject = true
  }
  for (const word of unless) index.use(word).unless.push(number)
  for (const parts of together) {
    const group = index.groups.push({ theme: number, words: parts.map((word) => index.number(word)) }) - 1
    for (const word of parts) index.use(word).groups.push(group)
  }
}

class WordIndex {
  readonly words: string[] = []
  readonly uses: UseUnderConstruction[] = []
  readonly groups: WordGroup[] = []
  readonly #numbers = new Map<string, number>()

  number(word: string): number {
    const folded = foldWord(word)
    const known = this.#numbers.get(folded)
    if (known !== undefined) return known
    this.#numbers.set(folded, this.words.length)
    this.uses.push({
      terms: [], items: [], rollCall: [], cues: [], lookalikes: [], unless: [], groups: [],
      spoilsLists: false, framesRollCalls: false, otherSubject: false, isName: false, namesTheme: false
    })
    return this.words.push(folded) - 1
  }

  use(word: string): UseUnderConstruction {
    return this.uses[this.number(word)]!
  }

  name(word: string): UseUnderConstruction {
    const use = this.use(word)
    use.isName = true
    return use
  }

  themeName(word: string): UseUnderConstruction {
    const use = this.name(word)
    use.namesTheme = true
    return use
  }
}
