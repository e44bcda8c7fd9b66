import { randomBytes } from 'node:crypto'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Handlers, LibraryHandlers, LibraryState } from '#core/contract/calls.ts'
import { endBrokenImports, hasBrokenImports } from '../library/begun-imports.ts'
import { libraryNotWritable } from '../library/failures.ts'
import { libraryFigures } from '../library/reports.ts'
import { createLibrary, isTaken, openLibrary } from '../library/open.ts'
import type { Library } from '../library/sql.ts'
import { ParserDesk } from '../parser/desk.ts'
import type { ReadingLimits } from '../parser/limits.ts'
import { parserEntry, recogniserEntry } from '../parser/parser-entry.ts'
import { RemoteRecogniser } from '../parser/remote-recogniser.ts'
import { ParserPool } from '../parser/pool.ts'
import { spawnOnNode, type Spawn } from '../parser/spawn.ts'
import { uncodedReports, useCodebook } from '../library/codebooks.ts'
import { answer } from './answer.ts'
import { articlesHandlers } from './articles.ts'
import { BugLog } from './bugs.ts'
import { phraseHandlers } from './phrases.ts'
import { comparisonHandlers, type CodedGround } from './comparisons.ts'
import type { HostDoor } from './door.ts'
import { duplicateHandlers, DuplicateSearch } from './duplicates.ts'
import { coderHandlers } from './coders.ts'
import { Codebooks } from './codebooks.ts'
import { addCodebookSubjects, type CodebookGround } from './codebook-subjects.ts'
import { codebookHandlers } from './codebook-handlers.ts'
import { codingWork } from './use-codebook.ts'
import { codingHandlers } from './codings.ts'
import { editHandlers, journalled, type EditGround } from './edits.ts'
import { divisionHandlers } from './find-divisions.ts'
import { exchangeHandlers } from './exchange.ts'
import { figureHandlers } from './figures.ts'
import { filesIn } from './files-in.ts'
import { HeldSheets } from './held-sheets.ts'
import type { ImportGround } from './import-ground.ts'
import { importFiles, importHeldSheet, type ImportChoices } from './import.ts'
import { programFolder } from './installed.ts'
import { ChangeNews, Jobs, Subscribers, type JobEnd, type JobWork, type Listener } from './jobs.ts'
import { changeHandlers, Journal } from './journal.ts'
import { libraryName } from './known-libraries.ts'
import { limitHandlers, storedLimits } from './limits.ts'
import { makeFolder } from './make-folder.ts'
import { linkHandlers } from './links.ts'
import { ownNameHandlers } from './own-names.ts'
import { noteHandlers } from './notes.ts'
import { readingWordHandlers } from './reading-words.ts'
import { OpenConflicts } from './open-conflicts.ts'
import { readAgain, staleSources } from './read-again.ts'
import { ReadingSubject } from './reading.ts'
import { reportHandlers } from './reports.ts'
import { restorePointHandlers } from './restore-points.ts'
import { reviewHandlers } from './review.ts'
import { searchHandlers } from './search.ts'
import type { Shell } from './shell.ts'
import { sourceHandlers, type SourcesGround } from './sources.ts'
import { statisticsHandlers } from './statistics.ts'
import { summaryHandlers, summaryPaper } from './summaries.ts'
import { targetHandlers } from './targets.ts'
import { Turns } from './turns.ts'
import { versionHandlers } from './versions.ts'
import { workspaceHandlers } from './workspace.ts'

export interface HostOptions {
  readonly library: string
  /** Make the library when it is not there. Only for a place that the program itself chose, or where the user asks for a new one. */
  readonly createMissing: boolean
  readonly shell: Shell
  /** The sample reports that come with the program. */
  readonly samples: readonly string[]
  readonly now: () => Date
  /** What one document may cost; absent: what the library's person set. */
  readonly limits?: ReadingLimits
  /** How parser processes are started; by default on this Node. */
  readonly spawn?: Spawn
  /** Where the details of bugs go. */
  readonly log: (line: string) => void
}

/** The program without a screen: what windows, the loopback host and the command line talk to. */
export interface Host extends HostDoor {
  readonly library: Library
  /** Resolves when all reports are read and coded by this version of the program; at once in most cases. */
  readonly current: Promise<unknown>
  /** Files and folders, by path. Progress comes as events. */
  importPaths(paths: readonly string[], choices?: ImportChoices): { job: string; ended: Promise<JobEnd> }
  /** Resolves when new reports are compared with those that were there (`duplicates.list`). */
  compared(): Promise<void>
  /** Cancels what runs; resolves when nothing of it is at work. */
  stop(): Promise<void>
  /** Cancels what runs, and closes the library. */
  close(): Promise<void>
}

