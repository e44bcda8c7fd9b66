/**
 * Suffix automaton of several texts (Blumer et al. 1985, built online; several texts as in Mohri,
 * Moreno and Weinstein 2009): every substring is one path from state 0, in memory and time linear in
 * the characters. Typed arrays and one hash table of edges, because a map per state costs ten times as much.
 */
export class SuffixAutomaton {
  /** Length of the longest string of each state. */
  readonly length: Int32Array
  /** State of the longest proper suffix that ends in more places; -1 for state 0. */
  readonly link: Int32Array
  #states = 1
  #edges = 0
  readonly #edgeFrom: Int32Array
  readonly #edgeSymbol: Uint16Array
  readonly #edgeTo: Int32Array
  /** Edges of one state as a list: newest edge of a state, and the edge before it. */
  readonly #newestEdge: Int32Array
  readonly #olderEdge: Int32Array
  readonly #table: Int32Array
  readonly #mask: number

  /** @param capacity UTF-16 units of all texts that will be appended. */
  constructor(capacity: number) {
    const states = 2 * capacity + 2
    const edges = 3 * capacity + 2
    this.length = new Int32Array(states)
    this.link = new Int32Array(states).fill(-1)
    this.#newestEdge = new Int32Array(states).fill(-1)
    this.#edgeFrom = new Int32Array(edges)
    this.#edgeSymbol = new Uint16Array(edges)
    this.#edgeTo = new Int32Array(edges)
    this.#olderEdge = new Int32Array(edges)
    const size = 1 << (33 - Math.clz32(edges))
    this.#table = new Int32Array(size).fill(-1)
    this.#mask = size - 1
  }

  get states(): number {
    return this.#states
  }

  /** The state reached from `state` by one UTF-16 unit, or -1. */
  step(state: number, symbol: number): number {
    const edge = this.#table[this.#slot(state, symbol)]!
    return edge < 0 ? -1 : this.#edgeTo[edge]!
  }

  /** Appends one unit to the text whose state is `last` (0 for a new text) and returns the state of the longer text. */
  append(last: number, symbol: number): number {
    const known = this.step(last, symbol)
    if (known >= 0) return this.length[known] === this.length[last]! + 1 ? known : this.#split(last, symbol, known)
    const added = this.#newState(this.length[last]! + 1)
    let at = last
    while (at >= 0 && this.step(at, symbol) < 0) {
      this.#addEdge(at, symbol, added)
      at = this.link[at]!
    }
    if (at < 0) {
      this.link[added] = 0
    } else {
      const next = this.step(at, symbol)
      this.link[added] = this.length[next] === this.length[at]! + 1 ? next : this.#split(at, symbol, next)
    }
    return added
  }

  /** Gives the strings of `shared` that end `at` + symbol a state of their own. */
  #split(at: number, symbol: number, shared: number): number {
    const clone = this.#newState(this.length[at]! + 1)
    for (let edge = this.#newestEdge[shared]!; edge >= 0; edge = this.#olderEdge[edge]!) {
      this.#addEdge(clone, this.#edgeSymbol[edge]!, this.#edgeTo[edge]!)
    }
    this.link[clone] = this.link[shared]!
    this.link[shared] = clone
    for (let state = at; state >= 0; state = this.link[state]!) {
      const edge = this.#table[this.#slot(state, symbol)]!
      if (edge < 0 || this.#edgeTo[edge] !== shared) break
      this.#edgeTo[edge] = clone
    }
    return clone
  }

  #newState(length: number): number {
    this.length[this.#states] = length
    return this.#states++
  }

  #addEdge(from: number, symbol: number, to: number): void {
    const edge = this.#edges++
    this.#edgeFrom[edge] = from
    this.#edgeSymbol[edge] = symbol
    this.#edgeTo[edge] = to
    this.#olderEdge[edge] = this.#newestEdge[from]!
    this.#newestEdge[from] = edge
    this.#table[this.#slot(from, symbol)] = edge
  }

  /** Slot of an edge, or the free slot where it would go (open addressing, at most three quarters full). */
  #slot(from: number, symbol: number): number {
    let slot = (Math.imul(from, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> 7
    for (slot &= this.#mask; ; slot = (slot + 1) & this.#mask) {
      const edge = this.#table[slot]!
      if (edge < 0 || (this.#edgeFrom[edge] === from && this.#edgeSymbol[edge] === symbol)) return slot
    }
  }
}
