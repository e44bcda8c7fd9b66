import { openHost } from '../../../src-main/host/open-host.ts'
import { browserShell } from '../../../src-main/host/shell.ts'

// Imports a folder and says, on stdout, each file that the host has said is done; until it is killed.
const [library, folder] = process.argv.slice(2) as [string, string]
const host = openHost({
  library, createMissing: true, shell: browserShell, samples: [], now: () => new Date(), log: (line) => console.error(line)
})
host.subscribe((name, payload) => {
  if (name === 'job-progress' && 'file' in payload) process.stdout.write(`${payload.file}\n`)
})
await host.importPaths([folder]).ended
await host.close()
