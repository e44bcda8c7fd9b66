import type { CallName } from '#core/contract/calls.ts'
import type { HostDoor } from './door.ts'

/** What a window asks first, and what takes a moment the first time. */
const names: readonly CallName[] = ['library.state', 'reports.first']

/** Makes these answers while the window is still on its way: it then has them as it asks. */
export function prepareFirstAnswers(door: HostDoor): void {
  for (const name of names) void door.answer(name, {})
}
