import type { CallName, Input, Output } from '#core/contract/calls.ts'
import type { CodersState } from '#core/contract/coder-calls.ts'
import { useAnswer, useHost } from './host/use-call.ts'
import { noticeRefusal } from './state/notices.ts'

/** The coding rounds of the library, and who sits at the desk; null until they are known. */
export const useCoders = (): CodersState | null => useAnswer('coders.state', {})

type CoderChange = Extract<CallName, 'coders.open' | 'coders.close' | 'coders.sit' | 'coders.done' | 'coders.agree'>

/** Does something in a round; a refusal becomes a notice. @returns the answer, or null where it was refused */
export function useCoderCalls(): <N extends CoderChange>(name: N, input: Input<N>) => Promise<{ value: Output<N> } | null> {
  const host = useHost()
  return async (name, input) => {
    const reply = await host.call(name, input)
    if (reply.ok) return { value: reply.value }
    noticeRefusal(reply.problem)
    return null
  }
}
