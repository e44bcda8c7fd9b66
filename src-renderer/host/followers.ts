import type { CallName, Input, Output, PackedSummaries, ReportSummary } from '#core/contract/calls.ts'
import type { Note } from '#core/contract/edit-calls.ts'
import { followList } from '#core/listing/follow-list.ts'
import { followNotes } from '#core/listing/follow-notes.ts'
import { unpackSummaries } from '#core/listing/packed-summaries.ts'
import { withSameParts } from './same-parts.ts'

/** Answers that come packed, or only in part: what the window sees in their place. */
interface SeenAnswers {
  /** In the order of the list. */
  readonly 'reports.list': readonly ReportSummary[]
  readonly 'reports.first': readonly ReportSummary[]
  readonly 'reports.binned': readonly ReportSummary[]
  /** In the order they were written. */
  readonly 'notes.list': readonly Note[]
}

/** What the window sees of the answer to a call. */
export type Seen<N extends CallName> = N extends keyof SeenAnswers ? SeenAnswers[N] : Output<N>

/** Follows the answers to one call from one to the next. */
export interface Follower<N extends CallName> {
  /** What to ask, when `before` is what is seen. */
  ask(input: Input<N>, before: Seen<N> | null): Input<N>
  take(before: Seen<N> | null, answer: Output<N>): Seen<N>
}

/** Asks for what has changed since the last answer. */
class ListFollower implements Follower<'reports.list'> {
  #stamp: string | null = null

  ask(input: Input<'reports.list'>, before: readonly ReportSummary[] | null): Input<'reports.list'> {
    return before === null || this.#stamp === null ? input : { since: this.#stamp }
  }

  take(before: readonly ReportSummary[] | null, answer: Output<'reports.list'>): readonly ReportSummary[] {
    this.#stamp = answer.stamp
    return followList(before, answer, withSameParts)
  }
}

/** As of the list of reports. */
class NotesFollower implements Follower<'notes.list'> {
  #stamp: string | null = null

  ask(input: Input<'notes.list'>, before: readonly Note[] | null): Input<'notes.list'> {
    return before === null || this.#stamp === null ? input : { ...input, since: this.#stamp }
  }

  take(before: readonly Note[] | null, answer: Output<'notes.list'>): readonly Note[] {
    this.#stamp = answer.stamp
    return followNotes(before, answer, withSameParts)
  }
}

const unpacked = {
  ask: <T>(input: T): T => input,
  take: (before: readonly ReportSummary[] | null, answer: PackedSummaries): readonly ReportSummary[] => withSameParts(before, unpackSummaries(answer))
}

const followers: { readonly [N in keyof SeenAnswers]: () => Follower<N> } = {
  'reports.list': () => new ListFollower(),
  'reports.first': () => unpacked,
  'reports.binned': () => unpacked,
  'notes.list': () => new NotesFollower()
}

const asTheyCome = { ask: <T>(input: T): T => input, take: withSameParts }

export function followerOf<N extends CallName>(name: N): Follower<N> {
  const made = Object.hasOwn(followers, name) ? followers[name as keyof SeenAnswers]() : asTheyCome
  return made as Follower<CallName> as Follower<N> // the table has the follower of this very call, and any other answer is seen as it comes
}
