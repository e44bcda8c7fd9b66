import type { EventName, Events } from '#core/contract/events.ts'
import type { Json } from '#core/contract/json.ts'
import type { Reply } from '#core/contract/problem.ts'

/** What a transport needs of the host: one door for calls, one stream of events. */
export interface HostDoor {
  answer(name: string, input: unknown): Promise<Reply<Json>>
  /** @returns a function that ends the subscription */
  subscribe(listener: <N extends EventName>(name: N, payload: Events[N]) => void): () => void
}
