import type { CallName, Input, Output } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import type { Host } from '../host/open-host.ts'

/** A call of the contract from the command line. @throws Refusal */
export async function ask<N extends CallName>(host: Host, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await host.answer(name, input)
  if (!reply.ok) throw new Refusal(reply.problem)
  return reply.value as unknown as Output<N> // `answer` ran the handler of this very name
}
