import type { CallName, Input, Output, ReportSummary } from '#core/contract/calls.ts'
import { Refusal } from '#core/contract/problem.ts'
import { unpackSummaries } from '#core/listing/packed-summaries.ts'
import type { Host } from '../host/open-host.ts'

/** A call of the contract from the command line. @throws Refusal */
export async function ask<N extends CallName>(host: Host, name: N, input: Input<N>): Promise<Output<N>> {
  const reply = await host.answer(name, input)
  if (!reply.ok) throw new Refusal(reply.problem)
  return reply.value as unknown as Output<N> // `answer` ran the handler of this very name
}

/** The reports of the library, in the order of its list. @throws Refusal */
export async function askReports(host: Host): Promise<ReportSummary[]> {
  const { reports } = await ask(host, 'reports.list', {})
  return unpackSummaries(reports)
}
