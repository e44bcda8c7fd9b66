import { z } from 'zod'
import { call, change } from './call.ts'
import type { Json } from './json.ts'

/** How a person left the window over this library: filters, sorting, places. No part of the research itself. */
export const workspaceCalls = {
  /** Everything that was kept, by name. */
  'workspace.read': call<Readonly<Record<string, Json>>>()(z.object({})),
  'workspace.write': change<null>()(z.object({ name: z.string().regex(/^[a-z][a-z-]{0,40}$/), value: z.record(z.string(), z.json()) }))
} as const
