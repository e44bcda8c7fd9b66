import type { Problem } from '#core/contract/problem.ts'
import type { Host } from './host/host.ts'
import { noticeRefusal } from './state/notices.ts'
import { showOverlay } from './state/overlays.ts'

let settle: () => Promise<void> = () => Promise.resolve()

/** What is still to be kept in the library that is open is kept before another one is. */
export function settleBeforeSwitching(keep: () => Promise<void>): void {
  settle = keep
}

/** Opens a library of the list. What comes of it is told by `library-switched`. */
export async function openListed(host: Host, path: string): Promise<void> {
  await settle()
  const reply = await host.call('libraries.open', { path })
  if (!reply.ok) noticeRefusal(reply.problem)
}

/** On the desktop the system asks which one, in a browser a dialog of ours. */
export async function openOther(host: Host, shell: 'desktop' | 'browser'): Promise<void> {
  if (shell === 'browser') return showOverlay('open-library')
  await settle()
  const reply = await host.call('libraries.open', {})
  if (!reply.ok) noticeRefusal(reply.problem)
}

/** The library that the system has handed over to the desktop. */
export async function openHanded(host: Host): Promise<void> {
  await settle()
  const reply = await host.call('libraries.open', { handed: true })
  if (!reply.ok) noticeRefusal(reply.problem)
}

/** @returns what was wrong with what the person wrote, or null */
export async function openTyped(host: Host, path: string): Promise<Problem | null> {
  await settle()
  const reply = await host.call('libraries.open', { path })
  return reply.ok ? null : reply.problem
}

export async function createLibrary(host: Host, name: string): Promise<Problem | null> {
  await settle()
  const reply = await host.call('libraries.create', { name })
  return reply.ok ? null : reply.problem
}
