import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { Refusal, type Problem } from '#core/contract/problem.ts'
import { readReports, type ReadingContext } from '#core/report/read-reports.ts'
import type { Reading } from '#core/report/report.ts'
import { readFileBytes } from '../readers/file-bytes.ts'
import { readSourceFile } from '../readers/read-source.ts'
import type { SourceFile } from '../readers/source-file.ts'
import { reportProblem } from './failure.ts'

/** A file that was read without a library. */
export interface ReadFile extends SourceFile {
  /** As the user named it. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly reading: Reading
}

/** Reads file after file; each failure is one line on stderr, and the others are still done. */
export function readFiles(files: readonly string[], context: ReadingContext): { read: ReadFile[]; failed: number } {
  const read: ReadFile[] = []
  let failed = 0
  for (const file of files) {
    const outcome = readFile(file, context)
    if ('kind' in outcome) {
      failed += 1
      reportProblem(outcome, file)
    } else {
      read.push(outcome)
    }
  }
  return { read, failed }
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
