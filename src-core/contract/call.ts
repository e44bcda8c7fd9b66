import type { z } from 'zod'

/** A line of the contract: what the caller passes, and (as a type only) what the host answers. */
export function call<Output>() {
  return <Schema extends z.ZodType>(input: Schema) => ({ input }) as { input: Schema; output?: Output }
}

/** The same for a call that names what it changes by numbers, which mean something else in another library. */
export function change<Output>() {
  return <Schema extends z.ZodType>(input: Schema) => ({ input, changes: true }) as { input: Schema; output?: Output; changes: true }
}
