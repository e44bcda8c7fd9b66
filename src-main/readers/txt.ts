import type { Refusal } from '#core/contract/problem.ts'
import { sourceFromText } from '#core/source/source.ts'
import { decodeText, type DecodedText } from './encoding.ts'
import { tooLarge } from './file-bytes.ts'
import { refuseFile, unsupportedFormat } from './refusals.ts'
import { formatByMarkup } from './signatures.ts'
import type { SourceFile, Warning } from './source-file.ts'

/** Some five million characters, fifty books: a report is never as long, and reading more would take minutes. */
const textByteLimit = 16 * 1024 * 1024

/** Plain text and Markdown, in any encoding of Chinese; null when the bytes are not text. */
export function readTextFile(bytes: Uint8Array, fileName: string): SourceFile | Refusal | null {
  if (bytes.length > textByteLimit) return tooLarge(fileName, bytes.length)
  if (bytes.length === 0) return noText(fileName)
  const decoded = decodeText(bytes)
  if (decoded === null) return null
  const markup = formatByMarkup(decoded.text)
  if (markup !== null) return unsupportedFormat(fileName, markup)
  // NUL ends a text in C and in SQL; in a report it is damage
  const text = decoded.text.replaceAll('\0', '\ufffd')
  if (!/[^\s\ufffd\p{Cc}\p{Cf}]/u.test(text)) return text.includes('\ufffd') ? null : noText(fileName)
  return {
    source: sourceFromText(text, fileName),
    mediaType: /\.(md|markdown)$/i.test(fileName) ? 'text/markdown' : 'text/plain',
    encoding: decoded.encoding,
    warnings: warningsOf(decoded)
  }
}

function warningsOf({ text, encoding, undecodable }: DecodedText): Warning[] {
  const warnings: Warning[] = []
  if (undecodable > 0) {
    const line = lineOf(text, text.indexOf('\ufffd'))
    warnings.push({
      kind: 'undecodable-bytes',
      message: {
        zh: `有 ${undecodable} 处字节不属于 ${encoding} 编码，以“�”标出，首处在第 ${line} 行。`,
        en: `Bytes that ${encoding} does not have in ${undecodable} places, shown as “�”, first in line ${line}.`
      }
    })
  }
  const nuls = text.split('\0').length - 1
  if (nuls > 0) {
    const line = lineOf(text, text.indexOf('\0'))
    warnings.push({
      kind: 'nul-characters',
      message: {
        zh: `有 ${nuls} 个空字符（NUL），以“�”标出，首个在第 ${line} 行。`,
        en: `${nuls} NUL characters, shown as “�”, first in line ${line}.`
      }
    })
  }
  return warnings
}

/** 1-based. */
const lineOf = (text: string, position: number): number => sourceFromText(text.slice(0, position)).lines.length

const noText = (fileName: string): Refusal =>
  refuseFile('no-text', fileName, ['文件里没有文字。', 'There is no text in this file.'])
