import type { Refusal } from '#core/contract/problem.ts'
import { fileByteLimit, tooLarge } from './file-bytes.ts'
import { refuseFile, unsupportedFormat } from './refusals.ts'
import { formatBySignature } from './signatures.ts'
import { readTextFile } from './txt.ts'
import type { SourceFile } from './source-file.ts'

/** A reader of one family of formats: null when the bytes are none of its own. */
type Reader = (bytes: Uint8Array, fileName: string) => SourceFile | Refusal | null

/** In the order in which they are asked. Text comes last: bytes of another format can look like it. */
const readers: readonly Reader[] = [refuseKnownFormats, readTextFile]

/**
 * Reads a file's bytes. The content decides, never the extension; the same bytes give the same source.
 *
 * @returns the source, or why there is none: unsupported-format, damaged-file, too-large, no-text
 */
export function readSourceFile(bytes: Uint8Array, fileName: string): SourceFile | Refusal {
  if (bytes.length > fileByteLimit) return tooLarge(fileName, bytes.length)
  for (const read of readers) {
    const outcome = read(bytes, fileName)
    if (outcome !== null) return outcome
  }
  return refuseFile('damaged-file', fileName, [
    '这个文件不是文字：无法按任何中文编码读出。它可能已损坏，或是改了扩展名的其他文件。',
    'This file is not text in any Chinese encoding: it may be damaged, or something else under this name.'
  ])
}

function refuseKnownFormats(bytes: Uint8Array, fileName: string): Refusal | null {
  const format = formatBySignature(bytes)
  return format === null ? null : unsupportedFormat(fileName, format)
}
