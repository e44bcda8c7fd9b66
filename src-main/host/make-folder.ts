import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Not by `recursive`, which tries for ever where the system takes no folder (under /proc). */
export function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}
