import type { Json } from '#core/contract/json.ts'
import type { ChangeSince } from '../library/restore-points.ts'
import { canonicalJson } from './canonical-json.ts'

/** What all changes since a point come to under one key. */
export interface NetChange {
  readonly subject: string
  readonly key: string
  /** What was there at the point. */
  readonly then: Json
  /** What is there now, as far as the log knows. */
  readonly now: Json
}

/**
 * What has become of each key since a point; keys that hold again what they held then are left out. Of the
 * changes of one key each began with what the one before had left.
 *
 * @param changes in the order in which they were made
 */
export function netChanges(changes: readonly ChangeSince[]): NetChange[] {
  const net = new Map<string, NetChange>()
  // undone since: the later one first, for it was undone first
  for (const { assignments } of changes.filter(({ is }) => is === 'gone').toReversed()) {
    for (const { subject, key, before, after } of assignments) join(net, { subject, key, then: after, now: before })
  }
  for (const { assignments } of changes.filter(({ is }) => is !== 'gone')) {
    for (const { subject, key, before, after } of assignments) join(net, { subject, key, then: before, now: after })
  }
  return [...net.values()].filter(isOther)
}

const isOther = ({ then, now }: NetChange): boolean => canonicalJson(then) !== canonicalJson(now)

function join(net: Map<string, NetChange>, next: NetChange): void {
  const name = `${next.subject} ${next.key}`
  const known = net.get(name)
  net.set(name, known === undefined ? next : { ...known, now: next.now })
}

/**
 * How many things of each kind are not as they were, at several points at once: all changes are walked back over
 * once, however many points lie among them.
 */
export class CountsBack<Thing> {
  readonly #thingOf: (change: NetChange) => Thing
  readonly #net = new Map<string, NetChange>()
  readonly #counts = new Map<Thing, number>()

  constructor(thingOf: (change: NetChange) => Thing) {
    this.#thingOf = thingOf
  }

  get counts(): ReadonlyMap<Thing, number> {
    return this.#counts
  }

  /** One that is older than all those before. */
  walkOver(assignments: ChangeSince['assignments']): void {
    for (const { subject, key, before, after } of assignments.toReversed()) {
      const name = `${subject} ${key}`
      const known = this.#net.get(name)
      const next: NetChange = { subject, key, then: before, now: known === undefined ? after : known.now }
      this.#net.set(name, next)
      if (known !== undefined) this.#count(known, -1)
      this.#count(next, 1)
    }
  }

  #count(change: NetChange, by: 1 | -1): void {
    if (!isOther(change)) return
    const thing = this.#thingOf(change)
    this.#counts.set(thing, (this.#counts.get(thing) ?? 0) + by)
  }
}