/** @throws Refusal when the library cannot be opened; nothing of it is changed then. */
export function openHost(options: HostOptions): Host {
  const { now, samples, shell } = options
  const library = withImportsEnded(openOrCreate(options))
  const { pool, desk, newDesk, endParsers } = startParsers(options, library)
  const subscribers = new Subscribers()
  const jobs = new Jobs(subscribers, `${randomBytes(4).toString('hex')}-`)
  const bugs = new BugLog(options.log, now)
  const codebooks = new Codebooks(library)
  const ground: ImportGround = {
    library, pool, newDesk, bugs, now,
    get codebook() { return codebooks.inUse },
    sheets: new HeldSheets(),
    news: new ChangeNews((change) => subscribers.tell('library-changed', change))
  }
  const codebookGround = { library, codebooks, newDesk }
  const { journal, reading } = startJournal(ground, desk, codebookGround)
  const edits: EditGround = { read: library.read, journal, now }
  const importPaths: Host['importPaths'] = (paths, choices = {}) =>
    jobs.start(journalled({ ...edits, library }, async (signal, listener) => importFiles(ground, await filesIn(paths), choices)(signal, listener)))
  const begin = reportingTo(bugs)
  const current = bringUpToDate({ ground, codebooks, jobs })
  const search = new DuplicateSearch(ground)
  search.follow(subscribers)

  const turns = new Turns()
  const coded: CodedGround = { library, shell, now, coding: () => codebooks.shown, current, turns }
  const sourcesGround: SourcesGround = { read: library.read, desk, journal, reading, current }
  const handlers: LibraryHandlers = {
    'library.state': stateOf(library, codebooks, shell),
    ...importHandlers({ ground, edits, jobs, begin, importPaths, samples, shell }),
    ...reportHandlers(library),
    ...sourceHandlers(sourcesGround),
    ...articlesHandlers(sourcesGround),
    ...duplicateHandlers(ground, journal),
    ...changeHandlers(journal),
    ...personHandlers(edits, coded, ground),
    ...workspaceHandlers(library),
    ...limitHandlers(library, pool),
    ...searchHandlers({ library, shell, now }),
    ...codebookHandlers({ ...codebookGround, pool, jobs, journal, begin, now, shell }),
    ...comparedHandlers(edits, coded),
    ...readerHandlers(coded),
    ...statisticsHandlers({ ...coded, codebooks }, subscribers),
    ...divisionHandlers(),
    ...exchangeHandlers({ ...coded, imports: ground, journal, reading, codebooks, openConflicts: new OpenConflicts({ library, journal, reading }) })
  }

  return {
    library, current, importPaths,
    compared: () => search.run(),
    answer: (name, input) => answer(handlers, bugs, { name, input }),
    subscribe: (listener: Listener) => subscribers.add(listener),
    stop: () => jobs.end(),
    close: async () => {
      await Promise.all([turns.end(), jobs.end()])
      await search.end()
      await endParsers()
      library.close()
    }
  }
}

/** What a person changes, with the subjects that take work outside the library. */
function startJournal(ground: ImportGround, desk: ParserDesk, codebooks: CodebookGround): { readonly journal: Journal; readonly reading: ReadingSubject } {
  const { library } = ground
  if (hasBrokenImports(library.read)) library.write(endBrokenImports)
  const journal = new Journal(ground)
  const reading = new ReadingSubject(ground, desk)
  journal.add('reading', reading)
  addCodebookSubjects(journal, codebooks)
  return { journal, reading }
}

/** A job that nobody waits for: what goes wrong in it is reported. */
const reportingTo =
  (bugs: BugLog) =>
  ({ job, ended }: ReturnType<Host['importPaths']>): { job: string } => {
    ended.catch((error: unknown) => bugs.report(error, job))
    return { job }
  }

/** The processes that read: a pool for imports, a desk for single questions, one that recognises. */
function startParsers({ spawn = spawnOnNode(programFolder), limits }: HostOptions, library: Library) {
  const recogniser: RemoteRecogniser = new RemoteRecogniser({ entry: recogniserEntry(), spawn, limits: () => pool.limits })
  const process = { entry: parserEntry(), spawn, recognise: recogniser.read.bind(recogniser) }
  const pool = new ParserPool({ ...process, limits: limits ?? storedLimits(library.read) })
  const newDesk = (): ParserDesk => new ParserDesk({ ...process, limits: () => pool.limits })
  const desk = newDesk()
  const endParsers = async (): Promise<void> => {
    await Promise.all([pool.close(), desk.close()])
    recogniser.close()
  }
  return { pool, desk, newDesk, endParsers }
}

interface ImportHandlerGround {
  readonly ground: ImportGround
  readonly edits: EditGround
  readonly jobs: Jobs
  readonly begin: (started: ReturnType<Host['importPaths']>) => { job: string }
  readonly importPaths: Host['importPaths']
  readonly samples: readonly string[]
  readonly shell: Shell
}

