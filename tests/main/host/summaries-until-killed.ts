import { openHost } from '../../../src-main/host/open-host.ts'
import { browserShell } from '../../../src-main/host/shell.ts'

// Writes a summary longer and longer, as a person does, and says on stdout each text that the host has answered is saved; until it is killed.
const [library, report] = process.argv.slice(2) as [string, string]
const host = openHost({ library, createMissing: false, shell: browserShell, samples: [], now: () => new Date(), log: (line) => console.error(line) })
const place = { codebook: 'civil-affairs', theme: 'elderly_care', part: 'report', reports: [report] }
for (let n = 1; ; n++) {
  const body = `第${n}稿${'字'.repeat(n % 50)}`
  const reply = await host.answer('summaries.write', { ...place, body, session: String(Math.floor(n / 20)) })
  if (!reply.ok) throw new Error(reply.problem.message.en)
  process.stdout.write(`${body}\n`)
}
