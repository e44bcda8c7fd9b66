import type { CallName, Input } from '#core/contract/calls.ts'
import type { Problem } from '#core/contract/problem.ts'
import { followerOf, type Seen } from './followers.ts'
import type { Host } from './host.ts'

/** What is known of one call now. While it is asked again, the last value stays. */
export interface CallState<T> {
  readonly value: T | null
  readonly problem: Problem | null
  readonly loading: boolean
}

interface Entry {
  readonly name: CallName
  state: CallState<unknown>
  stale: boolean
  ask: () => Promise<void>
  readonly listeners: Set<() => void>
}

const nothingYet: CallState<never> = { value: null, problem: null, loading: true }
const keptUnwatched = 12
/** While many files are read the library changes many times a second. The window rests this long before it asks again … */
const leastRestMs = 1_500
/** … or this many times as long as the answers took: the host has better things to do then. */
const restPerAnswer = 6
/** … but never longer than this. */
const mostRestMs = 10_000

/** What a person does with their own hand shows at once, however long the window would rest. */
const byHand: ReadonlySet<CallName> = new Set<CallName>(['changes.undo', 'changes.redo', 'points.add', 'points.remove', 'points.goBack', 'reports.bin', 'reports.restore', 'reports.correct', 'articles.arrange', 'sources.readAs', 'duplicates.decide', 'codings.decide', 'readings.say', 'readings.takeBack', 'readings.remove', 'codebooks.use', 'codebooks.make', 'codebooks.revise', 'codebooks.import', 'coders.open', 'coders.close', 'coders.sit', 'coders.done', 'coders.agree', 'names.add', 'names.remove', 'exchange.settle'])

/** What knows of no note and no link. A note that is being written is saved every few seconds: they are not asked again for that. */
const withoutNotes: ReadonlySet<CallName> = new Set<CallName>(['comparison.build', 'reports.read', 'codings.list', 'readings.list', 'review.counts', 'structure.read', 'articles.read', 'duplicates.list', 'limits.read', 'statistics.compute', 'statistics.places', 'phrases.list', 'phrases.places', 'phrases.common', 'phrases.pair', 'phrases.local', 'versions.compare', 'names.list'])

/** What may take minutes of reckoning: the rest of the window is not kept from the next look by these. */
const reckoned: ReadonlySet<CallName> = new Set<CallName>(['statistics.compute', 'statistics.places', 'phrases.list', 'phrases.common', 'phrases.local'])

/** What has changed since the window asked last. */
type Changed = 'nothing' | 'notes' | 'anything'

/** Answers of the host by name and input; asked again when the library changed. Lives outside React. */
export class CallCache {
  readonly host: Host
  readonly #entries = new Map<string, Entry>()
  #isResting = false
  #isHurried = false
  #changedMeanwhile: Changed = 'nothing'
  /** Counts the libraries: an answer of the one before is no answer of this one. */
  #library = 0

