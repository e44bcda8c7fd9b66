import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { BugLog } from '../../src-main/host/bugs.ts'
import { filesIn } from '../../src-main/host/files-in.ts'
import { HeldSheets } from '../../src-main/host/held-sheets.ts'
import type { ImportGround } from '../../src-main/host/import-ground.ts'
import { importFiles } from '../../src-main/host/import.ts'
import { programFolder } from '../../src-main/host/installed.ts'
import { ChangeNews } from '../../src-main/host/jobs.ts'
import { storedForm, defaultCodebook } from '../../src-main/host/reference.ts'
import { createLibrary } from '../../src-main/library/open.ts'
import { ParserDesk } from '../../src-main/parser/desk.ts'
import { defaultLimits } from '../../src-main/parser/limits.ts'
import { ParserPool } from '../../src-main/parser/pool.ts'
import { RemoteRecogniser } from '../../src-main/parser/remote-recogniser.ts'
import { spawnOnNode } from '../../src-main/parser/spawn.ts'
import { watchMemory } from './memory.ts'

// One import in a process of its own, as a user's first: `import-once.ts FOLDER LIBRARY-FOLDER PARSER`.
// PARSER is the parser process as it is built, for that is what a user runs; from source, each process
// would strip the types of a hundred files first. Starting the processes is within the time.

const [folder, into, parser] = process.argv.slice(2) as [string, string, string]
const library = createLibrary({ path: join(into, 'import.duizhao'), now: new Date().toISOString() })
const spawn = spawnOnNode(programFolder)
const recogniser = new RemoteRecogniser({ entry: new URL('recogniser-process.js', pathToFileURL(parser)), spawn, limits: () => defaultLimits })
const started = { entry: pathToFileURL(parser), spawn, recognise: recogniser.read.bind(recogniser) }
const pool = new ParserPool(started)
const ground: ImportGround = {
  library,
  pool,
  newDesk: () => new ParserDesk({ ...started, limits: () => defaultLimits }),
  sheets: new HeldSheets(),
  codebook: storedForm(defaultCodebook),
  bugs: new BugLog(console.error, () => new Date()),
  now: () => new Date(),
  news: new ChangeNews(() => null)
}
const memory = watchMemory()
const start = performance.now()
const outcomes = await importFiles(ground, await filesIn([folder]))(new AbortController().signal, { progress: () => null, page: () => null })
const seconds = (performance.now() - start) / 1000
const megabytes = memory.end()
await pool.close()
recogniser.close()
library.close()
const imported = outcomes.filter(({ state }) => state === 'imported').length
for (const { file, problem } of outcomes) if (problem !== null) console.error(file, problem.kind)
console.log(JSON.stringify({ reports: imported, seconds, megabytes }))
