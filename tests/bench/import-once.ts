import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BugLog } from '../../src-main/host/bugs.ts'
import { filesIn } from '../../src-main/host/files-in.ts'
import { importFiles } from '../../src-main/host/import.ts'
import { ChangeNews } from '../../src-main/host/jobs.ts'
import { codebookStamp, defaultCodebook } from '../../src-main/host/reference.ts'
import { createLibrary } from '../../src-main/library/open.ts'
import { AnalysisPool } from '../../src-main/threads/pool.ts'

// One import in a process of its own, as a user's first: `import-once.ts FOLDER LIBRARY-FOLDER THREAD`.
// THREAD is the analysis thread as it is built, for that is what a user runs; from source, each
// thread would strip the types of a hundred files first. Starting the threads is within the time.

const [folder, into, thread] = process.argv.slice(2) as [string, string, string]
const library = createLibrary({ path: join(into, 'import.duizhao'), now: new Date().toISOString() })
const pool = new AnalysisPool({ url: pathToFileURL(thread) })
const ground = {
  library,
  pool,
  codebook: { ...codebookStamp(defaultCodebook), definition: JSON.stringify(defaultCodebook) },
  bugs: new BugLog(console.error, () => new Date()),
  now: () => new Date(),
  news: new ChangeNews(() => null)
}
const start = performance.now()
const outcomes = await importFiles(ground, await filesIn([folder]))(new AbortController().signal, () => null)
const seconds = (performance.now() - start) / 1000
await pool.close()
library.close()
const imported = outcomes.filter(({ state }) => state === 'imported').length
console.log(JSON.stringify({ reports: imported, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }))
