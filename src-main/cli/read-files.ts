import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { readReports, type ReadingContext } from '#core/report/read-reports.ts'
import type { Reading } from '#core/report/report.ts'
import { readFileBytes } from '../readers/file-bytes.ts'
import { readSourceFile } from '../readers/read-source.ts'
import type { SourceFile } from '../readers/source-file.ts'
import { reportProblem, reportWarnings } from './failure.ts'
import { showProgress } from './progress.ts'

/** A file that was read without a library. */
export interface ReadFile extends SourceFile {
  /** As the user named it. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly reading: Reading
}

/** Files that are read one after the other, when they are asked for: each may go before the next is read. */
export class FileReading implements Iterable<ReadFile> {
  readonly #files: readonly string[]
  readonly #context: ReadingContext
  /** How many could not be read so far. */
  failed = 0

  constructor(files: readonly string[], context: ReadingContext) {
    this.#files = files
    this.#context = context
  }

  /** Each failure is one line on stderr, and the others are still done. */
  *[Symbol.iterator](): Generator<ReadFile> {
    for (const [index, file] of this.#files.entries()) {
      const outcome = readFile(file, this.#context)
      if ('kind' in outcome) {
        this.failed += 1
        reportProblem(outcome, file)
      } else {
        reportWarnings(file, outcome.warnings)
        yield outcome
      }
      // a bar would stand between the lines of a result on the same terminal
      if (!process.stdout.isTTY) showProgress({ done: index + 1, total: this.#files.length })
    }
  }
}

/** One file of a batch: whatever happens in it, a bug too, is its own outcome. */
function readFile(file: string, context: ReadingContext): ReadFile | Problem {
  try {
    const bytes = readFileBytes(file)
    const sourceFile = readSourceFile(bytes, basename(file))
    if (sourceFile instanceof Refusal) return sourceFile.problem
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { ...sourceFile, file, bytes: bytes.length, sha256, reading: readReports(sourceFile.source, context) }
  } catch (error) {
    if (error instanceof Refusal) return error.problem
    return {
      kind: 'internal',
      message: { zh: '读取此文件时程序出错。', en: `The program failed on this file (${String(error)}).` },
      place: file
    }
  }
}