/** In the window a person is there to say what the columns of a sheet hold. */
const asking: ImportChoices = { asksColumns: true }

function importHandlers({ ground, edits, jobs, begin, importPaths, samples, shell }: ImportHandlerGround): ImportHandlers {
  const start = (work: JobWork): { job: string } => begin(jobs.start(journalled({ ...edits, library: ground.library }, work)))
  return {
    'library.addSample': () => begin(importPaths(samples)),
    'sources.import': ({ files }) => start(importFiles(ground, files.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') })), asking)),
    'sources.importSheet': ({ held, columns }) => start(importHeldSheet(ground, held, columns)),
    'sources.choose': async ({ handed }) => {
      const paths = handed === true ? shell.takeHandedFiles() : await shell.chooseFiles('reports')
      return paths === null || paths.length === 0 ? null : begin(importPaths(paths, asking))
    },
    'jobs.cancel': ({ job }) => ({ cancelled: jobs.cancel(job) })
  }
}

type ImportHandlers = Pick<Handlers, 'library.addSample' | 'sources.import' | 'sources.importSheet' | 'sources.choose' | 'jobs.cancel'>

/** What an import brought before the program was ended can be undone. */
function withImportsEnded(library: Library): Library {
  if (hasBrokenImports(library.read)) library.write(endBrokenImports)
  return library
}

function openOrCreate({ library: path, createMissing, now }: HostOptions): Library {
  const at = { path, now: now().toISOString() }
  if (!createMissing || isTaken(path)) return openLibrary(at)
  try {
    makeFolder(dirname(path))
  } catch {
    throw libraryNotWritable(path)
  }
  return createLibrary(at)
}

/**
 * A library from another version of the program is read again where that reads otherwise, and coded by the
 * codebook of that version, so that all its reports are coded by one: that which comparisons name.
 * Resolves when that is so, or cannot be.
 */
function bringUpToDate({ ground, codebooks, jobs }: { readonly ground: ImportGround; readonly codebooks: Codebooks; readonly jobs: Jobs }): Promise<unknown> {
  const stale = staleSources(ground)
  const { library, bugs } = ground
  const isCoded = (): boolean => uncodedReports(library.read, ground.codebook.reading).length === 0
  const opened = ground.codebook
  const latest = codebooks.latestInUse()
  if (stale.length === 0 && 'sha256' in latest && latest.sha256 === opened.sha256 && isCoded()) return Promise.resolve()
  const { ended } = jobs.start(async (signal, listener) => {
    const codebook = await latest
    // a person may have put another in use meanwhile
    if (codebook.sha256 !== opened.sha256 && ground.codebook.sha256 === opened.sha256) library.write((writable) => useCodebook(writable, codebook))
    const outcomes = stale.length === 0 ? [] : await readAgain(ground, stale)(signal, listener)
    if (!signal.aborted && !isCoded()) await codingWork(ground, ground.codebook)(signal, listener)
    return outcomes
  })
  return ended.catch((error: unknown) => bugs.report(error, 'read-again'))
}

/** Comparisons, and what a person writes of them, which a paper prints too. */
const comparedHandlers = (edits: EditGround, ground: CodedGround) => ({
  ...comparisonHandlers(ground, (selection) => summaryPaper(ground, selection)),
  ...summaryHandlers(edits, ground)
})

/** What is read off the reports as they are coded. */
const readerHandlers = (coded: CodedGround) => ({ ...targetHandlers(coded), ...versionHandlers(coded), ...phraseHandlers(coded), ...reviewHandlers(coded), ...figureHandlers(coded) })

/** What a person's own hand does. */
const personHandlers = (edits: EditGround, coded: CodedGround, { library, news }: ImportGround) => ({
  ...editHandlers(edits),
  ...noteHandlers(edits, coded),
  ...codingHandlers(edits),
  ...readingWordHandlers(edits),
  ...linkHandlers(edits),
  ...ownNameHandlers(edits),
  ...restorePointHandlers(edits),
  ...coderHandlers({ ...edits, library, news, shell: coded.shell })
})

/** Whether the same file still lies at the path: a system that lets an open file be moved tells its program nothing. */
function watchedFile(path: string): () => boolean {
  const markOf = (): string => {
    const file = statSync(path, { bigint: true, throwIfNoEntry: false })
    return file === undefined ? '' : `${file.dev} ${file.ino}`
  }
  const opened = markOf()
  return () => markOf() === opened
}

function stateOf(library: Library, codebooks: Codebooks, shell: Shell): () => LibraryState {
  const isStillThere = watchedFile(library.path)
  return () => {
    const { stamp, codebook, themes } = codebooks.shown
    return {
      name: libraryName(library.path),
      ...libraryFigures(library.read),
      codebook: { ...stamp, name: codebook.name },
      themes,
      missingAt: isStillThere() ? null : library.path,
      shell: shell.kind
    }
  }
}
