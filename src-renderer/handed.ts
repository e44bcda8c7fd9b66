import type { Host } from './host/host.ts'
import { chooseFiles } from './importing.ts'
import { openHanded } from './libraries.ts'

/** Takes what the system has handed over to the desktop; files that came with a library go into that one. */
export async function takeHanded(host: Host, isLibrary: boolean): Promise<void> {
  if (isLibrary) await openHanded(host)
  await chooseFiles(host, { handed: true })
}
