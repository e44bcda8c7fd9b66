import { join } from 'node:path'
import { openHost } from '../../src-main/host/open-host.ts'
import { browserShell } from '../../src-main/host/shell.ts'

// One import in a process of its own, as a user's first: `import-once.ts FOLDER LIBRARY-FOLDER`.

const [folder, into] = process.argv.slice(2) as [string, string]
const host = openHost({
  library: join(into, 'import.duizhao'),
  createMissing: true,
  shell: browserShell,
  samples: [],
  now: () => new Date(),
  log: (line) => console.error(line)
})
const start = performance.now()
const { outcomes } = await host.importPaths([folder]).ended
const seconds = (performance.now() - start) / 1000
await host.close()
const imported = outcomes.filter(({ state }) => state === 'imported').length
console.log(JSON.stringify({ reports: imported, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
