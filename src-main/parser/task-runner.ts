import { Refusal } from '#core/contract/problem.ts'
import type { ReadingContext } from '#core/report/read-reports.ts'
import { packLayout, unpackSource } from '#core/source/packed-layout.ts'
import { openArchive, type OpenArchive } from '../readers/archive.ts'
import { drawSourcePage } from '../readers/draw-source-page.ts'
import { readSourceFile } from '../readers/read-source.ts'
import type { PageProgress, SourceFile } from '../readers/reader.ts'
import { previewSheet } from '../readers/sheet/preview.ts'
import type { KnownContexts } from './analysis.ts'
import type { CodedBy, FileToParse, Task, TaskResult } from './messages.ts'
import type { ScanDesk } from './scan-desk.ts'
import type { Watch } from './watched.ts'

export interface Ran {
  readonly result: TaskResult
  /** The document did something that nobody expected of it: what it left behind in the process is not known. */
  readonly leavesDoubt: boolean
}

/** Kinds of refusal that say nothing against the file. */
const harmless: ReadonlySet<string> = new Set(['no-text', 'unsupported-format', 'needs-columns', 'too-large', 'not-found'])

export interface RunnerGround {
  readonly watch: Watch
  readonly scans: ScanDesk
  readonly progress: (id: number, progress: PageProgress) => void
}

/** Does the tasks of a parser process, one at a time. */
export class TaskRunner {
  readonly #own: RunnerGround
  #archive: OpenArchive | null = null
  #contexts: KnownContexts | null = null
  readonly #definitions = new Map<string, string>()

  constructor(own: RunnerGround) {
    this.#own = own
  }

  /** A codebook comes once, with the first task that is coded by it; that one may fail, or be handed back. */
  hear({ codebook }: Task): void {
    if (codebook !== undefined && codebook.definition !== null) this.#definitions.set(codebook.sha256, codebook.definition)
  }

  async run(task: Task): Promise<Ran> {
    try {
      const result = await this.#resultOf(task)
      return { result, leavesDoubt: result.kind === 'refused' && !harmless.has(result.problem.kind) }
    } catch (error) {
      if (error instanceof Refusal) return { result: refused(task.id, error), leavesDoubt: !harmless.has(error.problem.kind) }
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
      return { result: { id: task.id, kind: 'failed', error: text }, leavesDoubt: true }
    }
  }

  #resultOf(task: Task): Promise<TaskResult> | TaskResult {
    switch (task.kind) {
      case 'analyse':
        return this.#analyse(task)
      case 'read':
        return this.#read(task)
      case 'text':
        return this.#understand(task)
      case 'divide':
        return this.#divide(task)
      case 'code':
        return this.#code(task)
      case 'effect':
        return this.#effect(task)
      case 'draw':
        return drawn(task)
      case 'archive':
        return this.#open(task)
      case 'member':
        return this.#member(task)
    }
  }

  async #analyse({ id, file, asksColumns, codebook, arrangement = null }: Extract<Task, { kind: 'analyse' }>): Promise<TaskResult> {
    if (asksColumns && file.columns === null) {
      const guess = await previewSheet(file.bytes, this.#ground(id, file))
      if (guess !== null) return { id, kind: 'sheet', guess }
    }
    const read = await readSourceFile(file.bytes, this.#ground(id, file))
    if (read instanceof Refusal) return refused(id, read)
    const { source, mediaType, encoding, warnings } = read
    this.#own.watch.begin()
    // codebook, gazetteer and all that understands a text: a process that only reads or draws does without
    const { analysisOf } = await import('./analysis.ts')
    const analysis = analysisOf(source, { arrangement, context: await this.#context(codebook) })
    return { id, kind: 'analysed', analysis, file: { mediaType, encoding, text: source.text, layout: packLayout(source), warnings: JSON.stringify(warnings) } }
  }

  async #understand({ id, text, name, layout, folders, codebook, arrangement = null }: Extract<Task, { kind: 'text' }>): Promise<TaskResult> {
    const { analysisOf } = await import('./analysis.ts')
    const context = await this.#context(codebook)
    return { id, kind: 'understood', analysis: analysisOf({ ...unpackSource(text, name, layout), folders }, { arrangement, context }) }
  }

  async #code({ id, reports, codebook }: Extract<Task, { kind: 'code' }>): Promise<TaskResult> {
    const { codingsOf } = await import('./analysis.ts')
    return { id, kind: 'coded', codings: codingsOf(reports, await this.#context(codebook)) }
  }

  async #effect({ id, reports, codebook }: Extract<Task, { kind: 'effect' }>): Promise<TaskResult> {
    const { effectsOn } = await import('./analysis.ts')
    return { id, kind: 'effect', effects: effectsOn(reports, await this.#context(codebook)) }
  }

  async #context(by: CodedBy | undefined): Promise<ReadingContext> {
    this.#contexts ??= new (await import('./analysis.ts')).KnownContexts()
    return this.#contexts.of(by && { ...by, definition: this.#definitions.get(by.sha256) ?? null })
  }

  async #divide({ id, text, name, layout, folders, arrangement = null }: Extract<Task, { kind: 'divide' }>): Promise<TaskResult> {
    const { dividedBy } = await import('./division.ts')
    return { id, kind: 'divided', divided: dividedBy({ ...unpackSource(text, name, layout), folders }, arrangement) }
  }

  async #read({ id, file }: Extract<Task, { kind: 'read' }>): Promise<TaskResult> {
    const read: SourceFile | Refusal = await readSourceFile(file.bytes, this.#ground(id, file))
    return read instanceof Refusal ? refused(id, read) : { id, kind: 'source', source: read }
  }

  async #open({ id, bytes, name }: Extract<Task, { kind: 'archive' }>): Promise<TaskResult> {
    this.#archive = await openArchive(bytes, name)
    return { id, kind: 'archive', members: this.#archive.members }
  }

  async #member({ id, member }: Extract<Task, { kind: 'member' }>): Promise<TaskResult> {
    if (this.#archive === null) return { id, kind: 'no-archive' }
    return { id, kind: 'member', bytes: await this.#archive.read(member) }
  }

  #ground(id: number, { bytes: _, ...file }: FileToParse) {
    return {
      ...file,
      openRecogniser: this.#own.scans.open,
      pageProgress: (progress: PageProgress) => {
        this.#own.watch.beginPage()
        this.#own.progress(id, progress)
      }
    }
  }
}

async function drawn({ id, bytes, mediaType, page, pixelsPerPoint }: Extract<Task, { kind: 'draw' }>): Promise<TaskResult> {
  return { id, kind: 'drawn', page: await drawSourcePage(bytes, mediaType, { page, pixelsPerPoint }) }
}

const refused = (id: number, { problem }: Refusal): TaskResult => ({ id, kind: 'refused', problem })
