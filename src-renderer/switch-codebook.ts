import type { Host } from './host/host.ts'
import { noticeRefusal } from './state/notices.ts'

/** Shows the whole library by another codebook. How far a job is that codes reports first is told by the notices. */
export async function switchCodebook(host: Host, codebook: string): Promise<void> {
  const reply = await host.call('codebooks.use', { codebook })
  if (!reply.ok) noticeRefusal(reply.problem)
}
