import type { Host } from './host/host.ts'
import { noticeChange, noticeRefusal } from './state/notices.ts'

/** Takes back the last change of the library, whatever it was. */
export async function undo(host: Host): Promise<void> {
  const reply = await host.call('changes.undo', {})
  if (!reply.ok) noticeRefusal(reply.problem)
  else if (reply.value !== null) noticeChange('undone', reply.value.label)
}

/** Does again what was undone last. */
export async function redo(host: Host): Promise<void> {
  const reply = await host.call('changes.redo', {})
  if (!reply.ok) noticeRefusal(reply.problem)
  else if (reply.value !== null) noticeChange('redone', reply.value.label)
}
