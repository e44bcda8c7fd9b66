import { Refusal } from '#core/contract/problem.ts'
import { readDocx } from '../../../../src-main/readers/docx/read-docx.ts'
import type { ReadingGround, SourceFile } from '../../../../src-main/readers/reader.ts'
import { makeDocx, type DocxContent } from '../make-docx.ts'

export const ground: ReadingGround = { fileName: '样例.docx', folders: [], encoding: null, columns: null, pageProgress: () => undefined }

export async function fileOf(bytes: Uint8Array): Promise<SourceFile> {
  const outcome = await readDocx(bytes, ground)
  if (outcome instanceof Refusal) throw outcome
  return outcome
}

/** Each line, its role before it where it has one: `cell: 办公室`. */
export function linesOf({ source }: SourceFile): string[] {
  return source.lines.map(({ start, end, role }) => (role === undefined ? '' : `${role}: `) + source.text.slice(start, end))
}

export const read = async (content: DocxContent | string): Promise<string[]> =>
  linesOf(await fileOf(makeDocx(typeof content === 'string' ? { body: content } : content)))

export const warningsOf = async (content: DocxContent | string): Promise<string[]> =>
  (await fileOf(makeDocx(typeof content === 'string' ? { body: content } : content))).warnings.map(({ kind, message }) => `${kind}: ${/\d+/.exec(message.en)?.[0] ?? message.en}`)

/** The kind of refusal, returned or thrown; 'read' where it was read. Any other error fails the test. */
export async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    const outcome = await readDocx(bytes, ground)
    return outcome instanceof Refusal ? outcome.problem.kind : 'read'
  } catch (error) {
    if (error instanceof Refusal) return error.problem.kind
    throw error
  }
}
