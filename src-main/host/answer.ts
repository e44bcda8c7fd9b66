import type { z } from 'zod'
import { calls, type CallName, type Handlers } from '#core/contract/calls.ts'
import type { Json } from '#core/contract/json.ts'
import { Refusal, type Problem, type Reply } from '#core/contract/problem.ts'
import type { BugLog } from './bugs.ts'

/** A handler with its types forgotten: `answer` has validated what it passes. */
type AnyHandler = (input: unknown) => unknown

/**
 * The one door: whoever calls, by whichever transport, the name is looked up, the input validated,
 * the handler run and its outcome wrapped. Nothing is ever thrown to the caller.
 */
export async function answer(handlers: Partial<Handlers>, bugs: BugLog, call: { name: string; input: unknown }): Promise<Reply<Json>> {
  const { name, input } = call
  const handler = isCallName(name) ? handlers[name] : undefined
  if (!isCallName(name) || handler === undefined) return refused(unknownCall(name))
  const parsed = calls[name].input.safeParse(input)
  if (!parsed.success) return refused(badInput(name, parsed.error))
  try {
    const value = await (handler as AnyHandler)(parsed.data)
    return { ok: true, value: value as Json } // every Output is Json: checked where the handlers are typed
  } catch (error) {
    return refused(error instanceof Refusal ? error.problem : bugs.report(error, name))
  }
}

/** Own properties only: `constructor` and `toString` are no calls. */
const isCallName = (name: string): name is CallName => Object.hasOwn(calls, name)

const refused = (problem: Problem): Reply<never> => ({ ok: false, problem })

const unknownCall = (name: string): Problem => ({
  kind: 'bad-request',
  message: { zh: '没有这个功能。', en: 'There is no such call.' },
  place: name.slice(0, 64)
})

function badInput(name: string, error: z.ZodError): Problem {
  const first = error.issues[0]
  const place = first === undefined ? name : [name, ...first.path.map(String)].join('.')
  return { kind: 'bad-request', message: { zh: '请求的内容不合要求。', en: 'The request is not as it should be.' }, place }
}
