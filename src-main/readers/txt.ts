import type { Refusal } from '#core/contract/problem.ts'
import { sourceFromText } from '#core/source/source.ts'
import { decodeAs, decodeText, type DecodedText } from './encoding.ts'
import type { ReadingGround, SourceFile, Warning } from './reader.ts'
import { textByteLimit, tooLarge } from './file-bytes.ts'
import { refuse } from './refusals.ts'

/** Plain text and Markdown, in any encoding of Chinese, or in the one that a person chose. */
export function readTextFile(bytes: Uint8Array, ground: ReadingGround): Promise<SourceFile | Refusal> {
  return Promise.resolve(textFile(bytes, ground))
}

function textFile(bytes: Uint8Array, { fileName, folders, encoding }: ReadingGround): SourceFile | Refusal {
  if (bytes.length > textByteLimit) return tooLarge(fileName, bytes.length)
  const decoded = encoding === null ? decodeText(bytes) : decodeAs(bytes, encoding)
  if (decoded === null) return refuse('not-text', fileName)
  // NUL ends a text in C and in SQL; in a report it is damage
  const text = decoded.text.replaceAll('\0', '\ufffd')
  if (!/[^\s\ufffd\p{Cc}\p{Cf}]/u.test(text)) return refuse(text.includes('\ufffd') ? 'not-text' : 'empty', fileName)
  return {
    source: { ...sourceFromText(text, fileName), folders },
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
