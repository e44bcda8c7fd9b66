/**
 * Finds many words in one text in one pass.
 *
 * A trie over a folded alphabet: the first character is looked up in a table of all UTF-16 units, so
 * a character that begins no word costs one array read. Every word that begins at a position is
 * reported, so that the caller can tell a longer name from the shorter one inside it.
 */
export interface Matcher {
  /** UTF-16 unit -> letter of the trie, 0 where no word has it. */
  readonly letters: Uint16Array
  /** Letter -> node after a first letter, 0 where no word begins so. */
  readonly first: Uint32Array
  /** `node * stride + letter` -> next node. */
  readonly next: ReadonlyMap<number, number>
  readonly stride: number
  /** Node -> index of the word that ends there, or -1. */
  readonly wordAt: Int32Array
}

/** Occurrences as parallel columns, sorted by start, then by end. */
export interface Occurrences {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly words: readonly number[]
}

/** The index of a word in `words` is what `findWords` reports. Empty words and repeats are refused. */
export function buildMatcher(words: readonly string[]): Matcher {
  const letters = buildAlphabet(words)
  const stride = words.reduce((size, word) => size + word.length, 1)
  const next = new Map<number, number>()
  const first = new Uint32Array(stride + 1)
  const wordAt: number[] = [-1]
  words.forEach((word, index) => {
    if (word === '') throw new RangeError(`Word ${index} is empty`)
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const letter = letters[word.charCodeAt(i)]!
      const known = i === 0 ? first[letter]! : next.get(node * stride + letter)
      if (known !== undefined && known !== 0) {
        node = known
        continue
      }
      const created = wordAt.push(-1) - 1
      if (i === 0) first[letter] = created
      else next.set(node * stride + letter, created)
      node = created
    }
    if (wordAt[node] !== -1) throw new RangeError(`Word ${index} (${word}) is there twice`)
    wordAt[node] = index
  })
  return { letters, first, next, stride, wordAt: Int32Array.from(wordAt) }
}

/** All occurrences of all words; they may overlap. Linear in the text for words of bounded length. */
export function findWords(matcher: Matcher, text: string): Occurrences {
  const { letters, first, next, stride, wordAt } = matcher
  const starts: number[] = []
  const ends: number[] = []
  const words: number[] = []
  for (let start = 0; start < text.length; start++) {
    let node = first[letters[text.charCodeAt(start)]!]
    let end = start + 1
    while (node !== undefined && node !== 0) {
      const word = wordAt[node]!
      if (word >= 0) {
        starts.push(start)
        ends.push(end)
        words.push(word)
      }
      const letter = end < text.length ? letters[text.charCodeAt(end)]! : 0
      if (letter === 0) break
      node = next.get(node * stride + letter)
      end++
    }
  }
  return { starts, ends, words }
}

/** The form in which two words count as the same: full-width ASCII becomes half-width. */
export function foldWord(word: string): string {
  let folded = ''
  for (let i = 0; i < word.length; i++) folded += String.fromCharCode(foldUnit(word.charCodeAt(i)))
  return folded
}

function foldUnit(unit: number): number {
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
}

/** Letter 0 is kept for characters of no word; both widths of a character share a letter. */
function buildAlphabet(words: readonly string[]): Uint16Array {
  const letters = new Uint16Array(0x10000)
  let count = 0
  for (const word of words) {
    for (let i = 0; i < word.length; i++) {
      const unit = foldUnit(word.charCodeAt(i))
      if (letters[unit] === 0) letters[unit] = ++count
      if (unit > 0x20 && unit < 0x7f) letters[unit + 0xfee0] = letters[unit]!
      letters[word.charCodeAt(i)] = letters[unit]!
    }
  }
  return letters
}
