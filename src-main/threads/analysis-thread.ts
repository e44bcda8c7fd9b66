import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { Refusal } from '#core/contract/problem.ts'
import { packReport } from '#core/report/packed-report.ts'
import { readReports, type ReadingContext } from '#core/report/read-reports.ts'
import { sourceFromText, type Source } from '#core/source/source.ts'
import { referenceContext } from '../host/reference.ts'
import { searchTokens } from '../library/folded-text.ts'
import { readFileBytes } from '../readers/file-bytes.ts'
import { readSourceFile } from '../readers/read-source.ts'
import type { Analysis, FromThread, Task, TaskResult, ToThread } from './messages.ts'

// The whole work on a file but the writing: reading, decoding, parsing, packing, tokens for the index.

if (parentPort === null) throw new Error('analysis-thread.ts is started as a worker thread')
const port = parentPort
const context = referenceContext()
const known = new Set<string>()

port.on('message', (message: ToThread) => {
  if (message.kind === 'known') for (const sha256 of message.sha256) known.add(sha256)
  else answer(message)
})
port.postMessage({ kind: 'ready' } satisfies FromThread)

function answer(task: Task): void {
  const result = resultOf(task)
  port.postMessage(result, result.kind === 'analysed' ? transferable(result.file.bytes) : [])
}

function resultOf(task: Task): TaskResult {
  try {
    if (task.kind !== 'text') return readFile(task)
    return { id: task.id, kind: 'read-again', analysis: analyse(sourceFromText(task.text, task.name), context) }
  } catch (error) {
    if (error instanceof Refusal) return { id: task.id, kind: 'refused', problem: error.problem }
    return { id: task.id, kind: 'failed', error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

function readFile(task: Exclude<Task, { kind: 'text' }>): TaskResult {
  const bytes = task.kind === 'file' ? readFileBytes(task.path) : task.bytes
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (known.has(sha256)) return { id: task.id, kind: 'known', sha256 }
  const read = readSourceFile(bytes, basename(task.name))
  if (read instanceof Refusal) return { id: task.id, kind: 'refused', problem: read.problem }
  const { source, mediaType, encoding, warnings } = read
  const analysis = analyse(source, context)
  const file = { sha256, bytes, mediaType, encoding, text: source.text, warnings: JSON.stringify(warnings) }
  return { id: task.id, kind: 'analysed', file, analysis }
}

function analyse(source: Source, by: ReadingContext): Analysis {
  const { reports, leftOver } = readReports(source, by)
  return {
    reports: reports.map((report) => ({ packed: packReport(report), tokens: searchTokens(report.text) })),
    leftOver: JSON.stringify(leftOver)
  }
}

/** Bytes that own their memory are handed over; a part of a larger buffer is copied. */
const transferable = (bytes: Uint8Array): ArrayBuffer[] =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteLength >= bytes.buffer.byteLength - 1 ? [bytes.buffer] : []