  constructor(host: Host) {
    this.host = this.#hurrying(host)
    host.on('library-changed', ({ only }) => void this.#changed(only ?? 'anything'))
    host.on('job-ended', ({ outcomes }) => {
      // files that are there although this window never heard of them: another window has read them
      if (outcomes.some(({ state }) => state === 'already-there')) this.#changedMeanwhile = 'anything'
      this.#catchUp()
    })
    let wasLost = false
    host.watch((connected) => {
      // what happened meanwhile was told to nobody
      if (connected && wasLost) void this.#changed('anything')
      wasLost = !connected
    })
  }

  subscribe<N extends CallName>({ name, input }: { name: N; input: Input<N> }, listener: () => void): () => void {
    const entry = this.#entry(name, input)
    entry.listeners.add(listener)
    if (entry.stale) void entry.ask()
    return () => {
      entry.listeners.delete(listener)
      this.#trim()
    }
  }

  /** Asks for what the window will want to see before anything of it is there to watch. */
  load<N extends CallName>(name: N, input: Input<N>): Promise<void> {
    return this.#entry(name, input).ask()
  }

  read<N extends CallName>(name: N, input: Input<N>): CallState<Seen<N>> {
    const state = this.#entries.get(keyOf(name, input))?.state ?? nothingYet
    return state as CallState<Seen<N>> // entries are written under the key of their own name only
  }

  /** Another window on the same library tells this one nothing. When the person comes back to this one, it looks for itself. */
  async lookAgain(): Promise<void> {
    const known = this.read('library.state', {}).value
    if (known === null) return
    const now = await this.host.call('library.state', {})
    if (now.ok && JSON.stringify(now.value) !== JSON.stringify(known)) await this.#changed('anything')
  }

  /** What the person has just changed with their own hand is looked up without waiting for the pace of the rest. */
  async askAgain(name: CallName): Promise<void> {
    const watched = [...this.#entries].filter(([key, { listeners }]) => key.startsWith(`${name} `) && listeners.size > 0)
    for (const [, entry] of watched) entry.stale = true
    await Promise.all(watched.map(([, entry]) => entry.ask()))
  }

  /** Another library is open: nothing that was answered holds, and what is in sight is asked anew. */
  forget(): void {
    this.#library += 1
    for (const [key, entry] of this.#entries) {
      entry.stale = true
      if (entry.listeners.size === 0) this.#entries.delete(key)
      else {
        tell(entry, nothingYet)
        void entry.ask()
      }
    }
  }

  #entry<N extends CallName>(name: N, input: Input<N>): Entry {
    const key = keyOf(name, input)
    const known = this.#entries.get(key)
    if (known !== undefined) return known
    const entry: Entry = { name, state: nothingYet, stale: true, listeners: new Set(), ask: () => Promise.resolve() }
    const follower = followerOf(name)
    let running: Promise<void> | null = null
    const ask = async (): Promise<void> => {
      while (entry.stale) {
        entry.stale = false
        tell(entry, { ...entry.state, loading: true })
        const library = this.#library
        const before = entry.state.value as Seen<N> | null // what this entry's own follower made
        const reply = await this.host.call(name, follower.ask(input, before))
        if (library !== this.#library) continue
        tell(
          entry,
          reply.ok
            ? { value: follower.take(before, reply.value), problem: null, loading: false }
            : { ...entry.state, problem: reply.problem, loading: false }
        )
      }
    }
    // who asks while an answer is on its way waits for one that is not stale
    entry.ask = () => (running ??= ask().finally(() => (running = null)))
    this.#entries.set(key, entry)
    return entry
  }

  /** Asks at once, then at a steady pace; the last change is never missed. */
  async #changed(what: Exclude<Changed, 'nothing'>): Promise<void> {
    if (this.#changedMeanwhile !== 'anything') this.#changedMeanwhile = what
    const isHurried = this.#isHurried
    this.#isHurried = false
    if (this.#isResting) {
      if (isHurried) this.#catchUp()
      return
    }
    this.#isResting = true
    while (this.#hasChanged()) {
      const askedAt = performance.now()
      await this.#refresh()
      await rest(Math.min(mostRestMs, Math.max(leastRestMs, (performance.now() - askedAt) * restPerAnswer)))
    }
    this.#isResting = false
  }

  #hasChanged(): boolean {
    return this.#changedMeanwhile !== 'nothing'
  }

  /** The news of a change may come before its answer, or after it. */
  #hurrying(host: Host): Host {
    return {
      ...host,
      call: async <N extends CallName>(name: N, input: Input<N>) => {
        if (!byHand.has(name)) return host.call(name, input)
        this.#isHurried = true
        const reply = await host.call(name, input)
        this.#catchUp()
        return reply
      }
    }
  }

  /** A job has ended, or the person has changed something: what changed last is shown without waiting. */
  #catchUp(): void {
    if (this.#hasChanged()) void this.#refresh()
  }

  async #refresh(): Promise<void> {
    const isOfNotes = this.#changedMeanwhile === 'notes'
    this.#changedMeanwhile = 'nothing'
    const asked: Promise<void>[] = []
    for (const [key, entry] of this.#entries) {
      if (isOfNotes && withoutNotes.has(entry.name)) continue
      entry.stale = true
      if (entry.listeners.size === 0) this.#entries.delete(key)
      else if (reckoned.has(entry.name)) void entry.ask()
      else asked.push(entry.ask())
    }
    await Promise.all(asked)
  }

  /** Answers nobody looks at are kept for a while (a report opened again), oldest dropped first. */
  #trim(): void {
    const unwatched = [...this.#entries].filter(([, entry]) => entry.listeners.size === 0)
    for (const [key] of unwatched.slice(0, Math.max(0, unwatched.length - keptUnwatched))) this.#entries.delete(key)
  }
}

function tell(entry: Entry, state: CallState<unknown>): void {
  entry.state = state
  for (const listener of entry.listeners) listener()
}

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const keyOf = (name: string, input: unknown): string => `${name} ${JSON.stringify(input)}`
