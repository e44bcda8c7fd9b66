import { Refusal, type Problem } from '#core/contract/problem.ts'
import { readReports, type ReadingContext } from '#core/report/read-reports.ts'
import type { Reading } from '#core/report/report.ts'
import { filesIn } from '../host/files-in.ts'
import { gather } from '../host/gather.ts'
import { programFolder } from '../host/installed.ts'
import { Ledger } from '../host/ledger.ts'
import { ParserDesk } from '../parser/desk.ts'
import { defaultLimits } from '../parser/limits.ts'
import type { FileToParse, TaskResult } from '../parser/messages.ts'
import { parserEntry, recogniserEntry } from '../parser/parser-entry.ts'
import { RemoteRecogniser } from '../parser/remote-recogniser.ts'
import { spawnOnNode } from '../parser/spawn.ts'
import { formatOf, readSourceFile } from '../readers/read-source.ts'
import type { SourceFile } from '../readers/reader.ts'
import { reportProblem, reportWarnings } from './failure.ts'
import { showPage, showProgress } from './progress.ts'
import type { ReadingOptions } from './reading-options.ts'

/** A file that was read without a library. */
export interface ReadFile extends SourceFile {
  /** As the user named it; a file of an archive with its path there. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly reading: Reading
}

/** Files that are read one after the other, when they are asked for: each may go before the next is read. */
export class FileReading implements AsyncIterable<ReadFile> {
  readonly #files: readonly string[]
  readonly #context: ReadingContext
  readonly #options: ReadingOptions
  readonly #ledger = new Ledger()
  /** How many could not be read so far. */
  failed = 0

  constructor(files: readonly string[], context: ReadingContext, options: ReadingOptions) {
    this.#files = files
    this.#context = context
    this.#options = options
  }

  /** Each failure is one line on stderr, and the others are still done. */
  async *[Symbol.asyncIterator](): AsyncGenerator<ReadFile> {
    const { columns, encoding, limits } = this.#options
    const started = { spawn: spawnOnNode(programFolder), limits: () => limits ?? defaultLimits }
    const recogniser = new RemoteRecogniser({ entry: recogniserEntry(), ...started })
    const newDesk = (): ParserDesk => new ParserDesk({ entry: parserEntry(), ...started, recognise: recogniser.read.bind(recogniser) })
    const desk = newDesk()
    const ground = { ledger: this.#ledger, known: new Set<string>(), newDesk, asksColumns: false, columns, encoding }
    let done = 0
    try {
      for await (const given of gather(ground, await filesIn(this.#files))) {
        const { id } = 'settled' in given ? given.settled : given.task
        const outcome = 'settled' in given ? given.settled : await this.#read(id, desk)
        if ('kind' in outcome) this.#tell(id, outcome)
        else {
          reportWarnings(outcome.file, outcome.warnings)
          yield outcome
        }
        done += 'kind' in outcome && outcome.kind === 'archive' ? 0 : 1
        // a bar would stand between the lines of a result on the same terminal
        if (!process.stdout.isTTY) showProgress({ done, total: Math.max(done, this.#ledger.total) })
      }
    } finally {
      await desk.close()
      recogniser.close()
    }
  }

  #tell(id: number, result: TaskResult): void {
    const { name } = this.#ledger.entry(id)
    if (result.kind === 'archive') {
      this.#ledger.withdraw(id)
      if (result.members.length > 0) return
    }
    this.failed += 1
    reportProblem(result.kind === 'refused' ? result.problem : emptyArchive, name)
  }

  /** One file of a batch: whatever happens in it, a bug too, is its own outcome. */
  async #read(id: number, desk: ParserDesk): Promise<ReadFile | TaskResult> {
    const entry = this.#ledger.entry(id)
    const file = entry.file! // `gather` gives a task for no file without its bytes
    entry.file = null
    try {
      const read = await this.#sourceOf(entry.name, file, desk)
      if (read instanceof Refusal) return { id, kind: 'refused', problem: read.problem }
      return { ...read, file: entry.name, bytes: file.bytes.length, sha256: file.sha256, reading: readReports(read.source, this.#context) }
    } catch (error) {
      return { id, kind: 'refused', problem: error instanceof Refusal ? error.problem : bug(entry.name, error) }
    }
  }

  /** Text is read here: it needs no parser but our own, and starting a process would cost more than reading it. */
  async #sourceOf(name: string, file: FileToParse, desk: ParserDesk): Promise<SourceFile | Refusal> {
    if (file.bytes.length === 0 || formatOf(file.bytes) === 'text') return readSourceFile(file.bytes, { ...file, pageProgress: () => null })
    const result = await desk.ask({ kind: 'read', name, file }, (page) => showPage(name, page))
    if (result.kind !== 'source') throw new Error(`A file was answered by ${result.kind}`)
    return result.source
  }
}

const bug = (place: string, error: unknown): Problem => ({
  kind: 'internal',
  message: { zh: '读取此文件时程序出错。', en: `The program failed on this file (${String(error)}).` },
  place
})

const emptyArchive: Problem = { kind: 'no-text', message: { zh: '压缩包里没有文件。请先解压看看，或重新取一份。', en: 'There is no file in this archive: look into it, or fetch it again.' }, place: '' }
