import type { ChangePreview } from '#core/contract/change-calls.ts'
import type { Host } from './host/host.ts'
import { noticeChange, noticeRefusal } from './state/notices.ts'
import { askBeforeTurning, type Returning, type Turning, type Way } from './state/turning.ts'

/** More reports than these do not leave the library unasked. */
const handful = 5

/** Takes back a change of the library: the last one, or the one with this id. */
export const undo = (host: Host, change?: string): Promise<void> => turnIfAllowed(host, 'undo', change)

/** Does again what was undone: the last, or the one with this id. */
export const redo = (host: Host, change?: string): Promise<void> => turnIfAllowed(host, 'redo', change)

/** What the person may not have in mind is shown first: it is of an earlier session, or takes many reports away. */
async function turnIfAllowed(host: Host, way: Way, change: string | undefined): Promise<void> {
  const reply = await host.call('changes.preview', { way, ...(change !== undefined && { change }) })
  if (!reply.ok) noticeRefusal(reply.problem)
  else if (reply.value !== null) {
    if (isUnexpected(reply.value)) askBeforeTurning({ way, preview: reply.value })
    else await turn(host, { way, preview: reply.value })
  }
}

const isUnexpected = ({ isEarlier, leaving }: ChangePreview): boolean => isEarlier || leaving > handful

/** Exactly the change that was shown, whatever was made since. */
export async function turn(host: Host, { way, preview }: Turning): Promise<void> {
  const reply = await host.call(`changes.${way}`, { change: preview.change.id })
  if (!reply.ok) noticeRefusal(reply.problem)
  else if (reply.value !== null) noticeChange(way, preview)
}

/** Shows what going back to a restore point would do, and asks. */
export async function askToGoBack(host: Host, point: string): Promise<void> {
  const reply = await host.call('points.preview', { point })
  if (!reply.ok) noticeRefusal(reply.problem)
  else askBeforeTurning({ way: 'back', preview: reply.value })
}

/** That it was done stands in the notices with the way back, as of every change that is turned. */
export async function goBack(host: Host, { preview: { point, ...effect } }: Returning): Promise<void> {
  const reply = await host.call('points.goBack', { point: point.id })
  if (!reply.ok) noticeRefusal(reply.problem)
  else if (reply.value !== null) noticeChange('redo', { ...effect, change: reply.value.change, isEarlier: false }, reply.value.stayed)
}
