import type { z } from 'zod'

/** A line of the contract: what the caller passes, and (as a type only) what the host answers. */
export function call<Output>() {
  return <Schema extends z.ZodType>(input: Schema) => ({ input }) as { input: Schema; output?: Output }
}
